import { SUM_LABELS, type SumKey } from "./counters.ts";
import type { MetricMinimum, MetricSums } from "./metric.ts";

/** Bounds that sums must reach. */
export type SampleMinimum = Readonly<Partial<Record<SumKey, number>>>;

/** One bound that is not reached. */
export interface MissingSample {
  readonly sum: SumKey;
  readonly has: number;
  readonly needs: number;
  /** `8 of 10 rounds`. */
  readonly words: string;
}

/** How far a number can be trusted, and why not. */
export interface Sample {
  /** Rounds behind the number. */
  readonly rounds: number;
  readonly enough: boolean;
  readonly missing: readonly MissingSample[];
  /** `small sample: 8 of 10 rounds, 640 of 1000 shots …`; null when it is enough. */
  readonly reason: string | null;
}

/** The bounds of a metric for all time or under a filter, with those that were set otherwise. */
export function sampleMinimum(
  { rounds, sums }: MetricMinimum,
  filtered: boolean,
  settings: SampleMinimum = {},
): SampleMinimum {
  return { rounds: filtered ? rounds.filtered : rounds.allTime, ...sums, ...settings };
}

/** What a sum is called. */
export type SumName = (sum: SumKey) => string;

/** What sums over all weapons are called. */
export const sumName: SumName = (sum) => SUM_LABELS[sum].label;

/** Marks a sample that is too small, with what is missing. */
export function sampleOf(
  sums: MetricSums,
  minimum: SampleMinimum,
  name: SumName = sumName,
): Sample {
  const missing = (Object.entries(minimum) as [SumKey, number][])
    .filter(([sum, needs]) => sums[sum] < needs)
    .map(([sum, needs]) => ({
      sum,
      has: sums[sum],
      needs,
      words: `${Math.floor(sums[sum])} of ${needs} ${name(sum)}`,
    }));
  const reason = missing.map(({ words }) => words).join(", ");
  return {
    rounds: sums.rounds,
    enough: missing.length === 0,
    missing,
    reason: reason === "" ? null : `small sample: ${reason}`,
  };
}

/** A value pulled towards what is usual, the more the less there is of it. */
export interface Shrunk {
  readonly value: number;
  /** 0: nothing but the usual value; towards 1: the player's own. */
  readonly weight: number;
  /** `pulled to 50.0 by 4 assumed matches, 3 were played`. */
  readonly reason: string;
}

/**
 * Shrinks a mean of `n` observations as if `strength` usual ones had been seen as well. No
 * observation gives the usual value.
 *
 * @param unit What is observed, plural: `rounds`, `matches`.
 */
export function shrink(
  value: number,
  n: number,
  usual: number,
  strength: number,
  unit: string,
): Shrunk {
  const weight = n > 0 ? n / (n + Math.max(0, strength)) : 0;
  return {
    value: n > 0 ? usual + (value - usual) * weight : usual,
    weight,
    reason: `pulled to ${usual.toFixed(1)} by ${strength} assumed ${unit}, ${n} were played`,
  };
}

/** How much matches between the same people say: from 5 high, from 3 medium. */
export type MatchConfidence = "high" | "medium" | "low";

/** Confidence by the number of matches. */
export function matchConfidence(matches: number): MatchConfidence {
  return matches >= 5 ? "high" : matches >= 3 ? "medium" : "low";
}
