import type { Leaderboard, LeaderboardRow } from "../../api/leaderboards.ts";

/** How a player's place has changed: places won (above 0) or lost, newly ranked, or (null) not known. */
export type PlaceChange = number | "new" | null;

/** The day before a day, `YYYY-MM-DD`. */
export const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

/** A player's place now against that in an earlier ranking, which may be cut off or still empty. */
export function placeChange(
  row: Pick<LeaderboardRow, "guid" | "rank">,
  before: Pick<Leaderboard, "total"> & {
    readonly rows: readonly Pick<LeaderboardRow, "guid" | "rank">[];
  },
): PlaceChange {
  const then = before.rows.find(({ guid }) => guid === row.guid);
  if (then) return then.rank - row.rank;
  const first = before.rows.length === 0;
  return first || before.rows.length < before.total ? null : "new";
}
