import { isHexadecimal } from "../bots.ts";
import { restoreEscapedBytes } from "../lenient-json.ts";
import { isPlausibleUnix } from "../unix-time.ts";

// Values of a report. Its writers are loose with types: numbers may be strings, strings numbers, and
// seconds milliseconds.

/** Unix times from here on are milliseconds: as seconds it would be the year 5138. */
const FIRST_MILLISECONDS = 1e11;
const NUMBER = /^[+-]?\d{1,15}(?:\.\d{1,20})?$/;
const WORLD = "WORLD";

/** Decoded text; null when it is no text or number, or blank. */
export function textOf(value: unknown): string | null {
  if (typeof value === "number") return String(value);
  if (typeof value !== "string") return null;
  const text = restoreEscapedBytes(value);
  return text.trim() === "" ? null : text;
}

/** Like {@link textOf}, cut at this many characters. */
export function shortText(value: unknown, most: number): string | null {
  return textOf(value)?.slice(0, most) ?? null;
}

/** The number, or the decimal number that the text is; else null. */
export function numberOf(value: unknown): number | null {
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value !== "string") return null;
  const text = value.trim();
  return NUMBER.test(text) ? Number(text) + 0 : null;
}

/** A number from 0 to `most`; else null. */
export function amountOf(value: unknown, most: number): number | null {
  const number = numberOf(value);
  return number !== null && number >= 0 && number <= most ? number : null;
}

/** A whole number from 0 to `most`; else null. */
export function countOf(value: unknown, most: number): number | null {
  const number = amountOf(value, most);
  return number !== null && Number.isInteger(number) ? number : null;
}

/** Unix seconds between the years 2020 and 2100, given in seconds or milliseconds; else null. */
export function unixOf(value: unknown): number | null {
  const number = numberOf(value);
  if (number === null) return null;
  const seconds = Math.floor(number >= FIRST_MILLISECONDS ? number / 1000 : number);
  return isPlausibleUnix(seconds) ? seconds : null;
}

/** A side's number as the header has it; `axis` and `allies` are understood. */
export function sideText(value: unknown): string {
  const text = (textOf(value) ?? "").trim().toLowerCase();
  if (text === "axis") return "1";
  return text === "allies" ? "2" : text;
}

/** A player's whole GUID in upper case: 32 hexadecimal digits, or a bot's; null for anything else. */
export function wholeGuidOf(value: unknown): string | null {
  const guid = typeof value === "string" ? value.trim().toUpperCase() : "";
  if (guid.length !== 32) return null;
  return isHexadecimal(guid) || /^OMNIBOT[0-9A-Z]{25}$/.test(guid) ? guid : null;
}

/** Whether the value is how a gamelog calls the world. */
export function isWorld(value: unknown): boolean {
  return typeof value === "string" && value.trim().toUpperCase() === WORLD;
}
