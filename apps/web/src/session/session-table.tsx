import { For, Show } from "solid-js";
import { sessionPath } from "../address/paths.ts";
import type { SessionSummary } from "../api/sessions.ts";
import { Icon } from "../components/icon.tsx";
import { TeamLetter } from "../components/team-letter.tsx";
import { shortDay } from "../format/moments.ts";
import { leader } from "./lead.ts";
import { shortMap } from "./short-map.ts";
import { teamName } from "./teams.ts";

/** Sessions, a line each: when, score, who won, how much was played. */
export const SessionTable = (props: {
  readonly sessions: readonly SessionSummary[];
  readonly caption: string;
  /** Names what was played too, where there is room for it. */
  readonly withMaps?: boolean;
}) => (
  <section class="tscroll" tabindex="0" aria-label={`${props.caption}, scrolls sideways`}>
    <table>
      <caption class="vh">{props.caption}</caption>
      <thead>
        <tr>
          <th scope="col">Session</th>
          <th scope="col" class="l">
            Score
          </th>
          <th scope="col" class="l">
            Winner
          </th>
          <Show when={props.withMaps}>
            <th scope="col" class="l roomy">
              Played
            </th>
          </Show>
          <th scope="col">Maps</th>
          <th scope="col">Rounds</th>
          <th scope="col">Players</th>
        </tr>
      </thead>
      <tbody>
        <For each={props.sessions}>
          {(session) => (
            <tr>
              <th scope="row">
                <a href={sessionPath(session.id)}>
                  <time datetime={session.start}>
                    {shortDay(session.date, props.sessions[0]?.date)}
                  </time>
                </a>
              </th>
              <td class="l">
                <Show when={session.teamNames.length === 2} fallback="–">
                  <b class="num">
                    {session.score.teamA} : {session.score.teamB}
                  </b>
                </Show>
              </td>
              <td class="l">
                <Winner session={session} />
              </td>
              <Show when={props.withMaps}>
                <td class="l roomy muted">
                  <span class="cut">{session.maps.map(shortMap).join(", ")}</span>
                </td>
              </Show>
              <td>{session.maps.length}</td>
              <td>{session.rounds}</td>
              <td>{session.players}</td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  </section>
);

const Winner = (props: { readonly session: SessionSummary }) => {
  const slot = () => leader(props.session.score.teamA - props.session.score.teamB);
  return (
    <Show when={props.session.teamNames.length === 2} fallback={<span class="dim">no teams</span>}>
      <span class="chip">
        <Show
          when={slot()}
          fallback={
            <>
              <Icon name="draw" solid /> draw
            </>
          }
        >
          {(winner) => (
            <>
              <TeamLetter team={winner()} small />
              {teamName(props.session.teamNames, winner())}
            </>
          )}
        </Show>
      </span>
    </Show>
  );
};
