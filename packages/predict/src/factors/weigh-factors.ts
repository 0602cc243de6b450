import { logistic } from "../logistic.ts";
import type { Confidence, Factor, FactorKey } from "./factor.ts";

/** What each factor counts for. */
export const FACTOR_WEIGHTS: Readonly<Record<FactorKey, number>> = {
  headToHead: 0.4,
  form: 0.25,
  map: 0.2,
  substitutions: 0.15,
};

/** Steepness of the logistic before there are graded predictions to fit it to. */
export const START_STEEPNESS = 4;

/** No chance is given outside of these: four factors never know that much. */
const CLAMP = { low: 0.15, high: 0.85 };

const CONFIDENCE_VALUE: Readonly<Record<Confidence, number>> = { high: 1, medium: 0.6, low: 0.3 };

/** What the factors say together. */
export interface WeighedFactors {
  /** 0–1, above 0.5 favours team A; null when no factor is available. */
  readonly score: number | null;
  /** Weights over the available factors, which sum to 1; 0 for the others. */
  readonly weights: Readonly<Record<FactorKey, number>>;
  /** 0–1; 0 when no factor is available. */
  readonly confidenceScore: number;
  readonly confidence: Confidence;
}

/** Drops what is not available, gives its weight to the rest, and adds up. */
export function weighFactors(factors: readonly Factor[]): WeighedFactors {
  const weights = { headToHead: 0, form: 0, map: 0, substitutions: 0 };
  const available = factors.filter((factor) => factor.available);
  const total = available.reduce((sum, { key }) => sum + FACTOR_WEIGHTS[key], 0);
  // As a distance from even: exactly the negative when the teams change places.
  let lean = 0;
  let confidenceScore = 0;
  for (const { key, score, confidence } of available) {
    weights[key] = FACTOR_WEIGHTS[key] / total;
    lean += weights[key] * (score - 0.5);
    confidenceScore += weights[key] * CONFIDENCE_VALUE[confidence];
  }
  return {
    score: available.length === 0 ? null : 0.5 + lean,
    weights,
    confidenceScore,
    confidence: confidenceLabel(confidenceScore),
  };
}

/** 0.7 and more is high, 0.5 and more medium, else low. */
export function confidenceLabel(score: number): Confidence {
  // Sums of weights miss their limit by a last bit.
  const rounded = Math.round(score * 1e9) / 1e9;
  if (rounded >= 0.7) return "high";
  return rounded >= 0.5 ? "medium" : "low";
}

/** The chance of team A: logistic in the score's distance from even, kept within 0.15–0.85. */
export function factorProbability(score: number, steepness: number = START_STEEPNESS): number {
  return clampChance(logistic(steepness * (score - 0.5)));
}

/** Keeps a chance within 0.15–0.85. */
export function clampChance(probability: number): number {
  return Math.min(CLAMP.high, Math.max(CLAMP.low, probability));
}
