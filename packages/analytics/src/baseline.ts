import type { MetricSums } from "./metric.ts";
import { metricValue } from "./metrics.ts";
import type { PlayerRow } from "./player-row.ts";
import { type PlayerSums, sumRows } from "./player-sums.ts";
import { deltaPercent } from "./spread.ts";

/** What somebody does as a rule: over 90 days in the questions that compare with it. */
export interface Baseline {
  readonly rounds: number;
  readonly killsPerRound: number;
  readonly deathsPerRound: number;
  readonly kd: number;
  readonly dpm: number;
}

/** The baseline of one player's rows that count. */
export function baselineOf(rows: readonly PlayerRow[]): Baseline {
  return numbersOf(sumRows(rows));
}

/** The same from sums. */
export function numbersOf(sums: MetricSums | PlayerSums): Baseline {
  return {
    rounds: sums.rounds,
    killsPerRound: metricValue("killsPerRound", sums),
    deathsPerRound: metricValue("deathsPerRound", sums),
    kd: metricValue("kd", sums),
    dpm: metricValue("dpm", sums),
  };
}

/** DPM against the baseline's in percent; null where one of them has no round. */
export function impact(there: Baseline, base: Baseline): number | null {
  return there.rounds > 0 && base.dpm > 0 ? deltaPercent(there.dpm, base.dpm) : null;
}
