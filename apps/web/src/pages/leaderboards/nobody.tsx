import { Link } from "@tanstack/solid-router";
import { Show } from "solid-js";
import { leaderboardPath } from "../../address/paths.ts";
import type { Leaderboard } from "../../api/leaderboards.ts";
import { plural } from "../../format/numbers.ts";
import { EmptyState } from "../../states/empty-state.tsx";
import { type BoardFilter, SIDES } from "./board-filter.ts";
import { minimumWords, periodName } from "./words.ts";

/** Nobody reaches the minimum: how much is there, and which filter to loosen. */
export const Nobody = (props: { readonly board: Leaderboard; readonly filter: BoardFilter }) => {
  const sideLabel = () => SIDES.find(({ value }) => value === props.filter.side)?.label;
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
          <Show when={props.filter.map}>
            <Link class="btn" to="." search={loosened({ map: undefined })}>
              All maps
            </Link>
          </Show>
          <Show when={props.filter.side}>
            <Link class="btn" to="." search={loosened({ side: undefined })}>
              Both sides
            </Link>
          </Show>
          <Show when={props.filter.weaponClass}>
            <Link class="btn" to="." search={loosened({ weapons: undefined })}>
              All weapons
            </Link>
          </Show>
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
