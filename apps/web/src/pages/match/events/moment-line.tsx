import { Show } from "solid-js";
import type { EventPlayer } from "../../../api/match-events.ts";
import { PlayerName } from "../../../components/player-name.tsx";
import { SideBadge } from "../../../components/side-badge.tsx";
import type { Moment } from "./moments.ts";

/** A moment as a line of text with names in their colours; without its time. */
export const MomentLine = (props: { readonly moment: Moment }) => (
  <>
    <Show when={props.moment.who} fallback="Somebody">
      {(who) => <Sided player={who()} />}
    </Show>{" "}
    {props.moment.did}
    <Show when={props.moment.whom}>
      {(whom) => (
        <>
          {" "}
          <Sided player={whom()} />
        </>
      )}
    </Show>
    <Show when={props.moment.more.length > 0}>
      <span class="muted">, {props.moment.more.join(", ")}</span>
    </Show>
  </>
);

const Sided = (props: { readonly player: EventPlayer }) => (
  <>
    <Show when={props.player.side}>{(side) => <SideBadge side={side()} />}</Show>{" "}
    <PlayerName guid={props.player.guid} name={props.player.name} raw={props.player.rawName} />
  </>
);
