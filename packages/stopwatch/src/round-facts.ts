import type { DurationSource, RoundNumber, Side } from "@slomix/stats-parser";
import type { PairedRound } from "./paired-round.ts";

/** What a conclusion rests on: the file's header, the webhook, or times alone. */
export type Basis = "header" | "webhook" | "time";

/** Everything that decides how a round ended. Sides are sides of this round, times are seconds. */
export interface RoundFacts {
  readonly number: RoundNumber;
  /** Null: unknown, or nobody won. */
  readonly winnerSide: Side | null;
  readonly defenderSide: Side | null;
  /** Where winner and defender come from. */
  readonly basis: Basis;
  /** Its file is lost: everything here is a webhook's. */
  readonly standIn: boolean;
  /** File and webhook name different winners: the webhook belongs to another round. */
  readonly winnerConflict: boolean;
  /** Limit of this round; in Round 2 the time that Round 1 set. */
  readonly limitSeconds: number | null;
  /** The next time limit (header field 8): the limit after a hold, else the time that was needed. */
  readonly nextLimitSeconds: number | null;
  /** Play time without pauses. */
  readonly durationSeconds: number | null;
  readonly durationSource: DurationSource;
  /** The clock ran out; null when nothing tells, which counts as used. */
  readonly fullTimeUsed: boolean | null;
  /** Side of who called a surrender vote, passed or not; of who surrendered, when `exitKnown`. */
  readonly surrenderSide: Side | null;
  /** The server's `Exit:` text came: `surrenderSide` is what happened, not only a claim. */
  readonly exitKnown: boolean;
}

/**
 * Reads the text of the server's `Exit:` line: the side that surrendered, `none` when the round ended
 * otherwise, null for a text that does not say how a round ended.
 */
function readExit(text: string | null): Side | "none" | null {
  if (text === null) return null;
  if (/axis surrender/i.test(text)) return 1;
  if (/allies surrender/i.test(text)) return 2;
  return /timelimit hit|wolf endround/i.test(text) ? "none" : null;
}

/**
 * The facts of one round: the stats file goes before the webhook for winner, defender and times; the
 * webhook fills what the header does not say, and alone tells of surrender votes.
 */
export function roundFacts(round: PairedRound): RoundFacts {
  const { stats, telemetry } = round;
  const header = round.file?.header;
  const fileWinner = header?.winnerSide || null;
  const exit = readExit(telemetry?.exit ?? null);
  const filled = fileWinner === null || (header?.defenderSide ?? null) === null;
  const told = telemetry?.winnerSide ?? null;
  const winnerSide = fileWinner ?? (stats.winnerSide || told);
  const defenderSide = stats.defenderSide ?? telemetry?.defenderSide ?? null;
  const known = winnerSide !== null || defenderSide !== null;
  return {
    number: round.number,
    winnerSide,
    defenderSide,
    basis: filled && known && telemetry !== null ? "webhook" : "header",
    standIn: round.file === null,
    winnerConflict: fileWinner !== null && told !== null && told !== fileWinner,
    limitSeconds: stats.timeLimitSeconds,
    nextLimitSeconds: stats.nextTimeLimitSeconds,
    durationSeconds: stats.durationSeconds,
    durationSource: stats.durationSource,
    fullTimeUsed: stats.fullTimeUsed ?? (endedEarly(round) ? false : null),
    surrenderSide:
      exit === null ? (telemetry?.surrenderSide ?? null) : exit === "none" ? null : exit,
    exitKnown: exit !== null,
  };
}

/**
 * The webhook's play time ends well before the limit. It may be too long (older senders count pauses
 * in) and hardly ever too short, so where the file tells nothing this proves an early end.
 */
function endedEarly({ stats, telemetry }: PairedRound): boolean {
  const played = telemetry?.playtimeSeconds ?? null;
  const limit = stats.timeLimitSeconds;
  return played !== null && played > 0 && limit !== null && played < limit - 10;
}

/** The other side of the map. */
export function otherSide(side: Side): Side {
  return side === 1 ? 2 : 1;
}
