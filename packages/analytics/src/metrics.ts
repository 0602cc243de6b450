import { AIM_METRICS } from "./aim-metrics.ts";
import { COMBAT_METRICS } from "./combat-metrics.ts";
import { SUM_LABELS } from "./counters.ts";
import { describeFormula, evaluate } from "./formula.ts";
import type { Metric, MetricSums } from "./metric.ts";
import type { PlayerSums } from "./player-sums.ts";
import { TEAM_METRICS } from "./team-metrics.ts";
import { TIME_METRICS } from "./time-metrics.ts";
import type { WeaponClass } from "./weapon-classes.ts";

const table = { ...COMBAT_METRICS, ...AIM_METRICS, ...TEAM_METRICS, ...TIME_METRICS };

/** A metric by name. */
export type MetricKey = keyof typeof table;

/**
 * The one registry: leaderboards, profiles, tables, charts, API documentation and embeds take names,
 * formulas, bounds and words from here.
 */
export const METRICS = Object.fromEntries(
  Object.entries(table).map(([key, rest]) => [key, { key, ...rest }]),
) as unknown as Readonly<Record<MetricKey, Metric<MetricKey>>>;

/** All metrics, in the order of the registry. */
export const METRIC_KEYS = Object.keys(METRICS) as MetricKey[];

/** The metric of this name; undefined when there is none. */
export function metricOf(key: string): Metric<MetricKey> | undefined {
  return Object.hasOwn(METRICS, key) ? METRICS[key as MetricKey] : undefined;
}

/** A metric's value, unrounded; 0 where nothing was played. Always finite. */
export function metricValue(key: MetricKey, sums: MetricSums): number {
  return evaluate(METRICS[key].formula, sums);
}

/** The value with one class of weapons; null where the metric does not tell weapons apart. */
export function weaponMetricValue(
  key: MetricKey,
  sums: PlayerSums,
  weaponClass: WeaponClass,
): number | null {
  const { weaponFormula } = METRICS[key];
  return weaponFormula && evaluate(weaponFormula, sums.classes[weaponClass]);
}

/** The values of all metrics. */
export function metricValues(sums: MetricSums): Record<MetricKey, number> {
  return Object.fromEntries(METRIC_KEYS.map((key) => [key, metricValue(key, sums)])) as Record<
    MetricKey,
    number
  >;
}

/** A metric's name where it is clear which weapons count: its label without what stands in brackets. */
export function metricName(key: MetricKey): string {
  return METRICS[key].label.replace(/ \(.*\)$/, "");
}

/** A metric's unit as a word: `percent` for `%`. */
export function metricUnit(key: MetricKey): string {
  const { unit } = METRICS[key];
  return unit === "%" ? "percent" : unit;
}

const ENDS = { high: "highest", low: "lowest", none: null } as const;

/** Which of a metric's values is the best; null: neither end is. */
export function metricBest(key: MetricKey): "highest" | "lowest" | null {
  return ENDS[METRICS[key].direction];
}

/** A metric's formula in words. */
export function metricFormula(key: MetricKey): string {
  return describeFormula(METRICS[key].formula, (sum) => SUM_LABELS[sum].label);
}
