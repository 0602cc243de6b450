import { createSignal } from "solid-js";

/** Since when the server has been silent; null while it answers. */
const [silentSince, setSilentSince] = createSignal<Date | null>(null);

/** When the server last answered. */
const [lastAnswer, setLastAnswer] = createSignal<Date | null>(null);

export { lastAnswer, silentSince };

/** The server answered something. */
export function noteAnswer(): void {
  setLastAnswer(new Date());
  setSilentSince(null);
}

/** The server did not answer, or said that it cannot. */
export function noteSilence(): void {
  setSilentSince((since) => since ?? new Date());
}
