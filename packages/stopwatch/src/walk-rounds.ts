import { type PairEvidence, pairEvidence } from "./confirm-pair.ts";
import type { TelemetryRow } from "./merge-telemetry.ts";
import type { TimedFile } from "./timed-file.ts";

/** A Round 2 with its Round 1. */
export interface FoundPair {
  readonly round1: TimedFile;
  readonly round2: TimedFile;
  readonly evidence: PairEvidence;
  /** The stamps have them the wrong way round: the clocks went back in between. */
  readonly clockChange: boolean;
}

/**
 * Finds the Round 1 of each Round 2. `files` are the rounds of one stretch in order of play, without
 * aborted ones. From a Round 2 the walk goes back and gives up at another map, another Round 2 or a
 * round that ended `windowMs` or more earlier: one match at a time runs on a server. The first
 * Round 1 it meets is the one (an earlier one was abandoned), unless neither the time limit nor the
 * players' numbers confirm it, or the limit speaks against it and a `lost` round lies in between:
 * then that was the Round 1, or of another match.
 */
export function walkRounds(
  files: readonly TimedFile[],
  lost: readonly TelemetryRow[],
  windowMs: number,
): FoundPair[] {
  const pairs: FoundPair[] = [];
  files.forEach((round2, index) => {
    if (round2.number !== 2) return;
    const round1 = round1Before(files, index, windowMs);
    if (!round1) return;
    const evidence = pairEvidence(round1.file, round2.file);
    if (!evidence.limit && !evidence.carried) return;
    if (evidence.limitDiffers && lost.some((row) => isBetween(round1, row, round2))) return;
    const named = round1.file.stamp.naiveMs >= round2.file.stamp.naiveMs;
    const clockChange = named && !(round1.link && round2.link);
    pairs.push({ round1, round2, evidence, clockChange });
  });
  return pairs;
}

function isBetween(round1: TimedFile, row: TelemetryRow, round2: TimedFile): boolean {
  return row.endMs > round1.endMs && row.endMs < round2.endMs;
}

/**
 * The Round 1 of the same map that was the last round before the one at `index`, within the window;
 * null when another map or a Round 2 lies in between.
 */
export function round1Before(
  files: readonly TimedFile[],
  index: number,
  windowMs: number,
): TimedFile | null {
  const round = files[index] as TimedFile;
  for (let i = index - 1; i >= 0; i--) {
    const earlier = files[i] as TimedFile;
    if (round.endMs - earlier.endMs >= windowMs) return null;
    if (earlier.map !== round.map || earlier.number === 2) return null;
    if (earlier.endMs < round.endMs) return earlier;
  }
  return null;
}
