import type { StatsFile } from "@slomix/stats-parser";
import type { TelemetryRow } from "./merge-telemetry.ts";
import type { PairedRound } from "./paired-round.ts";
import { type ServerClock, stampText } from "./server-clock.ts";
import { standInStats } from "./stand-in-stats.ts";
import { WRITE_DELAY_MS } from "./timed-file.ts";

/** The round that a webhook stands in for, beside the round whose other half it is. */
export function standInRound(
  row: TelemetryRow,
  beside: PairedRound & { readonly file: StatsFile },
  clock: ServerClock,
): PairedRound {
  const { telemetry, endMs } = row;
  const stats = standInStats(telemetry, beside.file);
  const played = stats.durationSeconds;
  return {
    key: `webhook:${row.map}:${telemetry.round}:${telemetry.endUnix}`,
    file: null,
    telemetry,
    report: null,
    map: beside.map,
    number: telemetry.round,
    startMs: row.startMs ?? (played === null ? null : endMs - played * 1000),
    endMs,
    ...stampText(clock.showsMs(endMs + WRITE_DELAY_MS)),
    state: "paired",
    partner: beside.key,
    matchId: beside.matchId,
    stats,
    warnings: [
      { code: "stand_in", message: `no stats file came; ${telemetry.file} stands in for it` },
    ],
  };
}
