import { type JSX, Show } from "solid-js";
import { type Figure, StateFigure } from "./state-figure.tsx";

/** Nothing to show, and that is nobody's fault: what is the case, why, and one way out. */
export const EmptyState = (props: {
  readonly figure: Figure;
  readonly title: string;
  readonly children: JSX.Element;
  readonly actions?: JSX.Element;
}) => (
  <div class="state">
    <StateFigure name={props.figure} />
    <h3>{props.title}</h3>
    <p>{props.children}</p>
    <Show when={props.actions}>
      <div class="acts">{props.actions}</div>
    </Show>
  </div>
);
