import { createSignal, type JSX, Show } from "solid-js";

/**
 * Choices that change what a page shows; all of them stand in the address. On a phone those of
 * class `extra` wait behind a button.
 */
export const FilterBar = (props: {
  /** What waits behind the button: "map, rounds"; without it nothing does. */
  readonly more?: string;
  readonly children: JSX.Element;
}) => {
  const [open, setOpen] = createSignal(false);
  return (
    <form
      class="filters"
      classList={{ open: open() }}
      aria-label="Filters"
      onSubmit={(event) => event.preventDefault()}
    >
      {props.children}
      <Show when={props.more}>
        <button
          type="button"
          class="btn only-narrow"
          aria-expanded={open()}
          onClick={() => setOpen(!open())}
        >
          {open() ? "Fewer filters" : `More filters: ${props.more}`}
        </button>
      </Show>
    </form>
  );
};
