import type { Tx } from "../../connect.ts";
import { together } from "../../together.ts";
import { refreshTotals } from "../totals/refresh-totals.ts";
import { takeWeapons } from "../totals/refresh-weapons.ts";
import { TouchedTotals } from "../totals/touched-totals.ts";
import { beginAliasUpdate } from "./store-aliases.ts";
import { forget } from "./store-sessions.ts";

const ROUNDS = "round_key = any($1) or (file_name is null and partner_key = any($1))";

/**
 * Deletes the rounds of files that no longer count, with a webhook's stand-in for their other half,
 * and what was kept of a session that has none left.
 */
export async function removeRounds(tx: Tx, fileNames: readonly string[]): Promise<void> {
  if (fileNames.length === 0) return;
  const rounds = await tx.query<{ id: number; session: number | null }>(
    `select id, gaming_session_id as session from rounds where ${ROUNDS}`,
    [fileNames],
  );
  const ids = rounds.map(({ id }) => id);
  const totals = new TouchedTotals();
  const [aliases] = await together(
    beginAliasUpdate(tx, ids),
    totals.noteGoing(tx, ids),
    takeWeapons(tx, ids),
    tx.query("delete from rounds where id = any($1)", [ids]),
  );
  await aliases.finish([], []);
  await refreshTotals(tx, totals, []);
  await forget(tx, [...new Set(rounds.flatMap(({ session }) => session ?? []))]);
}
