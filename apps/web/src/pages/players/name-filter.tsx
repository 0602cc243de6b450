import { createEffect, createSignal, on } from "solid-js";
import { useAddress } from "../../address/use-address.ts";
import { FilterBar } from "../../components/filter-bar.tsx";
import { calm } from "../../search/calm.ts";
import { lookedFor } from "../../search/results.ts";

/** Narrows the list to a name, as one types. */
export const NameFilter = (props: { readonly value: string }) => {
  const { change } = useAddress();
  const [text, setText] = createSignal(props.value);
  const rested = calm(text);
  // What is typed is in the address once it rests, without a step back for each pause.
  createEffect(
    on(
      rested,
      (now) => {
        if (lookedFor(now) !== props.value) change({ name: lookedFor(now) || undefined }, true);
      },
      { defer: true },
    ),
  );
  // Another address: a link, or the way back.
  createEffect(
    on(
      () => props.value,
      (value) => {
        if (value !== lookedFor(text())) setText(value);
      },
      { defer: true },
    ),
  );
  return (
    <FilterBar>
      <div class="field">
        <label for="name-filter">Name</label>
        <input
          id="name-filter"
          type="search"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          maxlength={64}
          placeholder="Any name"
          value={text()}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </div>
    </FilterBar>
  );
};
