import type { MatchRow, PlayerRow } from "@slomix/analytics";
import type { Database } from "../src/connect.ts";
import { loadPlayerRows, type RowDetail } from "../src/history/player-rows.ts";
import { loadSessionPlays } from "../src/history/session-plays.ts";

/** Everything as rows, from the tables that rounds are written to. */
export async function rawRows(
  db: Database,
  detail: RowDetail,
): Promise<{ rows: PlayerRow[]; matches: MatchRow[] }> {
  const ids = await db.query<{ id: number }>(
    "select distinct gaming_session_id as id from rounds where gaming_session_id is not null",
  );
  const plays = await loadSessionPlays(
    db,
    ids.map(({ id }) => id),
  );
  return {
    rows: await loadPlayerRows(db, {}, detail),
    matches: [...plays.values()].flatMap(({ matches }) => matches),
  };
}
