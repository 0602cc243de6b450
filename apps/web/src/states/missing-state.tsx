import type { JSX } from "solid-js";
import { StateFigure } from "./state-figure.tsx";

/** The address names something that is not there. */
export const MissingState = (props: {
  readonly title: string;
  readonly children: JSX.Element;
  readonly actions: JSX.Element;
}) => (
  <div class="state err">
    <StateFigure name="map" />
    <h2>{props.title}</h2>
    <p>{props.children}</p>
    <div class="acts">{props.actions}</div>
  </div>
);
