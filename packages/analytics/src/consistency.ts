import { type Answer, answer, refuse } from "./answer.ts";
import { longRows, roundDpm } from "./form-rows.ts";
import type { PlayerRow } from "./player-row.ts";
import { mean, sampleDeviation } from "./spread.ts";

/** How evenly somebody plays from round to round. */
export interface Consistency {
  readonly rounds: number;
  /** Mean and sample deviation of the rounds' DPM: dispersion is what is measured here. */
  readonly mean: number;
  readonly deviation: number;
  /** Deviation ÷ mean; 1 without a mean. */
  readonly variation: number;
  /** 0–100: 100 always the same. */
  readonly score: number;
  readonly tier: "Consistent" | "Average" | "Streaky";
  /** The newest five rounds against the five before. */
  readonly trend: "improving" | "declining" | "stable";
}

/** Fewer rounds than this say nothing of consistency. */
export const CONSISTENCY_ROUNDS = 10;

/** Consistency of one player over rows in any order (30 days of them, as a rule). */
export function consistency(rows: readonly PlayerRow[]): Answer<Consistency> {
  return consistencyOf(longRows(rows).toReversed().map(roundDpm));
}

/** The same from the DPM of rounds, newest first. */
export function consistencyOf(dpms: readonly number[]): Answer<Consistency> {
  const rounds = dpms.length;
  if (rounds < CONSISTENCY_ROUNDS) {
    return refuse(
      "too_few_rounds",
      `${rounds} of ${CONSISTENCY_ROUNDS} rounds longer than a minute`,
    );
  }
  const middle = mean(dpms);
  const deviation = sampleDeviation(dpms);
  const variation = middle > 0 ? deviation / middle : 1;
  const score = Math.min(100, Math.max(0, (1 - variation) * 100));
  const recent = sampleDeviation(dpms.slice(0, 5));
  const before = sampleDeviation(dpms.slice(5, 10));
  return answer({
    rounds,
    mean: middle,
    deviation,
    variation,
    score,
    tier: score >= 70 ? "Consistent" : score >= 50 ? "Average" : "Streaky",
    trend: recent < 0.8 * before ? "improving" : recent > 1.2 * before ? "declining" : "stable",
  });
}
