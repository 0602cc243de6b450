import { useQuery } from "@tanstack/solid-query";
import { For, Show } from "solid-js";
import { leaderboardQuery } from "../../api/leaderboards.ts";
import { PlayerName } from "../../components/player-name.tsx";
import { RankMark } from "../../components/rank-mark.tsx";
import { figure, plural } from "../../format/numbers.ts";
import { Loaded } from "../../states/loaded.tsx";
import { Skeleton } from "../../states/skeleton.tsx";

const SHOWN = 8;

/** Fewer rounds on one map than this say little of a player. */
const LEAST = 10;

/** Who does the most damage a minute on a map. */
export const BestOnMap = (props: { readonly map: string }) => {
  const board = useQuery(() =>
    leaderboardQuery({
      metric: "dpm",
      period: "all",
      map: props.map,
      minRounds: LEAST,
      limit: SHOWN,
      offset: 0,
    }),
  );
  return (
    <Loaded query={board} what="The best" loading={<Skeleton what="The best" height={24} />}>
      {(data) => (
        <Show
          when={data().rows.length > 0}
          fallback={<p class="muted">Nobody has played {LEAST} rounds on this map.</p>}
        >
          <ol class="rank">
            <For each={data().rows}>
              {(row) => (
                <li>
                  <RankMark rank={row.rank} />
                  <PlayerName guid={row.guid} name={row.name} raw={row.rawName} />
                  <span class="val">{figure(row.value)}</span>
                  <span class="why">
                    {plural(row.rounds, "round")}, {figure(row.kdRatio, 2)} K/D
                  </span>
                </li>
              )}
            </For>
          </ol>
          <p class="small dim mt-3">
            Damage a minute on this map, all time, from {plural(LEAST, "round")} up.
          </p>
        </Show>
      )}
    </Loaded>
  );
};
