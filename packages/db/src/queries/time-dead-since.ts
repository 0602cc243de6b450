import type { Reader } from "../database.ts";
import { COUNTED } from "./counted-rounds.ts";

/**
 * The day (`YYYY-MM-DD`, the server's local date) of the first round that counts and measures time dead,
 * where an older one does not; null: every round measures it, or none. One statement.
 *
 * @throws {DatabaseError}
 */
export async function timeDeadSince(db: Reader): Promise<string | null> {
  const [row] = await db.query<{ since: string | null; first: string | null }>(
    `select min(p.round_date) filter (where p.time_dead_minutes is not null) as since,
       min(p.round_date) filter (where p.time_dead_minutes is null
         and p.time_played_seconds is not null) as first
     from player_comprehensive_stats p join rounds r on r.id = p.round_id
     where ${COUNTED} and not p.is_bot`,
  );
  const { since = null, first = null } = row ?? {};
  return since !== null && first !== null && first <= since ? since : null;
}
