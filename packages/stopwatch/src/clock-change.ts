import { carriedOver, limitEvidence, someoneCarriedOver } from "./confirm-pair.ts";
import { byEnd, type TimedFile } from "./timed-file.ts";
import type { FoundPair } from "./walk-rounds.ts";

const HOUR = 3_600_000;

/**
 * The night clocks go back, on a server whose zone nobody told: a Round 1 written before the change
 * carries a later stamp than its Round 2. For each Round 2 in `orphans` those Round 1s of its map in
 * `lone` are tried that are named at most an hour after it and, an hour earlier, would lie before it
 * within the window. Exactly one must fit by the time limit and by the players' numbers, and
 * somebody must have been there when Round 2 began. Where webhooks time both, they have decided.
 *
 * The pairs come with the round that no webhook times moved by the hour.
 */
export function pairAcrossClockChange(
  orphans: readonly TimedFile[],
  lone: readonly TimedFile[],
  windowMs: number,
): FoundPair[] {
  const taken = new Set<TimedFile>();
  const pairs: FoundPair[] = [];
  for (const round2 of [...orphans].sort(byEnd)) {
    const fits: TimedFile[] = [];
    for (const round1 of lone) {
      if (taken.has(round1) || !mayBeBefore(round1, round2, windowMs)) continue;
      if (!limitEvidence(round1.file, round2.file).limit) continue;
      if (!someoneCarriedOver(round1.file, round2.file)) continue;
      if (carriedOver(round1.file, round2.file) && fits.push(round1) > 1) break;
    }
    const [round1] = fits;
    if (!round1 || fits.length > 1) continue;
    taken.add(round1);
    pairs.push({
      round1: round2.link ? { ...round1, endMs: round1.endMs - HOUR } : round1,
      round2: round2.link ? round2 : { ...round2, endMs: round2.endMs + HOUR },
      evidence: { limit: true, limitDiffers: false, carried: true },
      clockChange: true,
    });
  }
  return pairs;
}

/** Named at most an hour after the Round 2, and an hour earlier within the window before it. */
function mayBeBefore(round1: TimedFile, round2: TimedFile, windowMs: number): boolean {
  if (round1.map !== round2.map || (round1.link && round2.link)) return false;
  const named = round1.file.stamp.naiveMs - round2.file.stamp.naiveMs;
  return named >= 0 && named < HOUR && HOUR - named < windowMs;
}
