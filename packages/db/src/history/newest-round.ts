import type { Reader } from "../database.ts";
import { newestRound as newest } from "../queries/rounds-window.ts";

/**
 * The end of the newest round that counts, unix ms: what windows count back from. Null without one.
 *
 * @throws {DatabaseError}
 */
export async function newestRound(db: Reader): Promise<number | null> {
  return (await newest(db))?.endMs ?? null;
}
