import type { JSX } from "solid-js";

/** What a page is about, as a row of links: the current one carries `aria-current`. */
export const ScopeTabs = (props: { readonly label: string; readonly children: JSX.Element }) => (
  <nav class="scope mt-5" aria-label={props.label}>
    {props.children}
  </nav>
);
