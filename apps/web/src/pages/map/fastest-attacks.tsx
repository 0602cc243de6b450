import { For, Show } from "solid-js";
import { matchPath } from "../../address/paths.ts";
import type { MapDetail } from "../../api/maps.ts";
import { RankMark } from "../../components/rank-mark.tsx";
import { clock } from "../../format/clock.ts";
import { longDay } from "../../format/moments.ts";

/** The fastest attacks on a map, with the matches in which they happened. */
export const FastestAttacks = (props: { readonly map: MapDetail }) => (
  <Show
    when={props.map.fastest.length > 0}
    fallback={<p class="muted">No attack has come through yet.</p>}
  >
    <section class="tscroll" tabindex="0" aria-label="Fastest attacks, scrolls sideways">
      <table>
        <caption class="vh">The fastest attacks</caption>
        <thead>
          <tr>
            <th scope="col">Match</th>
            <th scope="col">
              Time<small>m:ss</small>
            </th>
            <th scope="col">Round</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.map.fastest}>
            {(attack, i) => (
              <tr>
                <th scope="row">
                  <span class="lbname">
                    <RankMark rank={i() + 1} />
                    <a href={matchPath(attack.matchId)}>{longDay(attack.date)}</a>
                  </span>
                </th>
                <td>
                  <b>{clock(attack.seconds)}</b>
                </td>
                <td>{attack.round}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </section>
  </Show>
);
