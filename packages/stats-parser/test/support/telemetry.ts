import type { RoundTelemetry } from "../../src/index.ts";

/** A webhook's word on a round, with nothing in it but what a test sets. */
export function telemetry(told: Partial<RoundTelemetry>): RoundTelemetry {
  return {
    source: "webhook",
    file: "webhook.json",
    map: "supply",
    round: 1,
    winnerSide: null,
    defenderSide: null,
    startUnix: null,
    endUnix: 1_760_000_000,
    playtimeSeconds: null,
    timeLimitMinutes: null,
    pauseCount: 0,
    pauseSeconds: 0,
    pauses: [],
    endReason: null,
    warmupSeconds: null,
    warmupStartUnix: null,
    surrenderSide: null,
    surrenderCallerGuid: null,
    surrenderCallerName: null,
    exit: null,
    axisScore: 0,
    alliesScore: 0,
    axis: [],
    allies: [],
    spawnStats: [],
    version: "1.6.0",
    ...told,
  };
}
