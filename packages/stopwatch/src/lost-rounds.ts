import type { StatsFile } from "@slomix/stats-parser";
import { offsetBetween } from "./infer-clock.ts";
import { FAR_MS } from "./link-telemetry.ts";
import type { TelemetryRow } from "./merge-telemetry.ts";
import type { TimedFile } from "./timed-file.ts";

/** Two rounds of one map cannot end within this time (ms). */
export const SAME_ROUND_MS = 60_000;

/**
 * The rounds whose stats files were lost: rows that no file has, and that no file of the stretch can
 * be. Not lost is a row that ends within a minute of a round of its map or overlaps one of its number
 * (a second delivery); nor one with a file of its map and number, without a webhook, in linking
 * distance or a whole number of quarter hours away: then the clock is misread.
 *
 * @param files All rounds of the stretch that have a file.
 * @param aborted Those of rounds that were broken off: no webhook is theirs, and their number is inverted.
 * @param unlinked Rows that no file has, by end.
 */
export function lostRounds(
  files: readonly TimedFile[],
  aborted: ReadonlySet<StatsFile>,
  unlinked: readonly TelemetryRow[],
): TelemetryRow[] {
  if (unlinked.length === 0) return [];
  const byMap = new Map<string, TimedFile[]>();
  for (const file of files) {
    const same = byMap.get(file.map);
    if (same) same.push(file);
    else byMap.set(file.map, [file]);
  }
  return unlinked.filter((row) => {
    const rounds = byMap.get(row.map) ?? [];
    if (rounds.some((round) => Math.abs(round.endMs - row.endMs) <= SAME_ROUND_MS)) return false;
    return !rounds.some(
      (round) =>
        round.number === row.telemetry.round &&
        !aborted.has(round.file) &&
        (round.link ? overlap(round.link.row, row) : mayBeOf(round, row)),
    );
  });
}

function overlap(a: TelemetryRow, b: TelemetryRow): boolean {
  if (a.startMs === null || b.startMs === null) return false;
  return a.startMs < b.endMs && b.startMs < a.endMs;
}

function mayBeOf(round: TimedFile, row: TelemetryRow): boolean {
  if (offsetBetween(round.file.stamp.naiveMs, row.endMs) !== null) return true;
  return round.readings.some((instant) => Math.abs(instant - row.endMs) <= FAR_MS);
}
