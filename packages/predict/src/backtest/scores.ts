/** One prediction with what came of it: the chance given to team A, and 1 when A won. */
export interface Forecast {
  readonly probability: number;
  readonly outcome: 0 | 1;
}

/** How good forecasts were. Null without any. */
export interface Scores {
  /** Share of right favourites, 0–1; an even chance is half right. */
  readonly accuracy: number | null;
  /** Mean squared error: 0 is perfect, 0.25 a coin. */
  readonly brier: number | null;
  /** Mean −ln of the chance given to the winner: 0 is perfect, 0.693 a coin. */
  readonly logLoss: number | null;
}

/** Scores of any number of forecasts. */
export function scoresOf(forecasts: readonly Forecast[]): Scores {
  return {
    accuracy: mean(forecasts, hit),
    brier: mean(forecasts, squaredError),
    logLoss: mean(forecasts, logLossOf),
  };
}

/** (1 − the winner's chance)². */
export function squaredError({ probability, outcome }: Forecast): number {
  return (outcome - probability) ** 2;
}

/** −ln of the winner's chance; a chance of 0 counts as 10⁻¹², so that one sure miss is not infinite. */
export function logLossOf({ probability, outcome }: Forecast): number {
  return -Math.log(Math.max(outcome === 1 ? probability : 1 - probability, 1e-12));
}

function hit({ probability, outcome }: Forecast): number {
  if (probability === 0.5) return 0.5;
  return probability > 0.5 === (outcome === 1) ? 1 : 0;
}

function mean<T>(values: readonly T[], of: (value: T) => number): number | null {
  if (values.length === 0) return null;
  return values.reduce((sum, value) => sum + of(value), 0) / values.length;
}
