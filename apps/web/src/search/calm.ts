import { createEffect, createSignal, on, onCleanup } from "solid-js";

/** How long nothing may be typed until a text counts, in ms. */
const PAUSE = 120;

/** A text that follows another one when it rests; emptied it follows at once. */
export function calm(text: () => string): () => string {
  const [rested, setRested] = createSignal(text());
  createEffect(
    on(text, (now) => {
      if (now === "") return setRested(now);
      const timer = setTimeout(() => setRested(now), PAUSE);
      onCleanup(() => clearTimeout(timer));
    }),
  );
  return rested;
}
