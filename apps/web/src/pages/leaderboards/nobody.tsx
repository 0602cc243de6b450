import { Link } from "@tanstack/solid-router";
import { For, Show } from "solid-js";
import { leaderboardPath } from "../../address/paths.ts";
import type { Leaderboard } from "../../api/leaderboards.ts";
import { plural } from "../../format/numbers.ts";
import { EmptyState } from "../../states/empty-state.tsx";
import { type BoardFilter, labelIn, SIDES } from "./board-filter.ts";
import { minimumWords, periodName } from "./words.ts";

/** Parts of the address that narrow the ranking, and what it is without them. */
const LOOSER = [
  { chosen: "map", part: "map", label: "All maps" },
  { chosen: "side", part: "side", label: "Both sides" },
  { chosen: "weaponClass", part: "weapons", label: "All weapons" },
] as const;

/** Nobody reaches the minimum: how much is there, and which filter to loosen. */
export const Nobody = (props: { readonly board: Leaderboard; readonly filter: BoardFilter }) => {
  const sideLabel = () => labelIn(SIDES, props.filter.side);
  const narrowed = () => LOOSER.filter(({ chosen }) => props.filter[chosen]);
  const most = () => props.board.unranked[0]?.rounds ?? 0;
  const leastRounds = () => props.board.minimum.find((one) => one.sum === "rounds")?.least ?? 0;
  const loosened = (parts: Record<string, unknown>) => (search: Record<string, unknown>) => ({
    ...search,
    page: undefined,
    ...parts,
  });
  return (
    <EmptyState
      figure="filter"
      title="Nobody qualifies"
      actions={
        <>
          <Show when={most() > 0 && most() < leastRounds()}>
            <Link class="btn primary" to="." search={loosened({ min: most() })}>
              Use {plural(most(), "round")}
            </Link>
          </Show>
          <For each={narrowed()}>
            {({ part, label }) => (
              <Link class="btn" to="." search={loosened({ [part]: undefined })}>
                {label}
              </Link>
            )}
          </For>
          <a class="btn" href={leaderboardPath({ metric: props.board.metric, period: "all" })}>
            All time, all maps
          </a>
        </>
      }
    >
      No player has {minimumWords(props.board.minimum)}
      <Show when={props.filter.map}>
        {" "}
        on <b class="normal-case">{props.filter.map}</b>
      </Show>
      <Show when={sideLabel()}>{(side) => ` as ${side()}`}</Show> in{" "}
      {props.filter.period === "all"
        ? "all"
        : `the ${periodName(props.filter.period, props.board)}`}
      .<Show when={most() > 0}> The most is {plural(most(), "round")}.</Show>
    </EmptyState>
  );
};
