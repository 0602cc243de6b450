import { restoreBytes } from "./lenient-json.ts";
import type { ParseWarning } from "./result.ts";

/** Any JSON object. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** The value as an object, or null for anything else (arrays too). */
export function asObject(value: unknown): JsonObject | null {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : null;
}

/** Discord allows 25 fields an embed; what is beyond twice that is not a sender's. */
const MAX_FIELDS = 64;

/**
 * The fields of the first embed of a message, read by name without regard to case. Missing, empty
 * and `-` are the same thing: absent. A value that is there but not readable adds a `bad_field` warning.
 */
export class EmbedFields {
  readonly warnings: ParseWarning[];
  readonly #values = new Map<string, string>();

  constructor(fields: readonly unknown[], warnings: ParseWarning[]) {
    this.warnings = warnings;
    for (const entry of fields.slice(0, MAX_FIELDS)) {
      const field = asObject(entry);
      const name = typeof field?.["name"] === "string" ? field["name"].toLowerCase() : "";
      const value = field?.["value"];
      const text =
        typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
      if (name !== "" && !this.#values.has(name)) this.#values.set(name, text);
    }
  }

  /** As sent, with bytes outside ASCII still in their places (for nested JSON); null when absent. */
  source(...names: readonly string[]): string | null {
    for (const name of names) {
      const text = this.#values.get(name.toLowerCase());
      if (text !== undefined && text.trim() !== "" && text.trim() !== "-") return text;
    }
    return null;
  }

  /** Decoded text; null when absent. */
  text(...names: readonly string[]): string | null {
    const text = this.source(...names);
    return text === null ? null : restoreBytes(text);
  }

  /** The number that the value begins with (`847 sec`, `6.22 min`); null when absent or not 0 to `max`. */
  number(max: number, ...names: readonly string[]): number | null {
    const text = this.source(...names)?.trim();
    if (text === undefined) return null;
    const digits = /^\d{1,15}(?:\.\d{1,15})?(?![\d.]|e\d)/i.exec(text);
    const number = digits ? Number(digits[0]) : Number.NaN;
    if (number >= 0 && number <= max) return number;
    this.warn(names[0] ?? "", `expected a number from 0 to ${max}`);
    return null;
  }

  /** Adds a warning about one field. */
  warn(field: string, message: string, code = "bad_field"): void {
    this.warnings.push({ code, message: `${field}: ${message}`, field });
  }
}
