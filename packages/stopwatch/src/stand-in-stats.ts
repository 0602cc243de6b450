import type {
  RoundOutcome,
  RoundStats,
  RoundTelemetry,
  Side,
  StatsFile,
} from "@slomix/stats-parser";

/** A hold whose webhook tells at least this much of the limit (s below it) used the full time. */
const CLOCK_SLACK = 10;

/**
 * What a webhook alone says of a round whose stats file was lost; `partner` is the file of the other
 * half. No players. Its limit in Round 2 is the time that Round 1 set (a webhook's own has lost its
 * seconds). The defending side is the map's, so the partner's header fills it in.
 */
export function standInStats(telemetry: RoundTelemetry, partner: StatsFile): RoundStats {
  const { header } = partner;
  const round = telemetry.round;
  const set = header.badNextTime ? null : header.nextTimeLimitSeconds;
  const told = telemetry.timeLimitMinutes;
  const limit = round === 2 ? set : told !== null && told > 0 ? Math.round(told * 60) : null;
  const { winnerSide } = telemetry;
  const defenderSide = telemetry.defenderSide ?? header.defenderSide;
  const held = winnerSide !== null && winnerSide === defenderSide;
  const played = telemetry.playtimeSeconds;
  const fullTimeUsed =
    !held || played === null || limit === null
      ? winnerSide !== null && defenderSide !== null && !held
        ? false
        : null
      : played >= limit - CLOCK_SLACK;
  const duration = played === null || limit === null ? played : Math.min(played, limit);
  const ending = endingOf(telemetry, winnerSide, defenderSide, fullTimeUsed, played, limit);
  return {
    map: header.map.trim(),
    round,
    server: header.server,
    config: header.config,
    defenderSide,
    winnerSide,
    outcome: ending.outcome,
    scoreConfidence: winnerSide && defenderSide ? "time_fallback" : "missing",
    timeLimitSeconds: limit,
    nextTimeLimitSeconds: round === 1 ? header.timeLimitSeconds : null,
    durationSeconds: duration,
    durationSource: duration === null ? "unknown" : "webhook",
    fullTimeUsed,
    differential: round === 1 ? "none" : "orphan",
    round1File: null,
    players: [],
    flags: ["stand_in", ...ending.flags],
  };
}

function endingOf(
  telemetry: RoundTelemetry,
  winner: Side | null,
  defender: Side | null,
  fullTimeUsed: boolean | null,
  played: number | null,
  limit: number | null,
): { outcome: RoundOutcome; flags: string[] } {
  const gaveUp = telemetry.surrenderSide;
  if (winner !== null && defender !== null) {
    if (winner === defender) {
      if (fullTimeUsed !== false) return { outcome: "fullhold", flags: [] };
      const told = gaveUp !== null && gaveUp !== defender;
      return { outcome: "surrender", flags: told ? [] : ["surrender_deduced"] };
    }
    if (exitTells(telemetry.exit, defender)) return { outcome: "surrender", flags: [] };
    const claimed = gaveUp === defender && telemetry.exit === null;
    return { outcome: "completed", flags: claimed ? ["surrender_unconfirmed"] : [] };
  }
  if (gaveUp !== null) {
    return { outcome: gaveUp === defender ? "completed" : "fullhold", flags: [] };
  }
  if (played === null) return { outcome: "unknown", flags: [] };
  return { outcome: limit === null || played < limit ? "completed" : "fullhold", flags: [] };
}

/** The log's exit line says that this side gave up. */
function exitTells(exit: string | null, side: Side): boolean {
  return new RegExp(side === 1 ? "\\baxis surrender" : "\\ballies surrender", "i").test(exit ?? "");
}
