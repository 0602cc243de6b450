import type { SqlValue, Tx } from "../../connect.ts";
import { bytesText, scalarText } from "../../parameters.ts";
import { storableJson } from "../../storable.ts";

/**
 * Inserts rows, or writes over the rows that stand at their key, in one statement: the rows travel
 * as one JSON text and take their types from the table.
 *
 * @param set what single columns become, e.g. `{ is_valid: "excluded.is_valid and not t.flag" }`; columns
 * that the rows do not have take their default
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
  const updates = [...new Set([...columns, ...Object.keys(set)])]
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

/** Up to so many rows go faster as one statement: COPY takes several trips and has the connection to itself. */
const FEW = 600;

/** Adds rows; values stand in the order of `columns`, plain objects and arrays become JSON. */
export async function addRows(
  tx: Tx,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly SqlValue[]>,
): Promise<void> {
  const rest = rows[Symbol.iterator]();
  const few: (readonly SqlValue[])[] = [];
  for (let next = rest.next(); !next.done; next = rest.next()) {
    few.push(next.value);
    if (few.length <= FEW) continue;
    await tx.copy(table, columns, chained(few, rest));
    return;
  }
  if (few.length === 0) return;
  const list = columns.map((column) => `"${column}"`).join(", ");
  const named = few.map((row) => Object.fromEntries(columns.map((c, i) => [c, jsonValue(row[i])])));
  await tx.query(
    `insert into ${table} (${list})
     select ${list} from json_populate_recordset(null::${table}, $1::text::json)`,
    [storableJson(named)],
  );
}

function* chained<T>(first: readonly T[], rest: Iterator<T>): Iterable<T> {
  yield* first;
  for (let next = rest.next(); !next.done; next = rest.next()) yield next.value;
}

/** What JSON would lose, as PostgreSQL reads it. */
function jsonValue(value: SqlValue): SqlValue {
  if (value instanceof Uint8Array) return bytesText(value);
  if (value instanceof Date || typeof value === "bigint") return scalarText(value);
  return value;
}

/** Values of rows in the order of `columns`. */
export function valuesOf(
  rows: readonly Readonly<Record<string, SqlValue>>[],
  columns: readonly string[],
): SqlValue[][] {
  return rows.map((row) => columns.map((column) => row[column]));
}
