import type { Tx } from "../../connect.ts";
import { refreshTotals } from "../totals/refresh-totals.ts";
import { TouchedTotals } from "../totals/touched-totals.ts";

const ROUNDS = "r.round_key = any($1) or (r.file_name is null and r.partner_key = any($1))";

/** Deletes the rounds of files that no longer count, with a webhook's stand-in for their other half. */
export async function removeRounds(tx: Tx, fileNames: readonly string[]): Promise<void> {
  if (fileNames.length === 0) return;
  const totals = new TouchedTotals();
  await totals.noteWhere(tx, ROUNDS, fileNames);
  await tx.query(`delete from rounds r where ${ROUNDS}`, [fileNames]);
  await refreshTotals(tx, totals);
}
