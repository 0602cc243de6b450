import type { SqlValue } from "./database.ts";
import { DatabaseError } from "./database-error.ts";
import { bytesText, scalarText } from "./parameters.ts";
import { storableJson } from "./storable.ts";

const special = /[\\\t\n\r\b\f\v]/g;
const escaped: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "\t": "\\t",
  "\n": "\\n",
  "\r": "\\r",
  "\b": "\\b",
  "\f": "\\f",
  "\v": "\\v",
};
// Nearly every value is plain text: printable ASCII without a backslash, written as it is.
const plain = /^[ -[\]-~]*$/;
const chunkCharacters = 1 << 18;

/** Rows in PostgreSQL's COPY text format, in chunks of some 256 kB. Counts the rows as it goes. */
export function* copyText(
  width: number,
  rows: Iterable<readonly SqlValue[]>,
  count: { rows: number },
): Generator<Uint8Array> {
  let chunk = "";
  for (const row of rows) {
    if (row.length !== width)
      throw new DatabaseError(
        `row ${count.rows + 1} has ${row.length} values for ${width} columns`,
        { code: "bad_value" },
      );
    for (let i = 0; i < width; i++) chunk += (i === 0 ? "" : "\t") + field(row[i]);
    chunk += "\n";
    count.rows++;
    if (chunk.length >= chunkCharacters) {
      yield Buffer.from(chunk);
      chunk = "";
    }
  }
  if (chunk !== "") yield Buffer.from(chunk);
}

function field(value: unknown): string {
  if (value === null || value === undefined) return "\\N";
  if (typeof value === "number") return String(value);
  if (typeof value === "string" && plain.test(value)) return value;
  if (typeof value === "boolean") return value ? "t" : "f";
  if (value instanceof Uint8Array) return `\\${bytesText(value)}`;
  // No column of ours is an array of PostgreSQL's: a list is JSON.
  const text = Array.isArray(value) ? storableJson(value) : scalarText(value);
  return text.replace(special, (char) => escaped[char] ?? char);
}
