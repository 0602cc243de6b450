import type { PlayerLine, StatsFile } from "@slomix/stats-parser";
import { singleLines } from "./confirm-pair.ts";

/** Tab fields of the engine that both a stats file and a league's report have. */
const SHARED_FIELDS = [
  [0, "damage given"],
  [1, "damage received"],
  [2, "team damage given"],
  [3, "team damage received"],
  [4, "gibs"],
  [5, "self-kills"],
  [6, "team kills"],
] as const;

/** The lines of each human who stands once in both. */
function pairsOf(one: StatsFile, other: StatsFile): [PlayerLine, PlayerLine][] {
  const lines = singleLines(other);
  return [...singleLines(one)].flatMap(([guid, line]): [PlayerLine, PlayerLine][] => {
    const same = lines.get(guid);
    return !line.bot && line.tab && same?.tab ? [[line, same]] : [];
  });
}

const differing = (one: PlayerLine, other: PlayerLine) =>
  SHARED_FIELDS.filter(([index]) => one.tab?.[index] !== other.tab?.[index]);

/**
 * Whether two sources tell of one round by its players: more than half of the humans in both have the
 * same damage, given and received. Who left early may stand in one with numbers some seconds older.
 */
export function sameCounters(one: StatsFile, other: StatsFile): boolean {
  const pairs = pairsOf(one, other);
  const same = pairs.filter(
    ([a, b]) => a.tab?.[0] === b.tab?.[0] && a.tab?.[1] === b.tab?.[1],
  ).length;
  return same * 2 > pairs.length;
}

/** Where two sources of one round disagree: `Borovets: damage given 1200 and 1180`. Empty: nowhere. */
export function counterDifferences(one: StatsFile, other: StatsFile): string[] {
  return pairsOf(one, other).flatMap(([a, b]) =>
    differing(a, b).map(
      ([index, label]) => `${a.name}: ${label} ${a.tab?.[index]} and ${b.tab?.[index]}`,
    ),
  );
}
