import type { Confidence } from "./factor.ts";

/**
 * The chance of team A as the first Slomix bot gave it: a straight line from 0.30 to 0.70, by the
 * factors' weighted score (0–1). Kept to compare old predictions with ours; `factorProbability` is ours.
 */
export function firstReleaseProbability(score: number): number {
  return 0.3 + 0.4 * score;
}

/** Its form score's confidence, by the difference of two teams' mean damage a minute. */
export function firstReleaseFormConfidence(dpmA: number, dpmB: number): Confidence {
  const difference = Math.abs(dpmA - dpmB);
  if (difference > 50) return "high";
  return difference > 20 ? "medium" : "low";
}
