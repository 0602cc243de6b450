import type { Tx } from "../../connect.ts";
import { forget } from "./store-sessions.ts";

/**
 * Deletes the rounds of files that no longer count, with a webhook's stand-in for their other half,
 * and what was kept of a session that has none left.
 */
export async function removeRounds(tx: Tx, fileNames: readonly string[]): Promise<void> {
  if (fileNames.length === 0) return;
  const gone = await tx.query<{ session: number | null }>(
    `delete from rounds where round_key = any($1) or (file_name is null and partner_key = any($1))
     returning gaming_session_id as session`,
    [fileNames],
  );
  await forget(tx, [...new Set(gone.flatMap((row) => row.session ?? []))]);
}

/**
 * Lets go of the keys of rounds whose files may not come again, so that a webhook can stand in for
 * them meanwhile. They are written anew when their file comes, and removed when it does not. Null: all.
 */
export async function loosenRounds(tx: Tx, fileNames: readonly string[] | null): Promise<void> {
  await tx.query(
    `update rounds set match_id = 'rewriting:' || id, round_canonical_id = null, derived_hash = null
     where file_name is not null and ($1::text[] is null or file_name = any($1))`,
    [fileNames],
  );
}
