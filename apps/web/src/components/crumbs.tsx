import type { JSX } from "solid-js";

/** The way to this page. Give it links, the current page last. */
export const Crumbs = (props: { readonly children: JSX.Element }) => (
  <nav aria-label="Breadcrumb">
    <ol class="crumbs">{props.children}</ol>
  </nav>
);
