import type { StatsFile } from "@slomix/stats-parser";
import type { TelemetryRow } from "./merge-telemetry.ts";

/**
 * Whether winner and defender of a stats header and a webhook do not contradict each other. Both
 * read the same config strings of the game, so a contradiction means two different rounds.
 */
export function sidesAgree(file: StatsFile, row: TelemetryRow): boolean {
  const { winnerSide, defenderSide } = file.header;
  const { winnerSide: winner, defenderSide: defender } = row.telemetry;
  if (winner && winnerSide && winner !== winnerSide) return false;
  return !(defender && defenderSide && defender !== defenderSide);
}
