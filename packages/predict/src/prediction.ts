import type { PredictionError } from "./check-matchup.ts";
import type { Confidence, Factor } from "./factors/factor.ts";
import type { ModelName } from "./models/models.ts";

/** Who will win, how sure that is, and why. */
export interface Prediction {
  readonly model: ModelName;
  /** Nothing that ended later was looked at, unix ms. */
  readonly asOfMs: number;
  /** 0–1; the two sum to 1. */
  readonly probabilityA: number;
  readonly probabilityB: number;
  /** By how much is known of the players (of the factors, for `fourFactor`). */
  readonly confidence: Confidence;
  /** 0–1; 0.7 and more is high, 0.5 and more medium. */
  readonly confidenceScore: number;
  /** One sentence. */
  readonly insight: string;
  /** The four factors, each with its share of the factor score; the chance is the model's, not theirs. */
  readonly factors: readonly (Factor & { readonly weight: number })[];
  /** 0–1, above 0.5 favours team A; null without any factor. */
  readonly factorScore: number | null;
  /** Players nobody knows: they count as average newcomers. */
  readonly newcomers: readonly string[];
  /** Matches that were over. */
  readonly matches: number;
}

/** A prediction, or why there is none. */
export type PredictionResult =
  | { readonly ok: true; readonly value: Prediction }
  | { readonly ok: false; readonly error: PredictionError };
