import type { RoundReport } from "@slomix/stats-parser";
import type { RowLookup, TelemetryRow } from "./merge-telemetry.ts";
import { sidesAgree } from "./sides-agree.ts";
import type { StampedFile } from "./stretch.ts";

const MINUTE = 60_000;
/** Up to here the nearest webhook is taken as the round's. */
const NEAR = 5 * MINUTE;
/** Beyond this it is another round's. */
export const FAR_MS = 45 * MINUTE;
/** A flood of webhooks for one map must not cost memory by the square. */
const MOST_NEAR = 32;

/** A stats file and the instants (unix ms) that its stamp may mean. */
export interface ReadFile {
  readonly file: StampedFile;
  readonly map: string;
  readonly readings: readonly number[];
}

/** The webhook of a round, and how far (ms) its round end lies from the file's stamp. */
export interface TelemetryLink {
  readonly row: TelemetryRow;
  readonly distanceMs: number;
  /** Further than {@link NEAR}: taken only because nothing else was there. */
  readonly far: boolean;
  /** A league's report of the round, which tells its times. */
  readonly report?: RoundReport;
}

interface Candidate extends TelemetryLink {
  readonly read: ReadFile;
  readonly sole: boolean;
}

/**
 * Gives webhooks to stats files of equal map and number, one to one, smallest distance first (ties
 * by webhook file, then stats file). Up to 300 s nearest is enough; up to 45 minutes the file must
 * be the only one within that reach of the webhook, and their headers must not contradict. A webhook
 * equally near to two files is nobody's. Does not depend on the order of either list.
 */
export function linkTelemetry<R extends ReadFile>(
  files: readonly R[],
  lookup: RowLookup,
): Map<R, TelemetryLink> {
  const candidates = candidatesOf(files, lookup).sort(byDistance);
  const links = new Map<ReadFile, TelemetryLink>();
  const taken = new Set<TelemetryRow>();
  const free = (c: Candidate) => !taken.has(c.row) && !links.has(c.read);
  for (let from = 0; from < candidates.length; ) {
    const distance = (candidates[from] as Candidate).distanceMs;
    let to = from;
    while (candidates[to]?.distanceMs === distance) to++;
    const equal = candidates.slice(from, to).filter(free);
    from = to;
    const files = new Map<TelemetryRow, number>();
    for (const { row } of equal) files.set(row, (files.get(row) ?? 0) + 1);
    for (const candidate of equal) {
      if ((files.get(candidate.row) ?? 0) > 1) taken.add(candidate.row);
      if (!free(candidate)) continue;
      taken.add(candidate.row);
      links.set(candidate.read, candidate);
    }
  }
  return links as Map<R, TelemetryLink>;
}

function candidatesOf(files: readonly ReadFile[], lookup: RowLookup): Candidate[] {
  const found: Omit<Candidate, "sole">[] = [];
  const reached = new Map<TelemetryRow, number>();
  for (const read of files) {
    const { file, map, readings } = read;
    const first = readings[0] as number;
    const last = readings.at(-1) as number;
    const near: Omit<Candidate, "sole">[] = [];
    for (const row of lookup(map, file.round, first - FAR_MS, last + FAR_MS)) {
      const distanceMs = Math.min(...readings.map((instant) => Math.abs(instant - row.endMs)));
      if (distanceMs > FAR_MS) continue;
      reached.set(row, (reached.get(row) ?? 0) + 1);
      near.push({ read, row, distanceMs, far: distanceMs > NEAR });
    }
    if (near.length > MOST_NEAR) near.sort(byDistance).length = MOST_NEAR;
    found.push(...near);
  }
  return found
    .map((c) => ({ ...c, sole: reached.get(c.row) === 1 }))
    .filter((c) => !c.far || (c.sole && sidesAgree(c.read.file, c.row)));
}

function byDistance(a: Omit<Candidate, "sole">, b: Omit<Candidate, "sole">): number {
  if (a.distanceMs !== b.distanceMs) return a.distanceMs - b.distanceMs;
  const [left, right] = [a.row.telemetry.file, b.row.telemetry.file];
  if (left !== right) return left < right ? -1 : 1;
  if (a.row.endMs !== b.row.endMs) return a.row.endMs - b.row.endMs;
  return a.read.file.name < b.read.file.name ? -1 : 1;
}
