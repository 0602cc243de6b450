import { createSignal } from "solid-js";
import { entersBelow } from "./place.ts";

const [painted, setPainted] = createSignal(entersBelow());

/**
 * Whether what a visit begins with has been painted. Until then the browser has nothing else to do;
 * from then on every page is drawn whole at once.
 */
export { painted };

/** How long the rest waits at the latest, in ms. */
const PATIENCE = 3000;

/** What the visit begins with is in the page: after the next picture comes the rest. */
export function noteFirstPicture(): void {
  if (!painted()) requestAnimationFrame(() => setTimeout(setPainted, 0, true));
}

setTimeout(setPainted, PATIENCE, true);
