import type { Forecast } from "./scores.ts";

/** Forecasts of one tenth of the scale, against what came of them. All shares 0–1. */
export interface CalibrationBin {
  readonly from: number;
  readonly to: number;
  readonly n: number;
  /** Mean chance given to A. */
  readonly predicted: number;
  /** Share of matches that A won. */
  readonly observed: number;
  /** What chance alone may put between the two: √(mean p(1−p) / n). */
  readonly standardError: number;
}

const BINS = 10;

/** Calibration by decile of the scale; empty deciles are left out. */
export function calibrationOf(forecasts: readonly Forecast[]): CalibrationBin[] {
  return Array.from({ length: BINS }, (_, i) => {
    const inside = forecasts.filter(({ probability }) => binOf(probability) === i);
    return binFrom(i, inside);
  }).filter(({ n }) => n > 0);
}

/** Mean distance between chance and outcome over the bins, weighted by n; 0 without forecasts. */
export function calibrationError(bins: readonly CalibrationBin[]): number {
  const n = bins.reduce((sum, bin) => sum + bin.n, 0);
  if (n === 0) return 0;
  return bins.reduce((sum, bin) => sum + bin.n * Math.abs(bin.observed - bin.predicted), 0) / n;
}

function binOf(probability: number): number {
  return Math.min(Math.floor(probability * BINS), BINS - 1);
}

function binFrom(i: number, inside: readonly Forecast[]): CalibrationBin {
  const n = inside.length;
  let predicted = 0;
  let observed = 0;
  let variance = 0;
  for (const { probability, outcome } of inside) {
    predicted += probability;
    observed += outcome;
    variance += probability * (1 - probability);
  }
  return {
    from: i / BINS,
    to: (i + 1) / BINS,
    n,
    predicted: predicted / n,
    observed: observed / n,
    standardError: Math.sqrt(variance / n / n),
  };
}
