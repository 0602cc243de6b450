import { For } from "solid-js";
import type { PlayerProfile } from "../../api/players.ts";
import { longDay } from "../../format/moments.ts";
import { figure } from "../../format/numbers.ts";

/** Every name that the player bore, newest first. */
export const Aliases = (props: { readonly profile: PlayerProfile }) => (
  <section class="tscroll" tabindex="0" aria-label="Names, scrolls sideways">
    <table>
      <caption>
        <span>Names borne in the game, the newest first.</span>
      </caption>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Rounds</th>
          <th scope="col">First</th>
          <th scope="col">Last</th>
        </tr>
      </thead>
      <tbody>
        <For each={props.profile.aliases}>
          {(one) => (
            <tr>
              <th scope="row">
                <bdi class="pname">{one.alias}</bdi>
              </th>
              <td>{figure(one.rounds)}</td>
              <td>{longDay(one.firstSeen)}</td>
              <td>{longDay(one.lastSeen)}</td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  </section>
);
