import { droppedCounters } from "./counter-reset.ts";
import { longerThanRound } from "./own-numbers.ts";
import { matchRound1Lines } from "./player-matching.ts";
import type { PlayerLine, StatsFile } from "./stats-file.ts";

/** What an earlier try of a Round 1 is to the numbers of the next one. */
export interface CarriedCounters {
  /** Most players' counters provably ran on: the earlier file is to be subtracted. */
  readonly proven: boolean;
  /** Otherwise: lines that may hold the earlier try, though nothing proves it. */
  readonly doubtful: ReadonlySet<PlayerLine>;
}

/**
 * Whether the counters of an earlier, abandoned try of a Round 1 ran on into this one (engines before
 * 2026-03). Proof for a player: more time than the round lasted, and no counter lower than before;
 * for the file: more than half of the players of both. A writer that tells no time proves nothing,
 * but where not one counter of anybody is lower, each of these lines is doubtful.
 *
 * `roundSeconds`: how long the round lasted, at most; null when unknown.
 */
export function carriedCounters(
  file: StatsFile,
  earlier: StatsFile,
  roundSeconds: number | null,
): CarriedCounters {
  const before = matchRound1Lines(file.lines, earlier.lines);
  const shared = file.lines.filter((_, i) => before[i]);
  const grown = file.lines.filter((line, i) => {
    const one = before[i];
    return one && droppedCounters(line, one).length === 0;
  });
  const tooLong = grown.filter((line) => longerThanRound(line, roundSeconds) === true);
  if (tooLong.length * 2 > shared.length) return { proven: true, doubtful: new Set() };
  const untimed = grown.every((line) => longerThanRound(line, roundSeconds) === null);
  const doubtful = untimed && grown.length === shared.length ? grown : tooLong;
  return { proven: false, doubtful: new Set(doubtful) };
}
