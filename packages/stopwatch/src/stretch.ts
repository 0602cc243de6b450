import type { StatsFile } from "@slomix/stats-parser";
import type { StopwatchSettings } from "./settings.ts";

/** A stats file whose name carries a stamp: the only kind that has a place in time. */
export type StampedFile = StatsFile & { readonly stamp: NonNullable<StatsFile["stamp"]> };

const MINUTE = 60_000;
/** An hour that clocks may jump, at both ends of a gap, and some slack. */
const CLOCK_SLACK_MINUTES = 125;

/**
 * Stats files whose stamps lie further apart than this (ms) cannot change each other's meaning: they
 * share no match, no gaming session and no reading of the server's clock. Who pairs one stretch
 * alone gets the same as who pairs everything, given every webhook within
 * {@link TELEMETRY_REACH_MS} of it.
 */
export function stretchGapMs(settings: StopwatchSettings): number {
  const longest = Math.max(settings.sessionGapMinutes, settings.pairingWindowMinutes);
  return (longest + CLOCK_SLACK_MINUTES) * MINUTE;
}

/**
 * How far (ms) a webhook's round end may lie from a file's stamp read as UTC and still concern it: the
 * 14 hours that clocks on earth differ from UTC, and two in which it may be linked to the file, or
 * stand in for the file's lost other half.
 */
export const TELEMETRY_REACH_MS = 16 * 60 * MINUTE;

/** Whether the file's name carries a stamp. */
export function isStamped(file: StatsFile): file is StampedFile {
  return file.stamp !== null;
}

/** Cuts stats files, in any order, where their stamps pause for longer than {@link stretchGapMs}. */
export function splitStretches(
  files: readonly StampedFile[],
  settings: StopwatchSettings,
): StampedFile[][] {
  const gap = stretchGapMs(settings);
  const sorted = [...files].sort(byStamp);
  const stretches: StampedFile[][] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const file of sorted) {
    if (file.stamp.naiveMs - last > gap) stretches.push([]);
    stretches.at(-1)?.push(file);
    last = file.stamp.naiveMs;
  }
  return stretches;
}

function byStamp(a: StampedFile, b: StampedFile): number {
  return a.stamp.naiveMs - b.stamp.naiveMs || (a.name < b.name ? -1 : 1);
}
