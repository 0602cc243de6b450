import type { Matchup } from "../played-match.ts";
import type { Evenings } from "./evenings.ts";
import type { Factor } from "./factor.ts";
import { headToHead } from "./head-to-head.ts";
import { mapPerformance } from "./map-performance.ts";
import { recentForm } from "./recent-form.ts";
import { substitutions } from "./substitutions.ts";

/** All four, by weight, from what the evenings hold; windows count back from `asOfMs` (unix ms). */
export function fourFactors(evenings: Evenings, matchup: Matchup, asOfMs: number): Factor[] {
  return [
    headToHead(evenings, matchup, asOfMs),
    recentForm(evenings, matchup),
    mapPerformance(evenings, matchup),
    substitutions(evenings, matchup, asOfMs),
  ];
}
