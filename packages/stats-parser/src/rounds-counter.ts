import type { PlayerLine, StatsFile } from "./stats-file.ts";

/**
 * What the `rounds` field of a Round 1 counts from: the value that most of its lines have, the lower
 * one of two. The engine counts from the match's start, so a map played again, or a gather's first
 * map, begins at 1 or more. Only the step from Round 1 to Round 2 says anything.
 */
export function roundsBase({ lines }: Pick<StatsFile, "lines">): number {
  const counts = new Map<number, number>();
  for (const { rounds } of lines) counts.set(rounds, (counts.get(rounds) ?? 0) + 1);
  let base = 0;
  let most = 0;
  for (const [value, count] of counts) {
    if (count < most || (count === most && value > base)) continue;
    base = value;
    most = count;
  }
  return base;
}

/**
 * Whether a later line's `rounds` went on: it is above the player's own in the earlier file, or above
 * that file's {@link roundsBase} for who has no line there. True for who was connected when the later
 * round began; it does not prove that his counters were carried over.
 */
export function roundsWentOn(later: PlayerLine, earlier: PlayerLine | null, base: number): boolean {
  return later.rounds > (earlier?.rounds ?? base);
}
