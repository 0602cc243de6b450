import { type JSX, Show } from "solid-js";
import { type Figure, StateFigure } from "./state-figure.tsx";

/** Nothing to show, and that is nobody's fault: what is the case, why, and one way out. */
export const EmptyState = (props: {
  readonly figure: Figure;
  readonly title: string;
  readonly children: JSX.Element;
  readonly actions?: JSX.Element;
  /** It stands right below the title of the page, in no section. */
  readonly top?: boolean;
}) => (
  <div class="state">
    <StateFigure name={props.figure} />
    <Show when={props.top} fallback={<h3>{props.title}</h3>}>
      <h2>{props.title}</h2>
    </Show>
    <p>{props.children}</p>
    <Show when={props.actions}>
      <div class="acts">{props.actions}</div>
    </Show>
  </div>
);
