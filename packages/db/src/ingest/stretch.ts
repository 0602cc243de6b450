import { type StopwatchSettings, stretchGapMs, TELEMETRY_REACH_MS } from "@slomix/stopwatch";
import type { Tx } from "../connect.ts";
import { type LedgerPlace, placesBetween } from "./ledger.ts";

/**
 * A stretch of play: files of the game server that stand so close in time that one can change what
 * another means (pairs, sessions, teams), with every webhook that could belong to them. Deriving a
 * stretch alone gives the same as deriving everything, so one late file costs one evening.
 */
export interface Stretch {
  /** Stats and endstats files, by stamp. */
  readonly files: readonly LedgerPlace[];
  /** Webhooks and gametimes within reach. */
  readonly telemetry: readonly LedgerPlace[];
}

/** A place in time that a new, changed or removed file touches. */
export interface Touch {
  /** `file`: a stamp read as UTC; `telemetry`: a real instant. Unix ms. */
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
    const stretches = splitStretches(places, gap).filter((s) => isTouched(s, touches, gap));
    // A stretch at the edge of what was loaded may go on beyond it, and webhooks reach further still.
    const edge = gap + TELEMETRY_REACH_MS;
    const first = stretches[0]?.files[0]?.playedAtMs ?? Number.POSITIVE_INFINITY;
    const last = stretches.at(-1)?.files.at(-1)?.playedAtMs ?? Number.NEGATIVE_INFINITY;
    if (first - from >= edge && to - last >= edge) return stretches;
    if (first - from < edge) from -= 2 * DAY;
    if (to - last < edge) to += 2 * DAY;
  }
}

/** Every stretch there is, oldest first. */
export async function allStretches(tx: Tx, settings: StopwatchSettings): Promise<Stretch[]> {
  const places = await placesBetween(tx, Date.UTC(1990, 0), Date.UTC(2150, 0));
  return splitStretches(places, stretchGapMs(settings));
}

/** Cuts places (in time order) where the files pause, and gives each part the webhooks in its reach. */
function splitStretches(places: readonly LedgerPlace[], gapMs: number): Stretch[] {
  const files = places.filter((p) => p.kind === "stats" || p.kind === "endstats");
  const telemetry = places.filter((p) => p.kind === "webhook" || p.kind === "gametime");
  const parts: LedgerPlace[][] = [];
  let previous = Number.NEGATIVE_INFINITY;
  for (const file of files) {
    if (file.playedAtMs - previous > gapMs) parts.push([]);
    parts.at(-1)?.push(file);
    previous = file.playedAtMs;
  }
  let begin = 0;
  return parts.map((part) => {
    const from = (part[0] as LedgerPlace).playedAtMs - TELEMETRY_REACH_MS;
    const to = (part.at(-1) as LedgerPlace).playedAtMs + TELEMETRY_REACH_MS;
    while (begin < telemetry.length && (telemetry[begin] as LedgerPlace).playedAtMs < from) begin++;
    let end = begin;
    while (end < telemetry.length && (telemetry[end] as LedgerPlace).playedAtMs <= to) end++;
    return { files: part, telemetry: telemetry.slice(begin, end) };
  });
}

function isTouched(stretch: Stretch, touches: readonly Touch[], gapMs: number): boolean {
  const from = (stretch.files[0] as LedgerPlace).playedAtMs;
  const to = (stretch.files.at(-1) as LedgerPlace).playedAtMs;
  return touches.some(({ axis, atMs }) => {
    const reach = axis === "file" ? gapMs : TELEMETRY_REACH_MS;
    return atMs >= from - reach && atMs <= to + reach;
  });
}

const smallest = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b));
const largest = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b));
