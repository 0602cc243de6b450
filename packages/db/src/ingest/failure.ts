import { type Database, DatabaseError } from "../connect.ts";
import { isArrival, receive } from "./arrival.ts";
import type { IncomingFile, IngestFailure, IngestOptions } from "./contract.ts";
import { entriesFor, writeLedger } from "./ledger.ts";

/** Minutes until a failed file is tried again, by attempt; after the last it is quarantined. */
const RETRY_MINUTES = [1, 5, 15];

/** A row read back differs from the row sent: nothing of the batch is kept. */
export class VerificationError extends Error {
  override readonly name = "VerificationError";
  readonly code = "verification_failed";
}

/** Records a file that the database refused: tried again a bounded number of times, then set aside. */
export async function recordFailure(
  db: Database,
  file: IncomingFile,
  error: unknown,
  options: IngestOptions,
): Promise<IngestFailure> {
  const code = (error as { code?: string }).code ?? "failed";
  const message = error instanceof Error ? error.message : String(error);
  const arrival = receive(file);
  if (!isArrival(arrival))
    throw new DatabaseError(`${file.name}: ${message}`, { code: "failed", cause: error });
  const now = (options.now ?? (() => new Date()))();
  await db.transaction(async (tx) => {
    await tx.lock("slomix-ingest");
    const before = (await entriesFor(tx, [arrival])).find((e) => e.filename === file.name);
    // What was imported under this name stays as it is.
    if (before?.status === "imported" || before?.status === "duplicate") return;
    const attempts = (before?.fileHash === arrival.fileHash ? before.attempts : 0) + 1;
    const minutes = RETRY_MINUTES[attempts - 1];
    await writeLedger(
      tx,
      [
        {
          arrival,
          status: minutes === undefined ? "quarantined" : "failed",
          message,
          errorCode: code,
          replaces: before !== undefined,
          attempts,
          nextRetryAt: minutes === undefined ? null : new Date(now.getTime() + minutes * 60_000),
        },
      ],
      now,
    );
  });
  return { file: file.path, code, message };
}
