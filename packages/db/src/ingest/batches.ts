import type { Database, Tx } from "../connect.ts";
import { isTransient } from "../transient.ts";
import type { IncomingFile, IngestOptions, IngestReport } from "./contract.ts";
import { recordFailure } from "./failure.ts";
import { type BatchOutcome, OutcomeSum } from "./outcome.ts";

/** Seconds to wait before a batch is tried again when the database was away. */
const RETRY_SECONDS = [0.5, 1, 2, 4, 8, 15, 30];

/** Groups files; a batch is one transaction. */
export async function* batches(
  files: Iterable<IncomingFile> | AsyncIterable<IncomingFile>,
  size: number,
): AsyncIterable<IncomingFile[]> {
  let batch: IncomingFile[] = [];
  for await (const file of files) {
    batch.push(file);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/**
 * Takes batch after batch. A database that went away is waited for; a batch that the database
 * refuses is halved until the one file that it cannot take stands alone, which is then recorded
 * as failed while all others go on.
 */
export async function runBatches(
  db: Database,
  source: AsyncIterable<readonly IncomingFile[]>,
  options: IngestOptions,
  take: (tx: Tx, batch: readonly IncomingFile[]) => Promise<BatchOutcome>,
): Promise<IngestReport> {
  const sum = new OutcomeSum();
  let done = 0;

  const attempt = async (batch: readonly IncomingFile[]): Promise<void> => {
    try {
      const outcome = await patiently(() => db.transaction((tx) => take(tx, batch)));
      sum.add(outcome);
      for (const file of outcome.quarantined) await options.onQuarantine?.(file);
    } catch (error) {
      if (isTransient(error) || !isRefusal(error)) throw error;
      if (batch.length === 1) {
        const [file] = batch as [IncomingFile];
        sum.fail(await patiently(() => recordFailure(db, file, error, options)));
        return;
      }
      const middle = Math.ceil(batch.length / 2);
      await attempt(batch.slice(0, middle));
      await attempt(batch.slice(middle));
    }
  };

  for await (const batch of source) {
    await attempt(batch);
    done += batch.length;
    options.onProgress?.({ done, imported: sum.imported, failed: sum.failed });
  }
  return sum.report();
}

/** A fault of these files, not of the database's health: a row refused, a check of our own failed. */
function isRefusal(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return code === "constraint" || code === "bad_value" || code === "verification_failed";
}

async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (const seconds of RETRY_SECONDS) {
    try {
      return await work();
    } catch (error) {
      // A full disk does not empty itself while we wait.
      if (!isTransient(error) || (error as { code?: unknown }).code === "disk_full") throw error;
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    }
  }
  return work();
}
