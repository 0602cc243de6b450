import { droppedCounters } from "./counter-reset.ts";
import { matchRound1Lines } from "./player-matching.ts";
import type { StatsFile } from "./stats-file.ts";

/** Two limits are the same within this many seconds: both are truncated. */
const SAME_LIMIT_SECONDS = 1;

/**
 * Whether a stats file is what the writer saves when the map is changed in the middle of a round.
 * Such a file has the wrong round number and is no round. Its marks:
 *
 * - field 9 is there and at most 0: the round's end was never recorded;
 * - an 8-field header called Round 1, played against the time that `earlierRound1` set and not against
 *   that one's own limit, with that one's numbers in it (an aborted Round 2);
 * - an 8-field header called Round 2 without a Round 1 that it could belong to, with an invented
 *   field 8 and without anybody who had been there before (an aborted Round 1).
 *
 * `earlierRound1`: the Round 1 of the same map last played before this file, within the pairing
 * window; null when there is none. The `rounds` field alone decides nothing: it counts from the
 * match's start, and many a Round 1 begins at 1.
 */
export function isAbortedDump(
  file: StatsFile,
  { earlierRound1 }: { readonly earlierRound1: StatsFile | null },
): boolean {
  const { header, lines, round } = file;
  if (header.playtimeNotPositive) return true;
  if (header.fields !== 8) return false;
  if (round === 1) return earlierRound1 !== null && isRound2Of(file, earlierRound1);
  return earlierRound1 === null && header.badNextTime && lines.every((line) => line.rounds === 0);
}

/** Played against the time that a Round 1 set, by people who have that one's numbers. */
function isRound2Of(file: StatsFile, round1: StatsFile): boolean {
  const limit = file.header.timeLimitSeconds;
  const set = round1.header.badNextTime ? null : round1.header.nextTimeLimitSeconds;
  const own = round1.header.timeLimitSeconds;
  if (limit === null || set === null || own === null) return false;
  if (Math.abs(limit - set) > SAME_LIMIT_SECONDS) return false;
  return Math.abs(limit - own) > SAME_LIMIT_SECONDS && mostRunOn(file, round1);
}

/** Whether no counter of most shared players is lower than before. */
function mostRunOn(file: StatsFile, earlier: StatsFile): boolean {
  const before = matchRound1Lines(file.lines, earlier.lines);
  let shared = 0;
  let ranOn = 0;
  file.lines.forEach((line, i) => {
    const one = before[i];
    if (!one) return;
    shared++;
    if (droppedCounters(line, one).length === 0) ranOn++;
  });
  return ranOn * 2 > shared;
}
