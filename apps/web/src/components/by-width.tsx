import { createSignal, type JSX, Show } from "solid-js";

const query = matchMedia("(max-width: 40rem)");
const [narrow, setNarrow] = createSignal(query.matches);
query.addEventListener("change", () => setNarrow(query.matches));

/** One of two drawings, for a wide screen or a phone; the other one is not made. */
export const ByWidth = (props: {
  readonly wide: () => JSX.Element;
  readonly narrow: () => JSX.Element;
}) => (
  <Show when={narrow()} fallback={props.wide()}>
    {props.narrow()}
  </Show>
);
