import { useLocation } from "@tanstack/solid-router";
import type { JSX } from "solid-js";
import { isIn, type Section } from "./sections.ts";

/** A link to a section; says which one the page lies in. */
export function SectionLink(props: { readonly section: Section; readonly children: JSX.Element }) {
  const location = useLocation();
  const current = () => isIn(props.section, location().pathname);
  return (
    <a href={props.section.to} aria-current={current() ? "page" : undefined}>
      {props.children}
    </a>
  );
}
