import type { StatsFile } from "@slomix/stats-parser";
import { offsetBetween } from "./infer-clock.ts";
import { FAR_MS } from "./link-telemetry.ts";
import type { TelemetryRow } from "./merge-telemetry.ts";
import type { TimedFile } from "./timed-file.ts";

const MINUTE = 60_000;
const DAY = 86_400_000;
/** Two rounds of one map cannot end within this time. */
const SAME_ROUND = MINUTE;

/** What a stand-in is looked for among; one stretch. */
export interface StandInEvidence {
  /** All rounds that have a file, aborted ones and bot rounds included. */
  readonly files: readonly TimedFile[];
  /** Start of a round's play, null when unknown. */
  readonly startOf: (round: TimedFile) => number | null;
  /** Files of rounds that were broken off: no webhook is theirs, and their number is inverted. */
  readonly aborted: ReadonlySet<StatsFile>;
  /** Rounds without a partner, by their file. */
  readonly alone: ReadonlySet<StatsFile>;
  /** Rows that no file has, by end. */
  readonly unlinked: readonly TelemetryRow[];
  readonly windowMs: number;
}

/**
 * Webhooks that stand in for lost stats files: row by the file of the other half. A lone Round 1
 * takes the row of a Round 2 of its map when that is the very next round on the clock, ends within
 * the window and has a winner; an orphan Round 2 takes a Round 1's row when it is the round just
 * before. A row is no lost round when a round of its map ends within a minute of it or overlaps it
 * (a second delivery), when a file that no webhook explains lies in linking distance, or lies a whole
 * number of quarter hours away: then the clock is misread, and nothing is lost.
 */
export function findStandIns(evidence: StandInEvidence): Map<StatsFile, TelemetryRow> {
  const { files, windowMs } = evidence;
  const lost = lostRounds(evidence);
  const events: (TimedFile | TelemetryRow)[] = [...files, ...lost];
  events.sort((a, b) => a.endMs - b.endMs || (nameOf(a) < nameOf(b) ? -1 : 1));
  const standIns = new Map<StatsFile, TelemetryRow>();
  events.forEach((event, index) => {
    if (!isFile(event) || !evidence.alone.has(event.file)) return;
    const row = events[event.number === 1 ? index + 1 : index - 1];
    if (!row || isFile(row) || row.map !== event.map) return;
    if (row.telemetry.round === event.number || row.telemetry.winnerSide === null) return;
    const gap = Math.abs(row.endMs - event.endMs);
    if (gap === 0 || gap >= windowMs) return;
    const [earlier, later] = event.number === 1 ? [event, row] : [row, event];
    const begun = isFile(later) ? evidence.startOf(later) : later.startMs;
    if (begun !== null && begun < earlier.endMs - SAME_ROUND) return;
    standIns.set(event.file, row);
  });
  return standIns;
}

/** The unlinked rows of rounds that no file here can be. */
function lostRounds(evidence: StandInEvidence): TelemetryRow[] {
  const { files, aborted, unlinked, startOf } = evidence;
  const byMap = new Map<string, TimedFile[]>();
  for (const file of files) {
    const same = byMap.get(file.map);
    if (same) same.push(file);
    else byMap.set(file.map, [file]);
  }
  return unlinked.filter((row) => {
    for (const round of byMap.get(row.map) ?? []) {
      if (Math.abs(round.endMs - row.endMs) <= SAME_ROUND) return false;
      if (round.number !== row.telemetry.round || aborted.has(round.file)) continue;
      if (round.link) {
        const start = startOf(round);
        if (start === null || row.startMs === null) continue;
        if (row.startMs < round.endMs && start < row.endMs) return false;
      } else if (
        round.readings.some((instant) => Math.abs(instant - row.endMs) <= FAR_MS) ||
        offsetBetween(round.file.stamp.naiveMs, row.endMs) !== null
      ) {
        return false;
      }
    }
    return true;
  });
}

/** The rows near enough to a stretch of files, in whatever zone its server is, to matter to it. */
export function rowsAround(files: readonly TimedFile[], rows: readonly TelemetryRow[]) {
  const ends = files.map((file) => file.endMs);
  const from = ends.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY) - DAY;
  const to = ends.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY) + DAY;
  return rows.filter((row) => row.endMs >= from && row.endMs <= to);
}

function isFile(event: TimedFile | TelemetryRow): event is TimedFile {
  return "file" in event;
}

function nameOf(event: TimedFile | TelemetryRow): string {
  return isFile(event) ? event.file.name : event.telemetry.file;
}
