import { createHash, randomBytes } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { Database, Tx } from "../database.ts";
import { DatabaseError } from "../database-error.ts";
import { databaseError } from "../driver-error.ts";
import { knownMigrations } from "../migrations.ts";
import { quoted } from "../statements.ts";
import { primaryKeyOrder, type TableShape, tableShapes, writableColumns } from "../tables.ts";
import {
  type BackupHeader,
  type BackupSummary,
  endOfRows,
  formatName,
  formatVersion,
  type TableHeader,
  type TableSum,
} from "./archive.ts";
import { inspectBackup } from "./archive-reader.ts";

/**
 * Writes everything in the database into one file, which any engine can read back. All tables are
 * of one moment; others may write meanwhile. The file appears under its name only when it is whole
 * and was read back and checked.
 *
 * @throws {DatabaseError} and no file is left
 */
export async function backup(db: Database, file: string): Promise<BackupSummary> {
  const target = resolve(file);
  const partial = `${target}.${randomBytes(4).toString("hex")}.part`;
  try {
    await mkdir(dirname(target), { recursive: true });
    await db.transaction(
      (tx) =>
        pipeline(
          Readable.from(archiveOf(tx)),
          createGzip(),
          createWriteStream(partial, { flags: "wx" }),
        ),
      { snapshot: true, readOnly: true },
    );
    await flush(partial);
    const summary = await inspectBackup(partial);
    await rename(partial, target);
    return { ...summary, file: target };
  } catch (cause) {
    // Where no file could be made there is none to delete.
    await rm(partial, { force: true }).catch(() => {});
    const fault = databaseError(cause);
    throw (
      fault ??
      new DatabaseError(`the backup ${target} cannot be written: ${(cause as Error).message}`, {
        code: "failed",
        cause,
      })
    );
  }
}

async function* archiveOf(tx: Tx): AsyncGenerator<Uint8Array> {
  const header: BackupHeader = {
    format: formatName,
    version: formatVersion,
    made: new Date().toISOString(),
    migration: knownMigrations().at(-1)?.when ?? 0,
    sequences: await nextNumbers(tx),
    tables: tableShapes().length,
  };
  const sums = createHash("sha256");
  const summed = (value: object) => {
    const bytes = line(value);
    sums.update(bytes);
    return bytes;
  };
  yield summed(header);
  let rows = 0;
  for (const table of tableShapes()) {
    const head: TableHeader = { table: table.name, columns: writableColumns(table) };
    yield summed(head);
    const sum = yield* rowsOf(tx, table);
    yield summed(sum);
    rows += sum.rows;
  }
  yield line({ end: true, rows, sha256: sums.digest("hex") });
}

async function* rowsOf(tx: Tx, table: TableShape): AsyncGenerator<Uint8Array, TableSum> {
  const hash = createHash("sha256");
  let rows = 0;
  for await (const chunk of await tx.copyOut(orderedRows(table, writableColumns(table)))) {
    hash.update(chunk);
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) rows++;
    yield chunk;
  }
  yield endOfRows;
  return { rows, sha256: hash.digest("hex") };
}

/** A table's rows for `copyOut`, in an order that does not depend on the engine. */
export function orderedRows(table: TableShape, columns: readonly string[]): string {
  const names = columns.map(quoted).join(", ");
  return `(select ${names} from ${quoted(table.name)} order by ${primaryKeyOrder(table)})`;
}

async function nextNumbers(tx: Tx): Promise<Record<string, number>> {
  const rows = await tx.query<{ name: string; next: number }>(
    `select sequencename as name, coalesce(last_value + increment_by, start_value) as next
     from pg_sequences where schemaname = 'public' order by sequencename`,
  );
  return Object.fromEntries(rows.map(({ name, next }) => [name, next]));
}

function line(value: object): Uint8Array {
  return Buffer.from(`${JSON.stringify(value)}\n`);
}

// On the disk, not only handed to the system.
async function flush(file: string): Promise<void> {
  const handle = await open(file, "r+");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
