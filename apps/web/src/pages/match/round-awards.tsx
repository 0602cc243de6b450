import { createMemo, For, Show } from "solid-js";
import type { MatchPlayer, MatchRound } from "../../api/match.ts";
import { PlayerName } from "../../components/player-name.tsx";

/** The awards that the server gave at the end of each round, by kind. */
export const RoundAwards = (props: {
  readonly rounds: readonly MatchRound[];
  readonly players: readonly MatchPlayer[];
}) => {
  const raw = createMemo(() => new Map(props.players.map(({ guid, rawName }) => [guid, rawName])));
  const told = () => props.rounds.filter(({ awards }) => awards.length > 0);
  return (
    <Show
      when={told().length > 0}
      fallback={<p class="muted">No awards came with these rounds.</p>}
    >
      <div class="cols">
        <For each={told()}>
          {(round) => (
            <div class={told().length > 1 ? "c6" : "c12"}>
              <h3 class={told().length > 1 ? "mb-3" : "vh"}>Round {round.round}</h3>
              <For each={[...new Set(round.awards.map(({ category }) => category))]}>
                {(category) => (
                  <div class="mb-4">
                    <h4 class="sub">{category === "other" ? "Other" : category}</h4>
                    <ul class="award-lines">
                      <For each={round.awards.filter((award) => award.category === category)}>
                        {(award) => (
                          <li>
                            <span>{award.name}</span>
                            <PlayerName
                              guid={award.guid}
                              name={award.player}
                              raw={raw().get(award.guid ?? "")}
                            />
                            <span class="num muted">
                              {readable(award.value)}
                              <Show when={round.round === 2 && award.scope === "cum"}>
                                <span class="dim small"> both rounds</span>
                              </Show>
                            </span>
                          </li>
                        )}
                      </For>
                    </ul>
                  </div>
                )}
              </For>
            </div>
          )}
        </For>
      </div>
    </Show>
  );
};

/** The server prints some figures with all their decimals; two are enough. */
const readable = (value: string) =>
  value.replace(/\d+\.\d{3,}/g, (number) => Number(number).toFixed(2));
