import { clockSeconds, surrenderProven } from "@slomix/analytics";
import type { DurationSource, RoundNumber, RoundOutcome, Side } from "@slomix/stats-parser";
import type { RoundStatus, TeamLetter } from "@slomix/stopwatch";
import type { Reader } from "../database.ts";
import { ROUND_FILE } from "./round-file.ts";

/** What is known of a round beside its players. */
export interface RoundSummary {
  readonly id: number;
  /** What the round is known by: its stats file, or the webhook that stands in for it. */
  readonly key: string;
  readonly matchId: string;
  readonly map: string;
  readonly round: RoundNumber;
  /** Name of the stats file; null where none came. */
  readonly file: string | null;
  /** ISO 8601; null when the play time is unknown. */
  readonly start: string | null;
  readonly end: string;
  /** The time that is shown of the round: the server's clock, whole seconds; null when unknown. */
  readonly clockSeconds: number | null;
  /** Play time without pauses as it was measured, for rates; null when unknown. */
  readonly durationSeconds: number | null;
  readonly durationSource: DurationSource;
  readonly timeLimitSeconds: number | null;
  readonly outcome: RoundOutcome;
  /** It is proven that a side gave the round up, also the defenders of a Round 1, who then set a time by it. */
  readonly gaveUp: boolean;
  /** Null where the sides cannot be told. */
  readonly attackers: TeamLetter | null;
  readonly defenderSide: Side | null;
  readonly winnerSide: Side | null;
  /** Counts for players and score. */
  readonly valid: boolean;
  readonly status: RoundStatus | "active";
  /** The league's id of the fixture that it was played for; null: no report tells. */
  readonly fixture: string | null;
  readonly flags: readonly string[];
}

/**
 * Next time limit of a round `r`: the one in its own file or, of a Round 1 where that is lost, the time
 * limit of its Round 2.
 */
export const NEXT_LIMIT = `coalesce(r.next_time_limit_seconds, (select r2.time_limit_seconds
  from rounds r2 where r2.match_id = r.match_id and r2.round_number = 2 and r.round_number = 1))`;

interface RoundRow extends Omit<RoundSummary, "start" | "end" | "clockSeconds"> {
  readonly nextLimitSeconds: number | null;
  readonly sessionId: number | null;
  readonly started: Date | null;
  readonly ended: Date;
}

/** All rounds of a session, or the rounds of a match, in the order of their ends. */
export async function roundsWhere(
  db: Reader,
  where: { readonly session: number } | { readonly match: string },
): Promise<(RoundSummary & { readonly sessionId: number | null })[]> {
  const [condition, value] =
    "session" in where
      ? ["r.gaming_session_id = $1", where.session]
      : ["r.match_id = $1", where.match];
  const rows = await db.query<RoundRow>(
    `select r.id, r.round_key as key, r.gaming_session_id as "sessionId", r.match_id as "matchId", r.map_name as map,
       r.round_number as round, ${ROUND_FILE} as file,
       r.round_started_at as started, r.round_ended_at as ended,
       r.actual_duration_seconds as "durationSeconds",
       coalesce(r.duration_source, 'unknown') as "durationSource",
       r.time_limit_seconds as "timeLimitSeconds", ${NEXT_LIMIT} as "nextLimitSeconds",
       lower(coalesce(r.round_outcome, 'Unknown')) as outcome,
       coalesce(r.round_outcome = 'Surrender' or r.end_reason = 'surrender', false) as "gaveUp", r.attackers,
       nullif(r.defender_team, 0) as "defenderSide", nullif(r.winner_team, 0) as "winnerSide",
       r.is_valid as valid, r.round_status as status, r.fixture_id as fixture, r.flags
     from rounds r where ${condition} order by r.round_ended_at, r.id`,
    [value],
  );
  return rows.map(({ started, ended, nextLimitSeconds, ...row }) => ({
    ...row,
    gaveUp: row.gaveUp && surrenderProven(row.flags),
    clockSeconds: clockSeconds({ ...row, nextLimitSeconds }),
    start: started?.toISOString() ?? null,
    end: ended.toISOString(),
  }));
}
