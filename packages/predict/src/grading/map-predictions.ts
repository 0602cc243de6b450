import { type Tally, tallyOf } from "./graded.ts";
import type { MadePrediction } from "./made-prediction.ts";

/** How the predictions for one map did. */
export interface MapPredictions extends Tally {
  /** Lower case. */
  readonly map: string;
  /** Mean chance given to team A, 0–1. */
  readonly meanProbabilityA: number;
  /** Which team predictions lean to on this map: above 55 % A, below 45 % B. */
  readonly bias: "A" | "B" | "balanced";
}

/** By map, most predictions first, then by name. Predictions without a map are left out. */
export function mapPredictions(predictions: readonly MadePrediction[]): MapPredictions[] {
  const byMap = new Map<string, MadePrediction[]>();
  for (const prediction of predictions) {
    if (prediction.map === null) continue;
    const map = prediction.map.toLowerCase();
    const made = byMap.get(map) ?? [];
    made.push(prediction);
    byMap.set(map, made);
  }
  return [...byMap]
    .map(([map, made]) => {
      const sum = made.reduce((total, { probabilityA }) => total + probabilityA, 0);
      const meanProbabilityA = sum / made.length;
      return { map, ...tallyOf(made), meanProbabilityA, bias: biasOf(meanProbabilityA) };
    })
    .sort((a, b) => b.predictions - a.predictions || (a.map < b.map ? -1 : 1));
}

function biasOf(meanProbabilityA: number): MapPredictions["bias"] {
  if (meanProbabilityA > 0.55) return "A";
  return meanProbabilityA < 0.45 ? "B" : "balanced";
}
