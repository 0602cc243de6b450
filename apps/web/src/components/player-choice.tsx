import { useQuery } from "@tanstack/solid-query";
import { createSignal, Show } from "solid-js";
import { arrived } from "../api/arrived.ts";
import { foundPlayersQuery } from "../api/players.ts";
import { calm } from "../search/calm.ts";
import { useCombobox } from "../search/combobox.ts";
import { ResultList } from "../search/result-list.tsx";
import { lookedFor, playerLine, playersOf, type Result } from "../search/results.ts";
import { Icon } from "./icon.tsx";

/** One player, found by name as one types; chosen, the name stays with a button to let go of it. */
export const PlayerChoice = (props: {
  /** GUID. */
  readonly value: string | undefined;
  readonly onChoose: (guid: string | undefined) => void;
  readonly class?: string;
  /** Unique on the page; default `player-choice`. */
  readonly id?: string;
  readonly label?: string;
}) => {
  const [text, setText] = createSignal("");
  const rested = calm(text);
  const wanted = () => lookedFor(rested());
  const players = useQuery(() => ({
    ...foundPlayersQuery(wanted()),
    enabled: wanted() !== "",
  }));
  const chosen = useQuery(() => ({
    ...foundPlayersQuery(lookedFor(props.value ?? "")),
    enabled: lookedFor(props.value ?? "") !== "",
  }));
  const name = () =>
    arrived(chosen)?.players.find(({ guid }) => guid === props.value?.toUpperCase())?.name ??
    props.value ??
    "";
  const results = (): Result[] => {
    if (wanted() === "") return [];
    const found = playersOf(arrived(players), wanted()).slice(0, 8).map(playerLine);
    if (found.length > 0 || players.isPlaceholderData) return found;
    return (arrived(players)?.didYouMean ?? []).map((player) => ({
      ...playerLine(player),
      note: "did you mean?",
    }));
  };
  const box = useCombobox<Result>({
    choices: results,
    onChoose: ({ found }) => {
      setText("");
      if (found.kind === "player") props.onChoose(found.guid);
    },
    onLeave: () => setText(""),
  });
  return (
    <div class={`field choice ${props.class ?? ""}`}>
      <Show
        when={props.value}
        fallback={
          <>
            <label for={props.id ?? "player-choice"}>{props.label ?? "Player"}</label>
            <input
              role="combobox"
              aria-autocomplete="list"
              aria-controls={box.listId}
              onKeyDown={box.onKeyDown}
              id={props.id ?? "player-choice"}
              type="search"
              autocomplete="off"
              spellcheck={false}
              maxlength={64}
              placeholder="Any player"
              aria-expanded={box.shown()}
              aria-activedescendant={box.at() >= 0 ? box.optionId(box.at()) : undefined}
              value={text()}
              onInput={(event) => {
                setText(event.currentTarget.value);
                box.open();
              }}
              onBlur={box.close}
            />
            <Show when={box.shown()}>
              <ResultList
                id={box.listId}
                label="Players"
                results={results()}
                at={box.at()}
                optionId={box.optionId}
                onChoose={box.choose}
              />
            </Show>
          </>
        }
      >
        <span>{props.label ?? "Player"}</span>
        <button
          type="button"
          class="btn"
          aria-label={`Any player instead of ${name()}`}
          onClick={() => props.onChoose(undefined)}
        >
          <bdi class="pname">{name()}</bdi>
          <Icon name="x" />
        </button>
      </Show>
    </div>
  );
};
