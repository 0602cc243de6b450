/** Mean of numbers; 0 of none. */
export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Sample standard deviation (n − 1): these rounds stand for more of the same. 0 of fewer than two. */
export function sampleDeviation(values: readonly number[]): number {
  return values.length < 2 ? 0 : Math.sqrt(squares(values) / (values.length - 1));
}

/** Population standard deviation (n): these values are all there are. 0 of none. */
export function populationDeviation(values: readonly number[]): number {
  return values.length === 0 ? 0 : Math.sqrt(squares(values) / values.length);
}

/** The difference to a base in percent of it; 0 without a base. */
export function deltaPercent(value: number, base: number): number {
  return base > 0 ? ((value - base) / base) * 100 : 0;
}

/** The value below which a share (0–1) of the numbers lies, between neighbours in proportion; 0 of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = Math.min(1, Math.max(0, share)) * (sorted.length - 1);
  const low = sorted[Math.floor(place)] ?? 0;
  const high = sorted[Math.ceil(place)] ?? low;
  return low + (high - low) * (place - Math.floor(place));
}

function squares(values: readonly number[]): number {
  const middle = mean(values);
  return values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
}
