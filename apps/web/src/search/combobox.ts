import { createEffect, createSignal, createUniqueId, on } from "solid-js";

/** Somewhere to go, or something to choose. */
export interface Choice {
  /** Unique within the list. */
  readonly key: string;
}

/**
 * The keyboard of a text field with a list below it: Down and Up walk through the list and round its
 * ends, Enter chooses, Escape closes. The focus stays in the field; `aria-activedescendant` says
 * where one is.
 */
export function useCombobox<One extends Choice>(options: {
  readonly choices: () => readonly One[];
  readonly onChoose: (choice: One) => void;
  /** Escape while the list is closed, or there is none. */
  readonly onLeave: () => void;
}) {
  const id = createUniqueId();
  const [open, setOpen] = createSignal(false);
  const [at, setAt] = createSignal(-1);
  // Another list: nobody has looked at it yet.
  createEffect(
    on(
      () =>
        options
          .choices()
          .map(({ key }) => key)
          .join("\n"),
      () => setAt(-1),
    ),
  );
  const shown = () => open() && options.choices().length > 0;
  const optionId = (i: number) => `${id}-${i}`;
  const choose = (choice: One) => {
    setOpen(false);
    options.onChoose(choice);
  };
  const walk = (step: 1 | -1) => {
    const count = options.choices().length;
    if (count === 0) return;
    const next = open() ? at() + step : step > 0 ? 0 : count - 1;
    setOpen(true);
    setAt((next + count) % count);
    queueMicrotask(() =>
      document.getElementById(optionId(at()))?.scrollIntoView({ block: "nearest" }),
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      walk(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter") {
      // Nothing marked: the first is meant.
      const choice = options.choices()[Math.max(0, at())];
      event.preventDefault();
      if (shown() && choice) choose(choice);
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (shown() && at() >= 0) setAt(-1);
      else options.onLeave();
    }
  };
  return {
    listId: `${id}-list`,
    optionId,
    at,
    shown,
    open: () => setOpen(true),
    close: () => setOpen(false),
    choose,
    /** For the text field. */
    onKeyDown,
  };
}
