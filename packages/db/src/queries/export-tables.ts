import type { Reader, SqlValue } from "../database.ts";

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
  for (const table of await tablesOf(db)) yield* pagesOf(db, table, pageSize);
}

interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  /** Columns of the primary key. */
  readonly key: readonly string[];
}

/** Tables of the schema in use; those that others refer to come first. */
async function tablesOf(db: Reader): Promise<Table[]> {
  const tables = await db.query<Table & { parents: readonly string[] }>(
    `select c.relname::text as name,
       array(select a.attname::text from pg_attribute a
         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped order by a.attnum) as columns,
       array(select a.attname::text from pg_index i
         cross join lateral unnest(i.indkey::int2[]) with ordinality k (attnum, place)
         join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
         where i.indrelid = c.oid and i.indisprimary order by k.place) as key,
       array(select distinct p.relname::text from pg_constraint f join pg_class p on p.oid = f.confrelid
         where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as parents
     from pg_class c
     where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
     order by c.relname`,
  );
  const placed: Table[] = [];
  const rest = new Map(tables.map((table) => [table.name, table]));
  while (rest.size > 0) {
    const next = [...rest.values()].filter((t) => t.parents.every((parent) => !rest.has(parent)));
    // Tables that refer to each other in a circle have no right order.
    for (const table of next.length > 0 ? next : rest.values()) {
      placed.push(table);
      rest.delete(table.name);
    }
  }
  return placed;
}

async function* pagesOf(db: Reader, table: Table, pageSize: number): AsyncGenerator<ExportPage> {
  const { name, columns, key } = table;
  const order = (key.length > 0 ? key : columns).map(quoted).join(", ");
  let after: SqlValue[] = [];
  for (;;) {
    const bounds = after.map((_, i) => `$${i + 1}`).join(", ");
    const rows = await db.query<Record<string, unknown>>(
      `select ${columns.map(quoted).join(", ")} from ${quoted(name)}
       ${after.length > 0 ? `where (${order}) > (${bounds})` : ""}
       order by ${order} ${key.length > 0 ? `limit ${Math.trunc(pageSize)}` : ""}`,
      after,
    );
    if (rows.length > 0 || after.length === 0)
      yield { table: name, columns, rows: rows.map((row) => columns.map((c) => plain(row[c]))) };
    const last = rows[rows.length - 1];
    if (!last || key.length === 0 || rows.length < pageSize) return;
    after = key.map((column) => last[column] as SqlValue);
  }
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

function plain(value: unknown): ExportValue {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString("base64");
  if (typeof value === "bigint") return String(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === "object")
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, plain(v)]));
  return value as ExportValue;
}
