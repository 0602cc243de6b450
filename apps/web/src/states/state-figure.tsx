import { Match, Switch } from "solid-js";

/** What a state shows beside its words. */
export type Figure = "watch" | "filter" | "cut" | "map" | "page";

/** The drawing of a state. */
export const StateFigure = (props: { readonly name: Figure }) => (
  <svg
    class="fig"
    viewBox="0 0 72 72"
    fill="none"
    stroke="currentColor"
    stroke-width="2.5"
    aria-hidden="true"
  >
    <Switch>
      <Match when={props.name === "watch"}>
        <circle cx="36" cy="40" r="24" />
        <path d="M36 40V24M28 6h16M36 6v10" />
      </Match>
      <Match when={props.name === "filter"}>
        <path d="M8 10h56L42 36v20l-12 6V36z" />
        <path d="M50 50l12 12M62 50L50 62" />
      </Match>
      <Match when={props.name === "cut"}>
        <path d="M4 36h22l4-9M68 36H46l-4 9" />
        <path d="M36 12v14M36 46v14" stroke-dasharray="4 4" />
        <circle cx="8" cy="36" r="4" />
        <circle cx="64" cy="36" r="4" />
      </Match>
      <Match when={props.name === "map"}>
        <path d="M6 16l18-6 24 6 18-6v46l-18 6-24-6-18 6z" />
        <path d="M24 10v46M48 16v46" stroke-opacity=".5" />
        <path d="M31 31l10 10M41 31L31 41" />
      </Match>
      <Match when={props.name === "page"}>
        <path d="M6 14h60v44H6zM6 25h60M17 14v44M55 14v44" />
        <path d="M28 36h16M28 44h10" stroke-dasharray="3 3" />
      </Match>
    </Switch>
  </svg>
);
