import type { Reader } from "../database.ts";

/**
 * What the database holds, in one word: no two of its states share one. PostgreSQL numbers whatever
 * writes and tells which numbers a reader sees; those of a server that was started anew may come
 * again. Writes of others to the same server change the word too.
 *
 * @throws {DatabaseError}
 */
export async function stateStamp(db: Reader): Promise<string> {
  const [row] = await db.query<{ stamp: string }>(
    "select pg_current_snapshot()::text || ' ' || pg_postmaster_start_time()::text as stamp",
  );
  return row?.stamp ?? "";
}
