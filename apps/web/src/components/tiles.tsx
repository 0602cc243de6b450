import { type JSX, Show } from "solid-js";

/** A row of figures in one frame. */
export const Tiles = (props: { readonly children: JSX.Element }) => (
  <dl class="tiles">{props.children}</dl>
);

/** One figure: what it is, the number with its unit, a line of context. */
export const Tile = (props: {
  readonly label: string;
  readonly value: string;
  readonly unit?: string;
  readonly more?: JSX.Element;
}) => (
  <div class="tile">
    <dt>{props.label}</dt>
    <dd>
      {props.value}
      <Show when={props.unit}>
        <small>{props.unit}</small>
      </Show>
    </dd>
    <Show when={props.more}>
      <dd class="more">{props.more}</dd>
    </Show>
  </div>
);
