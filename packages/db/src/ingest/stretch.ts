import {
  type StopwatchSettings,
  stretchGapMs,
  TELEMETRY_REACH_MS,
  zoneClock,
} from "@slomix/stopwatch";
import type { Tx } from "../connect.ts";
import { type LedgerPlace, placesBetween } from "./ledger.ts";

/**
 * A stretch of play: files of the game server that stand so close in time that one can change what
 * another means (pairs, sessions, teams), with every webhook that could belong to them. Deriving a
 * stretch alone gives the same as deriving everything, so one late file costs one evening.
 */
export interface Stretch {
  /** Stats and endstats files, by stamp; reports among them, by what the server's clock showed. */
  readonly files: readonly LedgerPlace[];
  /** Webhooks and gametimes within reach. */
  readonly telemetry: readonly LedgerPlace[];
}

/** A place in time that a new, changed or removed file touches. */
export interface Touch {
  /** `file`: a stamp read as UTC; `telemetry`: a real instant (a report's too). Unix ms. */
  readonly axis: "file" | "telemetry";
  readonly atMs: number;
}

const DAY = 24 * 60 * 60_000;

/** The stretches around the touched places, oldest first. */
export async function stretchesAround(
  tx: Tx,
  touches: readonly Touch[],
  settings: StopwatchSettings,
): Promise<Stretch[]> {
  if (touches.length === 0) return [];
  const at = touches.map((t) => t.atMs);
  let from = smallest(at) - DAY;
  let to = largest(at) + DAY;
  const gap = stretchGapMs(settings);
  for (;;) {
    const places = await placesBetween(tx, from, to);
    const stretches = splitStretches(places, settings).filter((s) => isTouched(s, touches, gap));
    // A stretch at the edge of what was loaded may go on beyond it, and webhooks reach further still.
    const edge = gap + TELEMETRY_REACH_MS;
    const first = stretches[0]?.files[0]?.playedAtMs ?? Number.POSITIVE_INFINITY;
    const last = stretches.reduce((most, s) => Math.max(most, lastMs(s)), Number.NEGATIVE_INFINITY);
    if (first - from >= edge && to - last >= edge) return stretches;
    if (first - from < edge) from -= 2 * DAY;
    if (to - last < edge) to += 2 * DAY;
  }
}

/** Every stretch there is, oldest first. */
export async function allStretches(tx: Tx, settings: StopwatchSettings): Promise<Stretch[]> {
  const places = await placesBetween(tx, Date.UTC(1990, 0), Date.UTC(2150, 0));
  return splitStretches(places, settings);
}

/** Cuts places (in time order) where the files pause, and gives each part the webhooks in its reach. */
function splitStretches(places: readonly LedgerPlace[], settings: StopwatchSettings): Stretch[] {
  const gapMs = stretchGapMs(settings);
  const files = filesOf(places, settings.serverZone);
  const telemetry = places.filter((p) => p.kind === "webhook" || p.kind === "gametime");
  const parts: LedgerPlace[][] = [];
  let previous = Number.NEGATIVE_INFINITY;
  for (const file of files) {
    if (file.playedAtMs - previous > gapMs) parts.push([]);
    parts.at(-1)?.push(file);
    previous = Math.max(previous, file.playedUntilMs);
  }
  let begin = 0;
  return parts.map((part) => {
    const from = (part[0] as LedgerPlace).playedAtMs - TELEMETRY_REACH_MS;
    const to = lastMs({ files: part }) + TELEMETRY_REACH_MS;
    while (begin < telemetry.length && (telemetry[begin] as LedgerPlace).playedAtMs < from) begin++;
    let end = begin;
    while (end < telemetry.length && (telemetry[end] as LedgerPlace).playedAtMs <= to) end++;
    return { files: part, telemetry: telemetry.slice(begin, end) };
  });
}

/**
 * Stats files, endstats files and reports in the order of the server's clock. A report tells instants:
 * with the zone they are put on that clock, without it they stay in UTC, an hour or two beside.
 */
function filesOf(places: readonly LedgerPlace[], zone: string | null): LedgerPlace[] {
  const files = places.filter(
    ({ kind }) => kind === "stats" || kind === "endstats" || kind === "report",
  );
  if (zone === null || !files.some(({ kind }) => kind === "report")) return files;
  const { showsMs } = zoneClock(zone);
  return files
    .map((file) =>
      file.kind === "report"
        ? {
            ...file,
            playedAtMs: showsMs(file.playedAtMs),
            playedUntilMs: showsMs(file.playedUntilMs),
          }
        : file,
    )
    .sort((a, b) => a.playedAtMs - b.playedAtMs || (a.name < b.name ? -1 : 1));
}

/** The last thing that happens in a stretch, on the clock of its files. */
export function lastMs({ files }: Pick<Stretch, "files">): number {
  return files.reduce((most, file) => Math.max(most, file.playedUntilMs), Number.NEGATIVE_INFINITY);
}

function isTouched(stretch: Stretch, touches: readonly Touch[], gapMs: number): boolean {
  const from = (stretch.files[0] as LedgerPlace).playedAtMs;
  const to = lastMs(stretch);
  return touches.some(({ axis, atMs }) => {
    const reach = axis === "file" ? gapMs : TELEMETRY_REACH_MS;
    return atMs >= from - reach && atMs <= to + reach;
  });
}

const smallest = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b));
const largest = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b));
