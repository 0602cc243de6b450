import { createMemo, For, Show } from "solid-js";
import { PlayerName } from "../components/player-name.tsx";
import { type TeamSlot, teamName } from "./teams.ts";

/** How often one killed the other. */
export interface Duel {
  readonly killer: string;
  readonly victim: string;
  readonly kills: number;
}

/** Somebody who fought. */
export interface Duelist {
  readonly guid: string;
  readonly name: string;
  readonly rawName: string;
  readonly team: TeamSlot | null;
}

/** Who killed whom: team A's players down, team B's across, "kills : deaths" of the former. */
export const DuelGrid = (props: {
  readonly players: readonly Duelist[];
  readonly duels: readonly Duel[];
  readonly teamNames: readonly string[];
}) => {
  const of = (team: TeamSlot) => props.players.filter((player) => player.team === team);
  const kills = createMemo(
    () => new Map(props.duels.map(({ killer, victim, kills }) => [`${killer} ${victim}`, kills])),
  );
  const count = (killer: string, victim: string) => kills().get(`${killer} ${victim}`) ?? 0;
  return (
    <Show
      when={props.duels.length > 0}
      fallback={<p class="muted">No file tells who killed whom.</p>}
    >
      <section class="tscroll" tabindex="0" aria-label="Who killed whom, scrolls sideways">
        <table class="duels">
          <caption>
            <span>
              Kills and deaths of {teamName(props.teamNames, "A")} (down) against{" "}
              {teamName(props.teamNames, "B")} (across); who is ahead is bold.
            </span>
          </caption>
          <thead>
            <tr>
              <th scope="col">
                <span class="vh">Player</span>
              </th>
              <For each={of("B")}>
                {(player) => (
                  <th scope="col">
                    <PlayerName guid={player.guid} name={player.name} raw={player.rawName} />
                  </th>
                )}
              </For>
            </tr>
          </thead>
          <tbody>
            <For each={of("A")}>
              {(row) => (
                <tr>
                  <th scope="row">
                    <PlayerName guid={row.guid} name={row.name} raw={row.rawName} />
                  </th>
                  <For each={of("B")}>
                    {(column) => {
                      const [won, lost] = [
                        count(row.guid, column.guid),
                        count(column.guid, row.guid),
                      ];
                      return (
                        <td>
                          <span classList={{ ahead: won > lost, behind: won < lost }}>{won}</span>
                          {" : "}
                          <span classList={{ ahead: lost > won, behind: lost < won }}>{lost}</span>
                        </td>
                      );
                    }}
                  </For>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </section>
    </Show>
  );
};
