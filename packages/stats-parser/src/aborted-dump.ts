import type { StatsFile } from "./stats-file.ts";

/**
 * Whether a stats file is what the writer saves when the map is changed in the middle of a round.
 * Such a file has the wrong round number and is no round. Its marks:
 *
 * - field 9 is there and at most 0: the round's end was never recorded;
 * - it is called Round 1, but most players carried counters over (an aborted Round 2);
 * - an 8-field header called Round 2 without anybody who carried counters over, without a Round 1
 *   that it could belong to (`eligibleRound1`), and with an invented field 8 (an aborted Round 1).
 */
export function isAbortedDump(file: StatsFile, context: { eligibleRound1: boolean }): boolean {
  const { header, lines, round } = file;
  if (header.playtimeNotPositive) return true;
  const carriedOver = lines.filter((line) => line.rounds >= 1).length;
  if (round === 1) return carriedOver * 2 > lines.length;
  return header.fields === 8 && !context.eligibleRound1 && carriedOver === 0 && header.badNextTime;
}
