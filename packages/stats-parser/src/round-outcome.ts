import type { RoundDuration } from "./round-duration.ts";
import type { RoundSides } from "./round-sides.ts";
import type { RoundOutcome, ScoreConfidence } from "./round-stats.ts";
import type { RoundTelemetry } from "./round-telemetry.ts";
import type { Side, StatsHeader } from "./stats-file.ts";

/** How a round ended. */
export interface OutcomeVerdict {
  readonly outcome: RoundOutcome;
  readonly confidence: ScoreConfidence;
  /** `surrender_deduced`, `surrender_unconfirmed`. */
  readonly flags: readonly string[];
}

/** Slack of field 8 against the limit, seconds: both are truncated. */
const TRUNCATED = 1;
/** Slack of the players' own times, which come in tenths of minutes. */
const PLAYERS_SLACK = 15;

/**
 * The outcome of a round that was not aborted. Sides known: another winner than the defender is
 * `completed`; the defenders winning with the clock run out (or no word on it) is `fullhold`, before
 * that it is `surrender`: defenders win early in no other way on stopwatch maps.
 * That the defenders gave up looks like `completed` and is only claimed by a webhook
 * (`surrender_unconfirmed`); `surrender` is said when the log's exit line, in the webhook, proves it.
 * Sides not known: a surrender that the webhook tells, then time (`time_fallback`), then `unknown`.
 */
export function roundOutcome(
  header: StatsHeader,
  sides: RoundSides,
  duration: RoundDuration,
  telemetry: RoundTelemetry | null,
): OutcomeVerdict {
  const { defenderSide, winnerSide, confidence } = sides;
  const gaveUp = telemetry?.surrenderSide ?? null;
  const verdict = (outcome: RoundOutcome, ...flags: string[]) => ({ outcome, confidence, flags });
  if (winnerSide === 0) return verdict("unknown");
  if (defenderSide !== null && winnerSide !== null) {
    if (winnerSide === defenderSide) {
      if (duration.fullTimeUsed !== false) return verdict("fullhold");
      const told = (exitSurrender(telemetry) ?? gaveUp ?? defenderSide) !== defenderSide;
      return told ? verdict("surrender") : verdict("surrender", "surrender_deduced");
    }
    if (exitSurrender(telemetry) === defenderSide) return verdict("surrender");
    const claimed = gaveUp === defenderSide && telemetry?.exit == null;
    return claimed ? verdict("completed", "surrender_unconfirmed") : verdict("completed");
  }
  if (gaveUp !== null) {
    const defenders = defenderSide !== null && gaveUp === defenderSide;
    return { ...verdict(defenders ? "completed" : "fullhold"), confidence: "time_fallback" };
  }
  const outcome = outcomeByTime(header, duration);
  return outcome === "unknown"
    ? verdict(outcome)
    : { outcome, confidence: "time_fallback", flags: [] };
}

/** Side that gave up by the log's `Exit:` line. */
function exitSurrender(telemetry: RoundTelemetry | null): Side | null {
  const match = /\b(axis|allies) surrender/i.exec(telemetry?.exit ?? "");
  if (!match) return null;
  return match[1]?.toLowerCase() === "axis" ? 1 : 2;
}

/** Before the limit means completed; the measured time first, then field 8, then the players' time. */
function outcomeByTime(header: StatsHeader, duration: RoundDuration): RoundOutcome {
  if (header.badNextTime) return "unknown";
  if (duration.fullTimeUsed !== null) return duration.fullTimeUsed ? "fullhold" : "completed";
  const limit = header.timeLimitSeconds;
  const [time, slack] =
    header.nextTimeLimitSeconds === null
      ? [duration.seconds, PLAYERS_SLACK]
      : [header.nextTimeLimitSeconds, TRUNCATED];
  if (time === null) return "unknown";
  return limit === null || time < limit - slack ? "completed" : "fullhold";
}
