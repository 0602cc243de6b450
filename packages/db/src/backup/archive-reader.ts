import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { DatabaseError } from "../database-error.ts";
import {
  type BackupHeader,
  type BackupSummary,
  formatName,
  formatVersion,
  type TableHeader,
  type TableSum,
} from "./archive.ts";
import { LineReader } from "./line-reader.ts";

/** One table of a backup. `text` must be read to its end before the next is asked for. */
export interface ArchivedTable extends TableHeader {
  readonly text: AsyncIterable<Uint8Array>;
  /** What stands behind the rows; null before they are read. */
  readonly sum: TableSum | null;
}

/** A backup, opened. Everything in it is checked on the way; a fault is a `bad_backup`. */
export interface Archive {
  readonly header: BackupHeader;
  tables(): AsyncGenerator<ArchivedTable>;
  close(): void;
}

/**
 * Opens a backup; `close` it in the end.
 *
 * @throws {DatabaseError} `bad_backup` here and while reading: missing, cut, altered or no backup
 */
export async function openArchive(file: string): Promise<Archive> {
  const gunzip = createGunzip();
  pipeline(createReadStream(file), gunzip, () => {});
  const close = () => void gunzip.destroy();
  const lines = new LineReader(gunzip);
  const sums = createHash("sha256");
  try {
    const header = readHeader(await lines.json((line) => sums.update(line)));
    return { header, tables: () => readTables(file, lines, header, sums), close };
  } catch (cause) {
    close();
    throw damaged(file, cause);
  }
}

/**
 * Reads a whole backup and checks every sum in it.
 *
 * @throws {DatabaseError} `bad_backup`
 */
export async function inspectBackup(file: string): Promise<BackupSummary> {
  const archive = await openArchive(file);
  const counts: Record<string, number> = {};
  let rows = 0;
  try {
    for await (const table of archive.tables()) {
      for await (const _ of table.text);
      counts[table.table] = table.sum?.rows ?? 0;
      rows += table.sum?.rows ?? 0;
    }
  } finally {
    archive.close();
  }
  const { size: bytes } = await stat(file);
  return { file, bytes, made: archive.header.made, rows, tables: counts };
}

async function* readTables(
  file: string,
  lines: LineReader,
  header: BackupHeader,
  sums: Hash,
): AsyncGenerator<ArchivedTable> {
  const summed = () => lines.json((line) => sums.update(line));
  let rows = 0;
  try {
    for (let i = 0; i < header.tables; i++) {
      const { table, columns } = readTableHeader(await summed());
      const archived = archivedTable(file, table, columns, lines, summed);
      yield archived;
      if (!archived.sum) throw new Error("its tables are not read in order");
      rows += archived.sum.rows;
    }
    const end = (await lines.json()) as { end?: unknown; rows?: unknown; sha256?: unknown };
    if (end.end !== true || end.rows !== rows || end.sha256 !== sums.digest("hex"))
      throw new Error("the end does not fit what stands before");
    if (!(await lines.ended())) throw new Error("something stands behind the end");
  } catch (cause) {
    throw damaged(file, cause);
  }
}

function archivedTable(
  file: string,
  table: string,
  columns: readonly string[],
  lines: LineReader,
  nextLine: () => Promise<unknown>,
): ArchivedTable {
  let sum: TableSum | null = null;
  const hash = createHash("sha256");
  const text = async function* () {
    let rows = 0;
    try {
      for await (const chunk of lines.rows()) {
        hash.update(chunk.bytes);
        rows += chunk.lines;
        yield chunk.bytes;
      }
      const said = (await nextLine()) as TableSum;
      if (said.rows !== rows || said.sha256 !== hash.digest("hex"))
        throw new Error(`the rows of ${table} are not those that were written`);
      sum = said;
    } catch (cause) {
      throw damaged(file, cause);
    }
  };
  return {
    table,
    columns,
    text: text(),
    get sum() {
      return sum;
    },
  };
}

function readHeader(value: unknown): BackupHeader {
  const header = value as Partial<BackupHeader> | null;
  if (header?.format !== formatName) throw new Error("it is no backup of Slomix");
  if (typeof header.version !== "number" || header.version > formatVersion)
    throw new Error("a newer version of Slomix made it");
  if (typeof header.tables !== "number" || typeof header.sequences !== "object")
    throw new Error("its first line is damaged");
  return header as BackupHeader;
}

function readTableHeader(value: unknown): TableHeader {
  const header = value as Partial<TableHeader> | null;
  if (typeof header?.table !== "string" || !Array.isArray(header.columns))
    throw new Error("a table is missing");
  return header as TableHeader;
}

function damaged(file: string, cause: unknown): DatabaseError {
  if (cause instanceof DatabaseError) return cause;
  return new DatabaseError(`the backup ${file} cannot be used: ${(cause as Error).message}`, {
    code: "bad_backup",
    cause,
  });
}
