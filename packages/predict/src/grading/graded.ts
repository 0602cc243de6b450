import { type Forecast, type Scores, scoresOf } from "../backtest/scores.ts";
import type { MadePrediction } from "./made-prediction.ts";

const DAY_MS = 86_400_000;

/** How a number of predictions did. Shares are 0–1, null without a graded one. */
export interface Tally extends Scores {
  readonly predictions: number;
  /** With a winner: open ones and draws left out. */
  readonly graded: number;
  readonly draws: number;
  /** The favourite won. An even chance is not correct. */
  readonly correct: number;
  /** Mean of 1 − (1 − the winner's chance)². */
  readonly meanScore: number | null;
}

/** Predictions that end in a win, as forecasts. */
export function forecastsOf(predictions: readonly MadePrediction[]): Forecast[] {
  return predictions.flatMap(({ probabilityA, winner }) =>
    winner === "A" || winner === "B"
      ? [{ probability: probabilityA, outcome: winner === "A" ? 1 : 0 }]
      : [],
  );
}

/** Counts and scores of any predictions. */
export function tallyOf(predictions: readonly MadePrediction[]): Tally {
  const forecasts = forecastsOf(predictions);
  const scores = scoresOf(forecasts);
  const correct = forecasts.filter(
    ({ probability, outcome }) => probability !== 0.5 && probability > 0.5 === (outcome === 1),
  ).length;
  return {
    ...scores,
    predictions: predictions.length,
    graded: forecasts.length,
    draws: predictions.filter(({ winner }) => winner === "draw").length,
    correct,
    accuracy: forecasts.length === 0 ? null : correct / forecasts.length,
    meanScore: scores.brier === null ? null : 1 - scores.brier,
  };
}

/** Predictions of the last days before a moment (unix ms), oldest first. */
export function recent(
  predictions: readonly MadePrediction[],
  asOfMs: number,
  days: number,
): MadePrediction[] {
  return predictions
    .filter((prediction) => prediction.asOfMs <= asOfMs)
    .filter((prediction) => prediction.asOfMs > asOfMs - days * DAY_MS)
    .sort((a, b) => a.asOfMs - b.asOfMs || (a.id < b.id ? -1 : 1));
}
