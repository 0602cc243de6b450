import {
  emptySums,
  evaluate,
  METRICS,
  type MetricKey,
  metricValue,
  type SumKey,
  type WeaponSumKey,
} from "@slomix/analytics";

/** Sums by the names of the registry. What is null or missing was not measured. */
export type MeasuredSums = Readonly<Partial<Record<SumKey, number | null>>>;

/**
 * A metric over the sums of one or several together. Null: nothing of it was measured, or there is nothing to
 * divide by.
 */
export function measured(key: MetricKey, lines: readonly MeasuredSums[]): number | null {
  const { of, less = [], per = [], perLess = [], withoutPer } = METRICS[key].formula;
  const sums = { ...emptySums() };
  for (const part of [of, less, per, perLess]) {
    const found = new Set(part.filter((sum) => lines.some((line) => isNumber(line[sum]))));
    if (part.length > 0 && found.size === 0) return null;
    for (const sum of found) sums[sum] = lines.reduce((total, line) => total + (line[sum] ?? 0), 0);
  }
  const divisor = per.reduce((total, sum) => total + sums[sum], 0);
  if (per.length > 0 && divisor === 0 && withoutPer !== "sum") return null;
  return metricValue(key, sums);
}

const isNumber = (value: number | null | undefined) => value !== null && value !== undefined;

/** A metric over what was done with one weapon; null when it never came to that. */
export function measuredWeapon(
  key: MetricKey,
  weapon: Readonly<Record<Exclude<WeaponSumKey, "rounds">, number>>,
): number | null {
  const formula = METRICS[key].weaponFormula;
  const sums = { ...weapon, rounds: 1 };
  const divisor = formula?.per?.reduce((total, sum) => total + sums[sum], 0);
  return formula === null || divisor === 0 ? null : evaluate(formula, sums);
}
