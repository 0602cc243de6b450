import type { Database, Tx } from "../connect.ts";
import { LEDGER_KINDS } from "./arrival.ts";
import { batches } from "./batches.ts";
import { Contents } from "./contents.ts";
import type { IncomingFile, IngestOptions } from "./contract.ts";
import { settingsOf, settle, takeBatch } from "./ingest.ts";
import { emptyMatches } from "./matches/refresh.ts";
import { forget } from "./store/store-sessions.ts";
import { allStretches, type Stretch } from "./stretch.ts";
import { emptyTotals } from "./totals/refresh-totals.ts";
import { sumUpWeapons } from "./totals/refresh-weapons.ts";

/** What a rebuild did. */
export interface RebuildReport {
  readonly rounds: number;
  readonly sessions: number;
  /** Rounds that stood in the database without any file, and went. */
  readonly removed: number;
}

/** So many stretches are held in memory and written together. */
const AT_ONCE = 10;

/** Where the files come from: the ledger, unless others are given. */
export interface RebuildOptions extends IngestOptions {
  readonly files?: Iterable<IncomingFile> | AsyncIterable<IncomingFile>;
}

/**
 * Derives everything again from the raw files of the ledger (or from the files given, which then
 * take the ledger's place), in one transaction: each round is written over in full under its id,
 * rounds that no file supports go. Links of people, permissions, demos and team names that somebody
 * set stay, as do the ids of rounds and sessions. Predictions are brought up to date afterwards, by
 * `updatePredictions`.
 */
export async function rebuild(db: Database, options: RebuildOptions = {}): Promise<RebuildReport> {
  return db.transaction(async (tx) => {
    await tx.lock("slomix-ingest");
    if (options.files) {
      await tx.query("delete from processed_endstats_files");
      await tx.query("delete from processed_files where kind = any($1)", [LEDGER_KINDS]);
      await takeAll(tx, options.files, options);
    }
    await emptyMatches(tx);
    const stretches = await allStretches(tx, await settingsOf(tx, options));
    await emptyTotals(tx);
    const removed = await removeUnsupported(tx, stretches);
    const report = await rewrite(tx, stretches, options, removed);
    // Rounds add to these what they add: only all of them together put right what was wrong.
    await sumUpWeapons(tx);
    return report;
  });
}

/** Puts files through the write path inside a transaction that is already open. */
export async function takeAll(
  tx: Tx,
  files: Iterable<IncomingFile> | AsyncIterable<IncomingFile>,
  options: IngestOptions,
): Promise<void> {
  const contents = new Contents(2000);
  for await (const batch of batches(files, options.batchSize ?? 600))
    await takeBatch(tx, batch, contents, options);
}

/** Derives the given stretches again from the ledger's bytes, every round written. */
export async function rewrite(
  tx: Tx,
  stretches: readonly Stretch[],
  options: IngestOptions,
  removed: number,
): Promise<RebuildReport> {
  const settings = await settingsOf(tx, options);
  const contents = new Contents(500);
  const step = options.onStep ?? (() => {});
  const sessions = new Set<number>();
  let rounds = 0;
  for (let i = 0; i < stretches.length; i += AT_ONCE) {
    const some = stretches.slice(i, i + AT_ONCE);
    const stored = await settle(tx, some, contents, settings, step, true);
    rounds += stored.written.length;
    for (const id of stored.sessions) sessions.add(id);
    options.onProgress?.({ done: i + some.length, imported: rounds, failed: 0 });
  }
  return { rounds, sessions: sessions.size, removed };
}

/** Deletes rounds without a file, the names only they bore, and what was said of their sessions. */
async function removeUnsupported(tx: Tx, stretches: readonly Stretch[]): Promise<number> {
  const files = stretches.flatMap((s) =>
    s.files.flatMap((f) => (f.kind === "endstats" ? [] : [f.name])),
  );
  const gone = await tx.query<{ session: number | null }>(
    `delete from rounds where round_status <> 'active'
       and not (file_name = any($1)) and not (file_name is null and partner_key = any($1))
     returning gaming_session_id as session`,
    [files],
  );
  await tx.query(
    `delete from player_aliases a where not exists (
       select 1 from player_comprehensive_stats p
       where p.player_guid = a.guid and p.clean_name = a.alias)`,
  );
  await forget(tx, [...new Set(gone.flatMap((r) => (r.session === null ? [] : [r.session])))]);
  return gone.length;
}
