import type { Tx } from "../../connect.ts";

/** Deletes the rounds of files that no longer count, with a webhook's stand-in for their other half. */
export async function removeRounds(tx: Tx, fileNames: readonly string[]): Promise<void> {
  if (fileNames.length === 0) return;
  await tx.query(
    `delete from rounds where round_key = any($1) or (file_name is null and partner_key = any($1))`,
    [fileNames],
  );
}
