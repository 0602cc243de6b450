import { type CalibrationBin, calibrationOf } from "../backtest/calibration.ts";
import type { Confidence } from "../factors/factor.ts";
import { forecastsOf, recent, type Tally, tallyOf } from "./graded.ts";
import type { MadePrediction } from "./made-prediction.ts";

/** A word for an accuracy. */
export type AccuracyRating = "Excellent" | "Good" | "Average" | "Learning";

/** How the predictions of some days did. */
export interface PredictionStats extends Tally {
  readonly days: number;
  /** Share of the predictions that are settled, draws included; null without any. */
  readonly settledShare: number | null;
  readonly byConfidence: Readonly<Record<Confidence, Tally>>;
  /** The last ten graded, oldest first. */
  readonly lastTen: readonly boolean[];
  /** Null without a graded one. */
  readonly rating: AccuracyRating | null;
  /** 1 − Brier / 0.25: 0 is no better than a coin, 1 perfect. */
  readonly brierSkill: number | null;
  readonly calibration: readonly CalibrationBin[];
}

/** Statistics of the predictions of the last days (default 30) before `asOfMs` (unix ms). */
export function predictionStats(
  predictions: readonly MadePrediction[],
  asOfMs: number,
  days = 30,
): PredictionStats {
  const inside = recent(predictions, asOfMs, days);
  const tally = tallyOf(inside);
  const withLabel = (label: Confidence) =>
    tallyOf(inside.filter(({ confidence }) => confidence === label));
  const settled = tally.graded + tally.draws;
  return {
    ...tally,
    days,
    settledShare: inside.length === 0 ? null : settled / inside.length,
    byConfidence: { high: withLabel("high"), medium: withLabel("medium"), low: withLabel("low") },
    lastTen: inside
      .filter(({ winner }) => winner === "A" || winner === "B")
      .slice(-10)
      .map((prediction) => tallyOf([prediction]).correct === 1),
    rating: accuracyRating(tally.accuracy),
    brierSkill: tally.brier === null ? null : 1 - tally.brier / 0.25,
    calibration: calibrationOf(forecastsOf(inside)),
  };
}

/** 70 % and more is excellent, 60 % good, 50 % average. */
export function accuracyRating(accuracy: number | null): AccuracyRating | null {
  if (accuracy === null) return null;
  if (accuracy >= 0.7) return "Excellent";
  if (accuracy >= 0.6) return "Good";
  return accuracy >= 0.5 ? "Average" : "Learning";
}
