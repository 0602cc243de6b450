import { recent, type Tally, tallyOf } from "./graded.ts";
import type { MadePrediction } from "./made-prediction.ts";

/** One day with predictions. */
export interface PredictionDay extends Tally {
  /** `YYYY-MM-DD`. */
  readonly day: string;
}

/** How predictions change over time. */
export interface PredictionTrends {
  /** Days with predictions, newest first. */
  readonly days: readonly PredictionDay[];
  /** The seven newest days with a graded prediction against up to seven before; null: no earlier ones. */
  readonly trend: "improving" | "declining" | "stable" | null;
  /** By accuracy, the newer one on a tie; null without a graded prediction. */
  readonly best: PredictionDay | null;
  readonly worst: PredictionDay | null;
}

/** So many days make a week of play. */
const WEEK = 7;
/** A change of accuracy by less is none. */
const CHANGE = 0.05;

/**
 * Predictions of the last days (default 30) before `asOfMs` (unix ms), day by day. `dayOf` names the day
 * of a moment in the community's time zone; by default the UTC date.
 */
export function predictionTrends(
  predictions: readonly MadePrediction[],
  asOfMs: number,
  days = 30,
  dayOf: (ms: number) => string = (ms) => new Date(ms).toISOString().slice(0, 10),
): PredictionTrends {
  const byDay = new Map<string, MadePrediction[]>();
  for (const prediction of recent(predictions, asOfMs, days)) {
    const day = dayOf(prediction.asOfMs);
    byDay.set(day, [...(byDay.get(day) ?? []), prediction]);
  }
  const active = [...byDay].map(([day, made]) => ({ day, ...tallyOf(made) })).reverse();
  const graded = active.filter(({ graded }) => graded > 0);
  const better = (a: PredictionDay, b: PredictionDay) => (b.accuracy ?? 0) - (a.accuracy ?? 0);
  return {
    days: active,
    trend: trendOf(graded),
    best: graded.toSorted(better)[0] ?? null,
    worst: graded.toSorted((a, b) => better(b, a))[0] ?? null,
  };
}

function trendOf(graded: readonly PredictionDay[]): PredictionTrends["trend"] {
  const now = accuracyOver(graded.slice(0, WEEK));
  const before = accuracyOver(graded.slice(WEEK, 2 * WEEK));
  if (now === null || before === null) return null;
  if (now - before > CHANGE) return "improving";
  return before - now > CHANGE ? "declining" : "stable";
}

function accuracyOver(days: readonly PredictionDay[]): number | null {
  const graded = days.reduce((sum, day) => sum + day.graded, 0);
  return graded === 0 ? null : days.reduce((sum, day) => sum + day.correct, 0) / graded;
}
