import { For, Show } from "solid-js";
import { matchPath } from "../../address/paths.ts";
import type { PlayerProfile, RecentRound } from "../../api/players.ts";
import { ChartFigure } from "../../charts/chart-figure.tsx";
import { shortDay, timeOfDay } from "../../format/moments.ts";
import { figure, plural } from "../../format/numbers.ts";
import { sideName } from "../../format/side-name.ts";
import { EmptyState } from "../../states/empty-state.tsx";
import { FormBars } from "./form-bars.tsx";
import { dpmOf, formWords } from "./form-words.ts";

/** The last 20 rounds: as bars, in words, and as a table with links. */
export const Form = (props: { readonly profile: PlayerProfile }) => {
  const rounds = () => props.profile.recentRounds.toReversed();
  return (
    <Show
      when={rounds().length > 0}
      fallback={
        <EmptyState figure="page" title="No round that counts">
          Only rounds of bots, restarts or filler maps are known of this player.
        </EmptyState>
      }
    >
      <ChartFigure
        title="DPM by round"
        unit={`HP a minute, last ${plural(rounds().length, "round")}, oldest at the left`}
        says={formWords(props.profile)}
        chart={<FormBars rounds={rounds()} mean={dpmOf(rounds())} />}
        legend={
          <>
            <span>
              <svg width="12" height="12" aria-hidden="true">
                <rect class="bar-won" width="12" height="12" />
              </svg>
              round won (W)
            </span>
            <span>
              <svg width="12" height="12" aria-hidden="true">
                <rect class="bar-lost" x=".75" y=".75" width="10.5" height="10.5" />
              </svg>
              round lost (L)
            </span>
          </>
        }
        table={<Rounds rounds={props.profile.recentRounds} />}
      />
    </Show>
  );
};

/** The same rounds, newest first. */
const Rounds = (props: { readonly rounds: readonly RecentRound[] }) => (
  <section class="tscroll" tabindex="0" aria-label="Last rounds, scrolls sideways">
    <table>
      <caption>
        <span>Newest first.</span>
      </caption>
      <thead>
        <tr>
          <th scope="col">Round</th>
          <th scope="col">
            DPM<small>HP/min</small>
          </th>
          <th scope="col">Result</th>
          <th scope="col">Side</th>
          <th scope="col">Kills</th>
          <th scope="col">Deaths</th>
          <th scope="col">Ended</th>
        </tr>
      </thead>
      <tbody>
        <For each={props.rounds}>
          {(round) => (
            <tr>
              <th scope="row">
                <a href={matchPath(round.matchId)}>{round.map}</a>{" "}
                <span class="dim">R{round.round}</span>
              </th>
              <td>{figure(round.dpm)}</td>
              <td>{round.won === null ? "–" : round.won ? "won" : "lost"}</td>
              <td>{round.side === null ? "–" : sideName(round.side)}</td>
              <td>{figure(round.kills)}</td>
              <td>{figure(round.deaths)}</td>
              <td>
                <time datetime={round.end}>
                  {shortDay(round.end)}, {timeOfDay(round.end)}
                </time>
              </td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  </section>
);
