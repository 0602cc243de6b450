import type { Leaderboard, LeaderboardRow } from "../../api/leaderboards.ts";

/** How a player's place has changed: places won (above 0) or lost, newly ranked, or (null) not known. */
export type PlaceChange = number | "new" | null;

/** The instant before a session began; without one, before there were any. */
export const justBefore = (start: string): string =>
  new Date((Date.parse(start) || Date.UTC(2003, 0, 2)) - 1000).toISOString();

/** The season that begins on a day, `2026-01-01`: `2026-Q1`. */
export const seasonId = (day: string): string =>
  `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

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
