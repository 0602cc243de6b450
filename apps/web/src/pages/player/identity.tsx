import { Show } from "solid-js";
import { comparePath, sessionsPath } from "../../address/paths.ts";
import type { PlayerProfile } from "../../api/players.ts";
import { CopyLink } from "../../components/copy-link.tsx";
import { Crumbs } from "../../components/crumbs.tsx";
import { PlayerName } from "../../components/player-name.tsx";
import { longDay, timeOfDay } from "../../format/moments.ts";
import { plural } from "../../format/numbers.ts";

/** Who it is, when seen, and where to go from here. */
export const Identity = (props: { readonly profile: PlayerProfile }) => (
  <>
    <Crumbs>
      <li>
        <a href="/">Home</a>
      </li>
      <li>
        <a href="/players">Players</a>
      </li>
      <li aria-current="page">
        <bdi>{props.profile.name}</bdi>
      </li>
    </Crumbs>
    <div class="ident pt-3 pb-5">
      <div class="min-w-0">
        <h1 class="break-names">
          <PlayerName guid={null} name={props.profile.name} raw={props.profile.rawName} />
        </h1>
        <p class="aka">
          <Show when={props.profile.lastSeen} fallback="No round of this player counts. ">
            {(last) => (
              <>
                Last seen {longDay(last())}, {timeOfDay(last())}.{" "}
              </>
            )}
          </Show>
          <Show when={props.profile.firstSeen}>
            {(first) => <>First round {longDay(first())}. </>}
          </Show>
          {plural(props.profile.sessions, "session")}. GUID <code>{props.profile.guid}</code>
        </p>
      </div>
      <div class="flex flex-wrap gap-2">
        <a class="btn primary" href={comparePath({ a: props.profile.guid })}>
          Compare with
        </a>
        <a class="btn" href={sessionsPath({ player: props.profile.guid })}>
          Sessions
        </a>
        <CopyLink />
      </div>
    </div>
  </>
);
