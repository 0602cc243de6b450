import type { Reader, SqlValue } from "../database.ts";
import { quoted } from "../statements.ts";
import { primaryKeyOrder, type TableShape, tableShapes } from "../tables.ts";

/** A value as an export writes it: JSON knows it, and it comes back unchanged. */
export type ExportValue =
  | string
  | number
  | boolean
  | null
  | readonly ExportValue[]
  | { readonly [key: string]: ExportValue };

/** Some rows of a table. Every table has at least one page, an empty table one without rows. */
export interface ExportPage {
  readonly table: string;
  readonly columns: readonly string[];
  /** Values in the order of `columns`. */
  readonly rows: readonly (readonly ExportValue[])[];
}

/**
 * All tables, parents before children, in pages by primary key: memory stays small however long the
 * history is. Instants become ISO 8601, numbers beyond 2^53 and `numeric` decimal strings, bytes
 * base64. Give it a transaction with `repeatable read` when others write at the same time.
 *
 * @throws {DatabaseError}
 */
export async function* exportTables(db: Reader, pageSize = 1000): AsyncGenerator<ExportPage> {
  for (const table of tableShapes()) yield* pagesOf(db, table, Math.max(1, Math.trunc(pageSize)));
}

async function* pagesOf(
  db: Reader,
  table: TableShape,
  pageSize: number,
): AsyncGenerator<ExportPage> {
  const columns = table.columns.map((column) => column.name);
  const order = primaryKeyOrder(table);
  const places = table.primaryKey.map((_, i) => `$${i + 1}`).join(", ");
  let after: SqlValue[] | null = null;
  for (;;) {
    const rows: Record<string, unknown>[] = await db.query(
      `select ${columns.map(quoted).join(", ")} from ${quoted(table.name)}
       ${after ? `where (${order}) > (${places})` : ""} order by ${order} limit ${pageSize}`,
      after ?? [],
    );
    if (rows.length > 0 || !after)
      yield {
        table: table.name,
        columns,
        rows: rows.map((row) => columns.map((column) => plain(row[column]))),
      };
    const last = rows[rows.length - 1];
    if (!last || rows.length < pageSize) return;
    after = table.primaryKey.map((column) => last[column] as SqlValue);
  }
}

function plain(value: unknown): ExportValue {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString("base64");
  if (typeof value === "bigint") return String(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === "object")
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]));
  return value as ExportValue;
}
