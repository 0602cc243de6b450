import type { SumKey } from "./counters.ts";
import { METRICS, type MetricKey } from "./metrics.ts";
import type { PlayerSums } from "./player-sums.ts";

/** Sums that only rounds with a measured time dead go into. */
const OF_TIME_DEAD: ReadonlySet<SumKey> = new Set([
  "timeDeadSeconds",
  "timedSeconds",
  "timedDamage",
]);

/** Whether a metric is made of time dead, which old files do not measure. */
export function isOfTimeDead(key: MetricKey): boolean {
  const { of, less = [], per = [], perLess = [] } = METRICS[key].formula;
  return [...of, ...less, ...per, ...perLess].some((sum) => OF_TIME_DEAD.has(sum));
}

/** Whether sums tell a metric: false for one made of time dead where no round measures it. */
export function isMeasured(key: MetricKey, sums: Pick<PlayerSums, "timedSeconds">): boolean {
  return !isOfTimeDead(key) || sums.timedSeconds > 0;
}
