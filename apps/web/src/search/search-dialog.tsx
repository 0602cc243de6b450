import { useNavigate } from "@tanstack/solid-router";
import { createEffect, createSignal, on, Show } from "solid-js";
import { Icon } from "../components/icon.tsx";
import { plural } from "../format/numbers.ts";
import { useCombobox } from "./combobox.ts";
import { remember } from "./recent.ts";
import { ResultList } from "./result-list.tsx";
import { type Result, useResults } from "./results.ts";

/** The search over the page: players and maps as one types. */
export function SearchDialog(props: { readonly open: boolean; readonly onClose: () => void }) {
  const navigate = useNavigate();
  const [text, setText] = createSignal("");
  const { results, wanted, offers, failed, waiting } = useResults(text, () => props.open);
  let dialog: HTMLDialogElement | undefined;
  const go = ({ found }: Result) => {
    remember(found);
    props.onClose();
    if (found.kind === "player")
      void navigate({ to: "/players/$guid", params: { guid: found.guid } });
    else void navigate({ to: "/maps/$map", params: { map: found.map } });
  };
  const box = useCombobox({ choices: results, onChoose: go, onLeave: () => props.onClose() });
  createEffect(
    on(
      () => props.open,
      (open) => {
        if (!open) return dialog?.close();
        setText("");
        dialog?.showModal();
        box.open();
      },
    ),
  );
  const says = () => {
    if (failed()) return "The search does not answer right now.";
    if (wanted() === "") return "A name, a former name, a GUID, a map.";
    if (offers()) {
      const nobody = `Nobody is called “${wanted()}”. Did you mean`;
      const [first, ...others] = results();
      if (first?.found.kind !== "player" || others.length > 0) return `${nobody} one of these?`;
      return `${nobody} ${first.found.name}?`;
    }
    if (results().length > 0) return `${plural(results().length, "result")}, Enter opens one`;
    return waiting() ? "Searching …" : "Nobody and no map is called that.";
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it
    <dialog
      ref={(element) => {
        dialog = element;
      }}
      class="search"
      aria-label="Search"
      onClose={() => props.onClose()}
      onClick={(event) => {
        if (event.target === event.currentTarget) props.onClose();
      }}
    >
      <div class="box">
        <div class="line">
          <Icon name="search" />
          <input
            role="combobox"
            aria-autocomplete="list"
            aria-controls={box.listId}
            onKeyDown={box.onKeyDown}
            type="text"
            inputmode="search"
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            maxlength={64}
            placeholder="Find player or map"
            aria-label="Find player or map"
            aria-expanded={box.shown()}
            aria-activedescendant={box.at() >= 0 ? box.optionId(box.at()) : undefined}
            value={text()}
            onInput={(event) => {
              setText(event.currentTarget.value);
              box.open();
            }}
          />
          <button
            type="button"
            class="btn icon"
            aria-label="Close search"
            onClick={() => props.onClose()}
          >
            <Icon name="x" />
          </button>
        </div>
        <p class="says" role="status">
          {says()}
        </p>
        <Show when={box.shown()}>
          <ResultList
            id={box.listId}
            label="Players and maps"
            results={results()}
            at={box.at()}
            optionId={box.optionId}
            onChoose={box.choose}
          />
        </Show>
      </div>
    </dialog>
  );
}
