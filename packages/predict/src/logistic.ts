/** The probability with these log odds. */
export function logistic(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

/** What is believed of a coefficient before any match: normal, mean and precision (1 / variance). */
export interface Prior {
  readonly mean: number;
  readonly precision: number;
}

/** Next to no opinion: the fit is the maximum likelihood one, and stays finite when one side always wins. */
export const FLAT: Prior = { mean: 0, precision: 1e-6 };

/** One match: the differences between the teams, and whether A won. */
export interface Row {
  readonly x: readonly number[];
  readonly y: 0 | 1;
}

const STEPS = 60;
const CLOSE = 1e-10;

/**
 * Coefficients of a logistic regression without intercept, as P(A, B) = 1 − P(B, A) demands: the most
 * probable ones given the rows and the priors, by Newton's method with halved steps.
 * Rows must be as long as there are priors. No rows: the prior means.
 */
export function fitLogistic(rows: readonly Row[], priors: readonly Prior[]): number[] {
  let best = priors.map(({ mean }) => mean);
  let value = logPosterior(rows, priors, best);
  for (let step = 0; step < STEPS; step++) {
    const direction = newtonStep(rows, priors, best);
    let scale = 1;
    let next = best;
    let nextValue = Number.NEGATIVE_INFINITY;
    // Close to the top a good step may look a last bit worse.
    const enough = value - 1e-12 * (1 + Math.abs(value));
    while (!(nextValue >= enough) && scale > 1e-6) {
      const size = scale;
      next = best.map((b, k) => b + size * (direction[k] ?? 0));
      nextValue = logPosterior(rows, priors, next);
      scale /= 2;
    }
    if (!(nextValue >= enough)) break;
    best = next;
    value = nextValue;
    if (direction.every((d) => Math.abs(d) < CLOSE)) break;
  }
  return best;
}

/** Sum of products. */
export function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += (a[k] ?? 0) * (b[k] ?? 0);
  return sum;
}

function logPosterior(
  rows: readonly Row[],
  priors: readonly Prior[],
  b: readonly number[],
): number {
  let sum = 0;
  for (const { x, y } of rows) {
    const t = y === 1 ? dot(x, b) : -dot(x, b);
    // log(1 / (1 + e^-t)), without overflow on either end.
    sum += t > 0 ? -Math.log1p(Math.exp(-t)) : t - Math.log1p(Math.exp(t));
  }
  priors.forEach(({ mean, precision }, k) => {
    sum -= (precision / 2) * ((b[k] ?? 0) - mean) ** 2;
  });
  return sum;
}

function newtonStep(
  rows: readonly Row[],
  priors: readonly Prior[],
  b: readonly number[],
): number[] {
  const gradient = priors.map(({ mean, precision }, k) => -precision * ((b[k] ?? 0) - mean));
  const curvature = priors.map(({ precision }, k) =>
    priors.map((_, l) => (k === l ? precision : 0)),
  );
  for (const { x, y } of rows) {
    const p = logistic(dot(x, b));
    const weight = p * (1 - p);
    for (let k = 0; k < x.length; k++) {
      const xk = x[k] ?? 0;
      gradient[k] = (gradient[k] ?? 0) + xk * (y - p);
      const line = curvature[k] ?? [];
      for (let l = 0; l < x.length; l++) line[l] = (line[l] ?? 0) + weight * xk * (x[l] ?? 0);
    }
  }
  return solve(curvature, gradient);
}

/** Gaussian elimination; the matrix is symmetric and positive definite, so no pivoting is needed. */
function solve(matrix: number[][], right: number[]): number[] {
  const n = right.length;
  for (let k = 0; k < n; k++) {
    const pivot = matrix[k] ?? [];
    for (let i = k + 1; i < n; i++) {
      const line = matrix[i] ?? [];
      const factor = (line[k] ?? 0) / (pivot[k] ?? 1);
      for (let j = k; j < n; j++) line[j] = (line[j] ?? 0) - factor * (pivot[j] ?? 0);
      right[i] = (right[i] ?? 0) - factor * (right[k] ?? 0);
    }
  }
  for (let k = n - 1; k >= 0; k--) {
    const line = matrix[k] ?? [];
    let sum = right[k] ?? 0;
    for (let j = k + 1; j < n; j++) sum -= (line[j] ?? 0) * (right[j] ?? 0);
    right[k] = sum / (line[k] ?? 1);
  }
  return right;
}
