import { type Baseline, emptySums, metricValue, numbersOf } from "@slomix/analytics";

/** What a player did over some rounds. */
export interface Totals {
  readonly rounds: number;
  readonly kills: number;
  readonly deaths: number;
  /** HP given. */
  readonly damage: number;
  /** Time on a team, milliseconds. */
  readonly timeMs: number;
}

// One object for all: a season asks thousands of times, and copying fifty zeros takes the most of it.
const sums = { ...emptySums() };

/** The numbers that are shown of totals. */
export function numbersFrom(totals: Totals): Baseline {
  return numbersOf(sumsOf(totals));
}

/** Kills of kills and deaths, percent. */
export function efficiencyOf(totals: Totals): number {
  return metricValue("efficiency", sumsOf(totals));
}

function sumsOf({ rounds, kills, deaths, damage, timeMs }: Totals): typeof sums {
  return Object.assign(sums, {
    rounds,
    kills,
    deaths,
    damageGiven: damage,
    timePlayedSeconds: timeMs / 1000,
  });
}
