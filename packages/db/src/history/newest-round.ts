import type { Reader } from "../database.ts";
import { COUNTED } from "../queries/counted-rounds.ts";

/**
 * The end of the newest round that counts, unix ms: what windows count back from. Null without one.
 *
 * @throws {DatabaseError}
 */
export async function newestRound(db: Reader): Promise<number | null> {
  const [row] = await db.query<{ ended: Date }>(
    `select r.round_ended_at as ended from rounds r where ${COUNTED}
     order by r.round_ended_at desc limit 1`,
  );
  return row?.ended.getTime() ?? null;
}
