import type { JSX } from "solid-js";
import { Icon } from "./icon.tsx";

/** One fact about the data. */
export const Note = (props: { readonly bad?: boolean; readonly children: JSX.Element }) => (
  <p class="note" classList={{ bad: props.bad ?? false }}>
    <Icon name={props.bad ? "warn" : "info"} />
    <span>{props.children}</span>
  </p>
);
