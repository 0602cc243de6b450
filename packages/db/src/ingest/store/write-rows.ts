import type { SqlValue, Tx } from "../../connect.ts";
import { storableJson } from "../../storable.ts";

/**
 * Inserts rows, or writes over the rows that stand at their key, in one statement: the rows travel
 * as one JSON text and take their types from the table.
 *
 * @param set overrides for single columns, e.g. `{ is_valid: "excluded.is_valid and not t.flag" }`
 */
export async function upsert(
  tx: Tx,
  table: string,
  conflict: string,
  rows: readonly Readonly<Record<string, SqlValue>>[],
  set: Readonly<Record<string, string>> = {},
): Promise<void> {
  const first = rows[0];
  if (!first) return;
  const columns = Object.keys(first);
  const keys = conflict.split(",").map((k) => k.trim());
  const updates = columns
    .filter((c) => !keys.includes(c))
    .map((c) => `"${c}" = ${set[c] ?? `excluded."${c}"`}`);
  const list = columns.map((c) => `"${c}"`).join(", ");
  await tx.query(
    `insert into ${table} as t (${list})
     select ${list} from json_populate_recordset(null::${table}, $1::text::json)
     on conflict (${conflict}) do ${updates.length > 0 ? `update set ${updates.join(", ")}` : "nothing"}`,
    [storableJson(rows)],
  );
}

/** Copies rows that are known by column names. */
export async function copyRows(
  tx: Tx,
  table: string,
  rows: readonly Readonly<Record<string, SqlValue>>[],
): Promise<void> {
  const first = rows[0];
  if (!first) return;
  const columns = Object.keys(first);
  await tx.copy(
    table,
    columns,
    rows.map((row) => columns.map((column) => row[column])),
  );
}
