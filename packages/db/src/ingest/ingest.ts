import {
  defaultSettings,
  pairRounds,
  type StopwatchSettings,
  scoreSessions,
} from "@slomix/stopwatch";
import type { Database, Tx } from "../connect.ts";
import { together } from "../together.ts";
import { admit } from "./admission.ts";
import { isArrival, receive } from "./arrival.ts";
import { batches, runBatches } from "./batches.ts";
import { checkRounds } from "./check-rounds.ts";
import { type Contents, contentsOf, gather } from "./contents.ts";
import type { IncomingFile, IngestOptions, IngestReport, Step } from "./contract.ts";
import {
  entriesFor,
  type LedgerEntry,
  markDuplicates,
  staleReportRounds,
  writeLedger,
} from "./ledger.ts";
import { linkDetails } from "./link-details.ts";
import { type BatchOutcome, outcomeOf } from "./outcome.ts";
import { joinRecords, recordStretch, type StretchRecord } from "./records/stretch-record.ts";
import { removeRounds } from "./store/remove-rounds.ts";
import { type StoredStretch, storeStretch } from "./store/store-stretch.ts";
import { storeTelemetry } from "./store/store-telemetry.ts";
import { loadTeamPool } from "./store/team-pool.ts";
import { type Stretch, stretchesAround, type Touch } from "./stretch.ts";
import { refreshTableStatistics } from "./table-statistics.ts";

/**
 * The one way for a round to get into the database. Every file passes the seven steps
 *
 *   download → parse → pair → check → score → store → show
 *
 * of which the first is the caller's (a file comes here whole) and the last is the queries'.
 * Files may come in any order, alone or by the thousand, again or changed: what they touch is
 * derived anew from the ledger's raw bytes, so the database always says what all files together
 * say. A batch is one transaction, ledger lines inside it.
 *
 * @throws DatabaseError when the database is away for longer than the retries last
 */
export async function ingest(
  db: Database,
  files: Iterable<IncomingFile> | AsyncIterable<IncomingFile>,
  options: IngestOptions = {},
): Promise<IngestReport> {
  const contents = contentsOf(db);
  return runBatches(db, batches(files, options.batchSize ?? 600), options, (tx, batch) =>
    takeBatch(tx, batch, contents, options),
  );
}

/** One batch through all steps, inside one transaction. */
export async function takeBatch(
  tx: Tx,
  batch: readonly IncomingFile[],
  contents: Contents,
  options: IngestOptions,
): Promise<BatchOutcome> {
  const step = options.onStep ?? (() => {});
  step("download", batch);

  const received = batch.map(receive);
  const arrivals = received.filter(isArrival);
  step("parse", arrivals);

  const [, , entries, settings] = await together(
    tx.lock("slomix-ingest"),
    planOnce(tx, batch.length),
    entriesFor(tx, arrivals),
    settingsOf(tx, options),
  );
  const admission = admit(arrivals, entries, options.force ?? false);
  const stale = await staleReportRounds(tx, admission.writes);
  const touches: Touch[] = [
    ...[...admission.admitted, ...admission.replaced].flatMap(touchOf),
    ...admission.demotedAtMs.map((atMs) => ({ axis: "file", atMs }) as const),
  ];
  contents.add(admission.admitted);
  const [, , , , stretches] = await together(
    writeLedger(tx, admission.writes, (options.now ?? (() => new Date()))()),
    markDuplicates(tx, admission.demoted),
    removeRounds(tx, [...admission.demoted.map((d) => d.name), ...stale]),
    storeTelemetry(tx, admission.admitted, contents),
    stretchesAround(tx, touches, settings),
  );
  const stored = await settle(tx, stretches, contents, settings, step);
  await refreshTableStatistics(tx);
  return outcomeOf(received, admission, stored);
}

/** Derives stretches of play and stores them together. `rewrite` writes every round, changed or not. */
export async function settle(
  tx: Tx,
  stretches: readonly Stretch[],
  contents: Contents,
  settings: StopwatchSettings,
  step: (step: Step, value: unknown) => void,
  rewrite = false,
): Promise<StoredStretch> {
  const records: StretchRecord[] = [];
  for (const stretch of stretches)
    records.push(await derive(tx, stretch, contents, settings, step));
  const stored = await storeStretch(tx, joinRecords(records), rewrite);
  step("store", stored);
  return stored;
}

/** Pair, check and score: what the files of one stretch say, as rows that are not written yet. */
export async function derive(
  tx: Tx,
  stretch: Stretch,
  contents: Contents,
  settings: StopwatchSettings,
  step: (step: Step, value: unknown) => void,
): Promise<StretchRecord> {
  const evidence = await gather(tx, stretch, contents);

  const pairing = pairRounds(evidence, settings);
  const details = linkDetails(pairing, evidence.endstats);
  step("pair", { pairing, details });

  const checked = checkRounds(pairing, evidence);
  step("check", checked);

  const scored = scoreSessions(pairing.rounds, settings);
  step("score", scored);

  return recordStretch({ pairing, details, checked, scored, reports: evidence.reports });
}

/** So few files make questions of one kind: they are planned once, which takes longer than many of them. */
const FEW_FILES = 20;

async function planOnce(tx: Tx, files: number): Promise<void> {
  if (files <= FEW_FILES) await tx.query("set local plan_cache_mode = force_generic_plan");
}

/** The caller's settings over the defaults; the team names come from the database's pool. */
export async function settingsOf(tx: Tx, options: IngestOptions): Promise<StopwatchSettings> {
  return { ...defaultSettings, teamPool: await loadTeamPool(tx), ...options.settings };
}

/** What a file touches, and what it touched with other content under the same name. */
function touchOf(file: Pick<LedgerEntry, "kind" | "playedAtMs" | "playedUntilMs">): Touch[] {
  if (file.playedAtMs === null) return [];
  const axis = file.kind === "stats" || file.kind === "endstats" ? "file" : "telemetry";
  const until = file.playedUntilMs === null ? [] : [{ axis, atMs: file.playedUntilMs } as const];
  return [{ axis, atMs: file.playedAtMs }, ...until];
}
