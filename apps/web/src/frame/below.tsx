import { type JSX, Show } from "solid-js";
import { painted } from "./first-picture.ts";

/**
 * What lies below the first screen. On the first page of a visit it is drawn after what is above has
 * been painted, so that a slow machine shows that sooner; its place is kept meanwhile.
 */
export const Below = (props: { readonly children: JSX.Element }) => (
  <Show when={painted()} fallback={<div class="min-h-dvh" aria-busy="true" />}>
    {props.children}
  </Show>
);
