import { logLossOf, squaredError } from "../backtest/scores.ts";
import type { Team } from "../played-match.ts";

/** What a prediction turned out to be worth. Draws are graded `draw` and nothing else. */
export interface Grade {
  readonly winner: Team | "draw";
  /** The favourite; null: an even chance. */
  readonly favourite: Team | null;
  /** The favourite won; false for an even chance; null for a draw: nobody could have been right. */
  readonly correct: boolean | null;
  /** (1 − the winner's chance)²; null for a draw. */
  readonly squaredError: number | null;
  /** 1 − squared error, 0–1; null for a draw. */
  readonly accuracyScore: number | null;
  /** −ln of the winner's chance; null for a draw. */
  readonly logLoss: number | null;
}

/** Grades team A's chance (0–1) by who won. */
export function gradePrediction(probabilityA: number, winner: Team | "draw"): Grade {
  const favourite = probabilityA === 0.5 ? null : probabilityA > 0.5 ? "A" : "B";
  if (winner === "draw") {
    return {
      winner,
      favourite,
      correct: null,
      squaredError: null,
      accuracyScore: null,
      logLoss: null,
    };
  }
  const forecast = { probability: probabilityA, outcome: winner === "A" ? 1 : 0 } as const;
  const error = squaredError(forecast);
  return {
    winner,
    favourite,
    correct: favourite === winner,
    squaredError: error,
    accuracyScore: 1 - error,
    logLoss: logLossOf(forecast),
  };
}
