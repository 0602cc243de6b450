import type { StatsFile } from "@slomix/stats-parser";
import { SAME_ROUND_MS } from "./lost-rounds.ts";
import type { TelemetryRow } from "./merge-telemetry.ts";
import type { TimedFile } from "./timed-file.ts";

/** What a stand-in is looked for among; one stretch. */
export interface StandInEvidence {
  /** All rounds that have a file, aborted ones and bot rounds included. */
  readonly files: readonly TimedFile[];
  /** Rows of rounds whose file was lost. */
  readonly lost: readonly TelemetryRow[];
  /** Rounds without a partner, by their file, with the start of play (unix ms, null when unknown). */
  readonly alone: ReadonlyMap<StatsFile, number | null>;
  readonly windowMs: number;
}

/**
 * Webhooks that stand in for lost stats files: row by the file of the other half. A lone Round 1
 * takes the row of a Round 2 of its map when that is the very next round on the clock, ends within
 * the window and has a winner; an orphan Round 2 takes a Round 1's row when it is the round just
 * before.
 */
export function findStandIns(evidence: StandInEvidence): Map<StatsFile, TelemetryRow> {
  const { files, lost, alone, windowMs } = evidence;
  const standIns = new Map<StatsFile, TelemetryRow>();
  if (lost.length === 0) return standIns;
  const events: (TimedFile | TelemetryRow)[] = [...files, ...lost];
  events.sort((a, b) => a.endMs - b.endMs || (nameOf(a) < nameOf(b) ? -1 : 1));
  events.forEach((event, index) => {
    if (!isFile(event) || !alone.has(event.file)) return;
    const row = events[event.number === 1 ? index + 1 : index - 1];
    if (!row || isFile(row) || row.map !== event.map) return;
    if (row.telemetry.round === event.number || row.telemetry.winnerSide === null) return;
    const gap = Math.abs(row.endMs - event.endMs);
    if (gap === 0 || gap >= windowMs) return;
    const begun = event.number === 1 ? row.startMs : (alone.get(event.file) ?? null);
    const before = event.number === 1 ? event.endMs : row.endMs;
    if (begun !== null && begun < before - SAME_ROUND_MS) return;
    standIns.set(event.file, row);
  });
  return standIns;
}

function isFile(event: TimedFile | TelemetryRow): event is TimedFile {
  return "file" in event;
}

function nameOf(event: TimedFile | TelemetryRow): string {
  return isFile(event) ? event.file.name : event.telemetry.file;
}
