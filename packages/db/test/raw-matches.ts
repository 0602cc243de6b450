import type { MatchRow } from "@slomix/analytics";
import type { Database } from "../src/connect.ts";
import { loadSessionPlays } from "../src/history/session-plays.ts";

/** Every match, from results and rounds, and nothing of what is kept beside them. */
export async function rawMatches(db: Database): Promise<MatchRow[]> {
  const ids = await db.query<{ id: number }>(
    "select distinct gaming_session_id as id from rounds where gaming_session_id is not null",
  );
  const plays = await loadSessionPlays(
    db,
    ids.map(({ id }) => id),
  );
  return [...plays.values()].flatMap(({ matches }) => matches);
}
