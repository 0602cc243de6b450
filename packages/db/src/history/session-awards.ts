import {
  type ArchetypeVerdict,
  type AwardTotal,
  archetypeContext,
  archetypeOf,
  awardTotals,
  CHAOS_AWARDS,
  fragPotentialLimits,
  funAwards,
  type RoundAwardRow,
  sessionPlayers,
  type WonAward,
} from "@slomix/analytics";
import type { Reader } from "../database.ts";
import { COUNTED } from "../queries/counted-rounds.ts";
import { numbersOfSessions } from "./past-sessions.ts";
import { loadPlayerRows } from "./player-rows.ts";

/** What was won in one gaming session. */
export interface SessionAwards {
  readonly sessionId: number;
  readonly date: string;
  /** Awards for fun; who teases may show the others. */
  readonly fun: readonly WonAward[];
  readonly chaos: readonly WonAward[];
  /** How everybody played, most kills first. */
  readonly archetypes: readonly (ArchetypeVerdict & {
    readonly guid: string;
    readonly name: string;
  })[];
  /** Awards that the game server gave for rounds, added up. */
  readonly totals: readonly AwardTotal[];
}

/**
 * Awards and archetypes of a gaming session by number, or of the last one. Null: there is none.
 *
 * @throws {DatabaseError}
 */
export async function sessionAwards(
  db: Reader,
  which: number | "last",
): Promise<SessionAwards | null> {
  const [session] = await db.query<{ id: number; date: string; ended: Date }>(
    `select gaming_session_id as id, min(r.round_date)::text as date, max(r.round_ended_at) as ended
     from rounds r where gaming_session_id is not null
       and ($1::int is null or gaming_session_id = $1)
       and ($1::int is not null or gaming_session_id = (
         select gaming_session_id from rounds where gaming_session_id is not null
         order by round_ended_at desc, id desc limit 1))
     group by 1`,
    [which === "last" ? null : which],
  );
  if (!session) return null;
  const rows = await loadPlayerRows(db, { sessions: [session.id] });
  const players = sessionPlayers(rows);
  const limits = fragPotentialLimits(await numbersOfSessions(db, session.ended.getTime()));
  const context = archetypeContext(players, limits);
  const given = await db.query<RoundAwardRow>(
    `select a.award_name as award, a.player_guid as guid, a.player_name as name,
       a.award_value_numeric as value
     from round_awards a join rounds r on r.id = a.round_id
     where r.gaming_session_id = $1 and ${COUNTED} order by r.round_ended_at, a.position`,
    [session.id],
  );
  return {
    sessionId: session.id,
    date: session.date,
    fun: funAwards(players),
    chaos: funAwards(players, CHAOS_AWARDS),
    archetypes: players.map(({ guid, name, sums }) => ({
      guid,
      name,
      ...archetypeOf(sums, context),
    })),
    totals: awardTotals(given),
  };
}
