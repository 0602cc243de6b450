import { createSignal, type JSX } from "solid-js";

/**
 * Choices that change what a page shows; all of them stand in the address. On a phone those of
 * class `extra` wait behind a button.
 */
export const FilterBar = (props: {
  /** What waits behind the button: "map, rounds". */
  readonly more: string;
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
      <button
        type="button"
        class="btn only-narrow"
        aria-expanded={open()}
        onClick={() => setOpen(!open())}
      >
        {open() ? "Fewer filters" : `More filters: ${props.more}`}
      </button>
    </form>
  );
};
