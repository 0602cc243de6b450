import { byTime, countedRows } from "./counted-round.ts";
import { metricValue } from "./metrics.ts";
import { amount, type PlayerRow } from "./player-row.ts";
import { sumRows } from "./player-sums.ts";

/** Rounds of a minute or less say nothing about how somebody plays. */
const LONGER_THAN_SECONDS = 60;

/** Rows that count and are long enough to look at one by one, oldest first. */
export function longRows<Row extends PlayerRow>(rows: readonly Row[]): Row[] {
  return countedRows(rows)
    .filter((row) => amount(row.timePlayedSeconds) > LONGER_THAN_SECONDS)
    .sort(byTime);
}

/** DPM of one round; only where dispersion between rounds is looked at. */
export function roundDpm(row: PlayerRow): number {
  return metricValue("dpm", sumRows([row]));
}

/** DPM over rows: damage of all for the minutes of all. */
export function dpmOf(rows: readonly PlayerRow[]): number {
  return metricValue("dpm", sumRows(rows));
}
