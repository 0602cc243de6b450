import type { SqlValue } from "./database.ts";
import { DatabaseError } from "./database-error.ts";
import { storableJson, storableText } from "./storable.ts";

/** What both drivers pass on unchanged, whatever the type of the parameter. */
export type Parameter = string | boolean | Uint8Array | null;

/** Parameters of a query: see {@link SqlValue}. */
export function parameters(values: readonly SqlValue[]): Parameter[] {
  return values.map(parameter);
}

function parameter(value: unknown): Parameter {
  if (value === null || value === undefined) return null;
  if (typeof value === "boolean" || value instanceof Uint8Array) return value;
  if (Array.isArray(value)) return arrayText(value);
  return scalarText(value);
}

/** Text of a value that is neither null, boolean, bytes nor an array. */
export function scalarText(value: unknown): string {
  if (typeof value === "string") return storableText(value);
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime()))
      throw new DatabaseError("an invalid Date", { code: "bad_value" });
    return value.toISOString();
  }
  if (typeof value === "object") return storableJson(value);
  throw new DatabaseError(`a ${typeof value} cannot be stored`, { code: "bad_value" });
}

function arrayText(values: readonly unknown[]): string {
  const parts = values.map((value) => {
    if (value === null || value === undefined) return "NULL";
    if (Array.isArray(value)) return arrayText(value);
    if (typeof value === "boolean") return value ? "t" : "f";
    const text = value instanceof Uint8Array ? bytesText(value) : scalarText(value);
    return `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
  });
  return `{${parts.join(",")}}`;
}

/** Bytes as PostgreSQL reads them: `\x` and hex digits. */
export function bytesText(bytes: Uint8Array): string {
  return `\\x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex")}`;
}
