import { createHash } from "node:crypto";
import type { Database, Tx } from "../database.ts";
import { DatabaseError } from "../database-error.ts";
import { sumUpWhereMissing } from "../ingest/totals/sum-up-stored.ts";
import { knownMigrations } from "../migrations.ts";
import { quoted } from "../statements.ts";
import { type TableShape, tableShapes, writableColumns } from "../tables.ts";
import type { BackupSummary } from "./archive.ts";
import { type ArchivedTable, inspectBackup, openArchive } from "./archive-reader.ts";
import { orderedRows } from "./backup.ts";

/** Tables that hold rows in a database nobody has used yet. */
const seeded = new Set(["team_pool"]);

/**
 * Brings a backup back: everything or, when anything goes wrong, nothing. The file is checked
 * before the database is touched, and each table is read back and compared afterwards. From
 * PGlite to a server or the other way makes no difference.
 *
 * @param options.wipe delete what is there; without it a database that holds data is refused
 * @throws {DatabaseError} `bad_backup`, `not_empty`, `too_new`; the database is as it was
 */
export async function restore(
  db: Database,
  file: string,
  options: { readonly wipe?: boolean } = {},
): Promise<BackupSummary> {
  const summary = await inspectBackup(file);
  const tables = new Map(tableShapes().map((table) => [table.name, table]));
  const archive = await openArchive(file);
  try {
    if (archive.header.migration > (knownMigrations().at(-1)?.when ?? 0))
      throw new DatabaseError("a newer version of Slomix made the backup: update the program", {
        code: "too_new",
      });
    await db.transaction(async (tx) => {
      await tx.query(`lock table ${allTables()} in access exclusive mode`);
      if (!options.wipe) await refuseData(tx);
      await tx.query(`truncate ${allTables()}`);
      for await (const archived of archive.tables()) {
        const table = tables.get(archived.table);
        if (!table) throw unknown(file, archived.table);
        await fill(tx, file, table, archived);
      }
      await restartSequences(tx, archive.header.sequences);
    });
    // A backup of a program without kept sums has none.
    await sumUpWhereMissing(db);
  } finally {
    archive.close();
  }
  return summary;
}

async function fill(tx: Tx, file: string, table: TableShape, archived: ArchivedTable) {
  const known = new Set(writableColumns(table));
  const stranger = archived.columns.find((column) => !known.has(column));
  if (stranger !== undefined) throw unknown(file, `${table.name}.${stranger}`);
  const names = archived.columns.map(quoted).join(", ");
  await tx.copyIn(`${quoted(table.name)} (${names})`, archived.text);
  const hash = createHash("sha256");
  for await (const chunk of await tx.copyOut(orderedRows(table, archived.columns)))
    hash.update(chunk);
  if (hash.digest("hex") !== archived.sum?.sha256)
    throw new DatabaseError(`${table.name} does not read back as it was written`, {
      code: "failed",
    });
}

async function refuseData(tx: Tx): Promise<void> {
  for (const { name } of tableShapes()) {
    if (seeded.has(name)) continue;
    const [row] = await tx.query(`select 1 from ${quoted(name)} limit 1`);
    if (row)
      throw new DatabaseError(`the database is not empty: ${name} holds rows`, {
        code: "not_empty",
      });
  }
}

// `restart` belongs to the transaction, `setval` would stay when it is rolled back.
async function restartSequences(tx: Tx, next: Readonly<Record<string, number>>): Promise<void> {
  const sequences = await tx.query<{ name: string }>(
    "select sequencename as name from pg_sequences where schemaname = 'public'",
  );
  for (const { name } of sequences) {
    const number = next[name];
    if (number !== undefined && Number.isSafeInteger(number))
      await tx.query(`alter sequence ${quoted(name)} restart with ${number}`);
  }
}

function allTables(): string {
  return tableShapes()
    .map(({ name }) => quoted(name))
    .join(", ");
}

function unknown(file: string, name: string): DatabaseError {
  return new DatabaseError(`the backup ${file} holds ${name}, which this version does not know`, {
    code: "bad_backup",
  });
}
