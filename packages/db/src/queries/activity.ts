import type { Reader } from "../database.ts";
import { COUNTED } from "./counted-rounds.ts";

/** A day on which something was played. */
export interface ActiveDay {
  /** `YYYY-MM-DD`, the server's local date. */
  readonly date: string;
  readonly rounds: number;
  /** The first session of the day. */
  readonly sessionId: number;
}

/** A stretch of days. */
export interface Activity {
  /** Both included. */
  readonly from: string;
  readonly to: string;
  /** Oldest first; days without a round are left out. */
  readonly days: readonly ActiveDay[];
}

/**
 * Rounds that count by evening, over the last `days` days up to the newest of them: what is played
 * after midnight belongs to the day on which its session began. Null: there is no such round. One
 * statement.
 *
 * @throws {DatabaseError}
 */
export async function activity(db: Reader, days: number): Promise<Activity | null> {
  const rows = await db.query<ActiveDay & { from: string; to: string }>(
    `with evenings as (
       select r.gaming_session_id as id, min(r.round_date) as day, count(*)::int as rounds
       from rounds r where ${COUNTED} and r.gaming_session_id is not null
       group by r.gaming_session_id
     ), newest as (select max(day) as day from evenings)
     select newest.day - ($1::int - 1) as "from", newest.day as "to", e.day as date,
       sum(e.rounds)::int as rounds, min(e.id) as "sessionId"
     from newest join evenings e on e.day > newest.day - $1::int
     group by newest.day, e.day order by e.day`,
    [days],
  );
  const [first] = rows;
  if (!first) return null;
  return {
    from: first.from,
    to: first.to,
    days: rows.map(({ date, rounds, sessionId }) => ({ date, rounds, sessionId })),
  };
}
