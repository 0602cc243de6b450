import type { Leaderboard, LeaderboardDefinition, Period } from "../../api/leaderboards.ts";
import { figure, plural } from "../../format/numbers.ts";
import { seasonName, stretch } from "../../format/stretch.ts";
import { type BoardFilter, partWords } from "./board-filter.ts";

/** What stands below a number's label. */
export function unitOf(unit: LeaderboardDefinition["unit"]): string {
  if (unit === "percent") return "%";
  return unit === "count" ? "\u00a0" : unit;
}

/** `1 000 shots with accuracy weapons`; damage and time come with their unit. */
const amount = (sum: string, label: string, count: number): string => {
  if (sum === "rounds") return plural(count, "round");
  return sum.startsWith("damage") ? `${figure(count)} HP ${label}` : `${figure(count)} ${label}`;
};

/** `50 rounds and 1 000 shots` */
export function minimumWords(minimum: Leaderboard["minimum"]): string {
  return minimum.map(({ sum, label, least }) => amount(sum, label, least)).join(" and ");
}

/** `3 rounds short` */
export function lackWords(lacks: Leaderboard["unranked"][number]["lacks"]): string {
  const parts = lacks.map(({ sum, label, missing }) => amount(sum, label, missing));
  return `${parts.join(" and ")} short`;
}

/** `2026 Spring`, `last 90 days`, `all time`. */
export function periodName(period: Period, board: Pick<Leaderboard, "from">): string {
  if (period === "season") return board.from ? seasonName(board.from) : "season";
  return period === "all" ? "all time" : `last ${period.slice(0, 2)} days`;
}

/** The filter as a sentence, with the sample. */
export function captionOf(board: Leaderboard, filter: BoardFilter): string {
  const when = board.from && board.to ? stretch(board.from, board.to) : "All time";
  const who = `${figure(board.total)} of ${plural(board.players, "player")} have the ${minimumWords(board.minimum)}`;
  return `${when}, ${partWords(filter)}. ${who}.`;
}
