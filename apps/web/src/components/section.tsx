import { type JSX, Show } from "solid-js";

/** A part of a page: a heavy rule, a title, and at the right what it covers. */
export const Section = (props: {
  readonly id: string;
  readonly title: string;
  readonly side?: JSX.Element;
  readonly children: JSX.Element;
}) => (
  <section class="sec" id={props.id} aria-labelledby={`h-${props.id}`}>
    <div class="sechead">
      <h2 id={`h-${props.id}`}>{props.title}</h2>
      <Show when={props.side}>
        <div class="side">{props.side}</div>
      </Show>
    </div>
    {props.children}
  </section>
);
