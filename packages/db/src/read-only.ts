import { DatabaseError } from "./database-error.ts";
import { bytesText } from "./parameters.ts";
import type { QueryResult, Statements } from "./statements.ts";

const reading = /^(?:select|with|values|table|show|explain)\b/i;

/**
 * Runs one statement that only reads, in a transaction that is read-only already. The rows can be
 * written as JSON: large numbers and bytes are text.
 *
 * @throws {DatabaseError} `read_only` for a statement that is none of the reading ones, or writes
 */
export async function readOnlyQuery(
  statements: Statements,
  sql: string,
): Promise<QueryResult<Record<string, unknown>>> {
  if (!reading.test(withoutPreface(sql)))
    throw new DatabaseError("only select, with, values, table, show and explain are allowed here", {
      code: "read_only",
    });
  // With its first query a transaction can no longer be made a writing one from within.
  await statements.query("select 1", []);
  const { columns, rows } = await statements.query<Record<string, unknown>>(sql, []);
  for (const row of rows) for (const name of columns) row[name] = plain(row[name]);
  return { columns, rows };
}

// Comments, white space and parentheses before the first word.
function withoutPreface(sql: string): string {
  return sql.replace(/^(?:\s+|\(|--[^\n]*(?:\n|$)|\/\*(?:[^*]|\*(?!\/))*\*\/)*/, "");
}

function plain(value: unknown): unknown {
  if (typeof value === "bigint") return String(value);
  if (value instanceof Uint8Array) return bytesText(value);
  return Array.isArray(value) ? value.map(plain) : value;
}
