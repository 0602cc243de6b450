import type { ExportValue } from "@slomix/db";

/**
 * A row of a CSV file (RFC 4180), its line end included. Null is an empty field, lists and objects
 * are JSON. A text that a spreadsheet would take for a formula gets an apostrophe in front: names of
 * players come from strangers.
 */
export function csvRow(values: readonly ExportValue[]): string {
  return `${values.map(field).join(",")}\r\n`;
}

function field(value: ExportValue): string {
  if (value === null) return "";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  const text = typeof value === "string" ? harmless(value) : JSON.stringify(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
