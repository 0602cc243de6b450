import { Match, Switch } from "solid-js";
import type { RoundResult } from "../session/round-result.ts";
import { Icon } from "./icon.tsx";

/** How a round ended: flag, wall, white flag, and the time. */
export const ResultBadge = (props: { readonly result: RoundResult }) => (
  <span class="res">
    <Switch>
      <Match when={props.result.reached}>
        <Icon name="flag" solid />
      </Match>
      <Match when={props.result.kind === "held"}>
        <Icon name="hold" solid />
      </Match>
      <Match when={props.result.kind === "surrender"}>
        <Icon name="white" />
      </Match>
    </Switch>
    {props.result.text}
  </span>
);
