import type { ExitStatus } from "../command-error.ts";
import { withDatabase } from "../database.ts";
import type { Context } from "../program.ts";
import { plural } from "../terminal/figures.ts";
import { printable } from "../terminal/printable.ts";
import { type Column, table } from "../terminal/table.ts";

/** `slomix db query "SELECT …"`: one statement that can only read. */
export async function dbQuery(
  context: Context,
  [sql = ""]: readonly string[],
  options: { readonly json?: boolean },
): Promise<ExitStatus> {
  const { terminal } = context;
  const { columns, rows } = await withDatabase(context, (db) => db.readOnly(sql));
  if (options.json) {
    await terminal.print(JSON.stringify(rows.map(plainRow)));
    return 0;
  }
  const cells = rows.map((row) => columns.map((column) => cell(row[column])));
  const shape = columns.map(
    (column, at): Column => ({
      title: printable(column),
      align:
        cells.some((row) => row[at] !== "") && rows.every((row) => isNumber(row[column]))
          ? "right"
          : "left",
    }),
  );
  await terminal.print([
    ...table(shape, cells, { columns: terminal.columns, palette: terminal.ink }),
    terminal.ink.quiet(plural(rows.length, "row")),
  ]);
  return 0;
}

function isNumber(value: unknown): boolean {
  return value === null || typeof value === "number" || typeof value === "bigint";
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return "";
  const plain = plainValue(value);
  return printable(typeof plain === "string" ? plain : JSON.stringify(plain));
}

function plainRow(row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plainValue(value)]));
}

/** A value as JSON knows it: instants ISO 8601, bytes base64, numbers beyond 2^53 as text. */
function plainValue(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString("base64");
  if (typeof value === "bigint") return value.toString();
  if (Array.isArray(value)) return value.map(plainValue);
  return value;
}
