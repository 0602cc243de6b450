import type { RoundNumber, Side } from "@slomix/stats-parser";
import type { RoundStatus, TeamLetter } from "@slomix/stopwatch";
import type { CounterKey, RecordKey } from "./counters.ts";

/** The round that a row belongs to: all rows of a round may share one such object. */
export interface RoundRow {
  /** What the round is known by; no two rounds share it. */
  readonly key: string;
  /** Same for both rounds of a match. */
  readonly matchId: string;
  /** Null: in no gaming session. */
  readonly sessionId: number | null;
  readonly number: RoundNumber;
  /** Compared without case. */
  readonly map: string;
  /** Game server's local date, `YYYY-MM-DD`. */
  readonly date: string;
  /** Unix ms; orders rounds. */
  readonly endMs: number;
  /** Null: unknown. */
  readonly defenderSide: Side | null;
  /** Team that stood on side 1 (Axis). Null: not attributable. */
  readonly axisTeam: TeamLetter | null;
  readonly valid: boolean;
  /** `active` stands for a round that was announced by hand; null counts as completed. */
  readonly status: RoundStatus | "active" | null;
}

/** One weapon of a row; the name with or without the `WS_` of the game scripts. */
export interface WeaponRow {
  readonly weapon: string;
  readonly kills: number;
  readonly deaths: number;
  /** Hits on the head. */
  readonly headshots: number;
  readonly shots: number;
  readonly hits: number;
}

/** Counters of a row. Missing, null and what is no number count as 0. */
export type RowCounters = {
  readonly [Key in CounterKey | RecordKey]?: number | null | undefined;
};

/**
 * One player's numbers in one round, of Round 2 alone as of Round 1: what a stats file gives after
 * the differential, or a row of the database. Times are seconds and minutes as named.
 */
export interface PlayerRow extends RowCounters {
  readonly round: RoundRow;
  readonly guid: string;
  /** Without colour codes. */
  readonly name: string;
  readonly bot: boolean;
  readonly side: Side | null;
  /** Minutes dead; over a round never more than the time played. */
  readonly timeDeadMinutes?: number | null | undefined;
  readonly weapons: readonly WeaponRow[];
}

/** The team that a row's player played for; null where side or teams are unknown. */
export function teamOf(row: Pick<PlayerRow, "round" | "side">): TeamLetter | null {
  const { axisTeam } = row.round;
  if (axisTeam === null || row.side === null) return null;
  if (row.side === 1) return axisTeam;
  return axisTeam === "A" ? "B" : "A";
}

/** A number, or 0 for what is missing or none. */
export function amount(value: number | null | undefined): number {
  return typeof value === "number" && Number.isFinite(value) ? value : 0;
}
