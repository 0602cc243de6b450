import type { Leaderboard, LeaderboardDefinition, Period } from "../../api/leaderboards.ts";
import { figure, plural } from "../../format/numbers.ts";
import { seasonName, stretch } from "../../format/stretch.ts";

/** What stands below a number's label. */
export function unitOf(unit: LeaderboardDefinition["unit"]): string {
  if (unit === "percent") return "%";
  return unit === "count" ? "\u00a0" : unit;
}

const NOUNS = {
  rounds: "round",
  shots: "shot",
  hits: "hit",
  kills: "kill",
  damage: "damage",
} as const;

const amount = (of: keyof typeof NOUNS, count: number): string =>
  of === "damage" ? `${figure(count)} HP of damage` : plural(count, NOUNS[of]);

/** `50 rounds and 1 000 shots` */
export function minimumWords(minimum: Leaderboard["minimum"]): string {
  const parts = (Object.keys(NOUNS) as (keyof typeof NOUNS)[]).flatMap((of) => {
    const least = minimum[of];
    return least === undefined ? [] : [amount(of, least)];
  });
  return parts.join(" and ");
}

/** `3 rounds short` */
export function lackWords(lacks: Leaderboard["unranked"][number]["lacks"]): string {
  const parts = lacks.map(({ of, missing }) => amount(of, missing));
  return `${parts.join(" and ")} short`;
}

/** `2026 Spring`, `last 90 days`, `all time`. */
export function periodName(period: Period, board: Pick<Leaderboard, "from">): string {
  if (period === "season") return board.from ? seasonName(board.from) : "season";
  return period === "all" ? "all time" : `last ${period.slice(0, 2)} days`;
}

/** The filter as a sentence, with the sample. */
export function captionOf(board: Leaderboard, map: string | undefined): string {
  const when = board.from && board.to ? stretch(board.from, board.to) : "All time";
  const where = map ? `${map} only` : "all maps";
  const who = `${figure(board.total)} of ${plural(board.players, "player")} have the ${minimumWords(board.minimum)}`;
  return `${when}, ${where}. ${who}.`;
}
