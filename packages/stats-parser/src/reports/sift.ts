import { asObject, type JsonObject } from "../embed-fields.ts";
import { wholeGuidOf } from "./report-values.ts";

/**
 * What is taken over of a piece of JSON. Whatever no rule names is left behind, and what is left
 * sifts to itself again:
 * - `value`: text (cut at 256 characters), a finite number or a boolean;
 * - `object`: the fields that are named;
 * - `list`: a list of at most so many;
 * - `timed`: an object whose keys are level times in milliseconds, its entries values or objects;
 * - `players`: an object of at most 64 players by GUID, each an object;
 * - `log`: a list of entries whose `label` is known, with the fields of that label.
 *
 * A list, players or a log that is there but is none, or is longer than allowed, becomes `false`.
 */
export type SiftRule =
  | { readonly kind: "value" }
  | { readonly kind: "object"; readonly fields: SiftFields }
  | { readonly kind: "list"; readonly most: number; readonly of: SiftRule }
  | { readonly kind: "timed"; readonly fields: SiftFields }
  | { readonly kind: "players"; readonly fields: SiftFields }
  | { readonly kind: "log"; readonly labels: Readonly<Record<string, SiftFields>> };

/** Rules of the fields of an object. */
export type SiftFields = Readonly<Record<string, SiftRule>>;

/** The game's names have 35 bytes, 6 characters each where they are escaped; file names have 255. */
const LONGEST_TEXT = 256;
/** A server has 64 slots. */
export const MAX_PLAYERS = 64;
/** A round with every shot in it has some 20 000 entries. */
const MAX_LOG_ENTRIES = 200_000;
const MAX_TIMED = 1000;

/** The part of the value that the rule takes over; undefined for nothing. */
export function sift(value: unknown, rule: SiftRule): unknown {
  switch (rule.kind) {
    case "value":
      return siftValue(value);
    case "object": {
      const object = asObject(value);
      return object === null ? undefined : siftFields(object, rule.fields);
    }
    case "list":
      if (value === undefined || value === null) return undefined;
      if (!Array.isArray(value) || value.length > rule.most) return false;
      return value.map((entry) => sift(entry, rule.of) ?? null);
    case "timed":
      return siftTimed(value, rule.fields);
    case "players":
      return siftPlayers(value, rule.fields);
    case "log":
      return siftLog(value, rule.labels);
  }
}

/** The fields that the rules name, in their order. */
export function siftFields(object: JsonObject, fields: SiftFields): JsonObject {
  const kept: Record<string, unknown> = {};
  for (const [key, rule] of Object.entries(fields)) {
    const value = Object.hasOwn(object, key) ? sift(object[key], rule) : undefined;
    if (value !== undefined) kept[key] = value;
  }
  return kept;
}

function siftValue(value: unknown): unknown {
  if (typeof value === "string") return value.slice(0, LONGEST_TEXT);
  // A negative zero does not survive being written.
  if (typeof value === "number") return Number.isFinite(value) ? value + 0 : undefined;
  return typeof value === "boolean" ? value : undefined;
}

/** An empty table of the scripts' language is written as a list. */
function tableOf(value: unknown): JsonObject | null {
  return Array.isArray(value) && value.length === 0 ? {} : asObject(value);
}

function siftTimed(value: unknown, fields: SiftFields): unknown {
  const table = tableOf(value);
  if (table === null) return undefined;
  const kept: Record<string, unknown> = {};
  let count = 0;
  for (const key of Object.keys(table)) {
    if (!/^\d{1,12}$/.test(key) || count === MAX_TIMED) continue;
    const entry = asObject(table[key]);
    kept[key] = entry === null ? (siftValue(table[key]) ?? null) : siftFields(entry, fields);
    count++;
  }
  return kept;
}

/** Keys that are no GUID, and a GUID that was there before, are replaced by their place: `#3`. */
function siftPlayers(value: unknown, fields: SiftFields): unknown {
  if (value === undefined || value === null) return undefined;
  const table = tableOf(value);
  const keys = table === null ? [] : Object.keys(table);
  if (table === null || keys.length > MAX_PLAYERS) return false;
  const kept: Record<string, unknown> = {};
  for (const [index, key] of keys.entries()) {
    const guid = wholeGuidOf(key);
    if (guid === null || Object.hasOwn(kept, guid)) kept[`#${index + 1}`] = {};
    else kept[guid] = siftFields(asObject(table[key]) ?? {}, fields);
  }
  return kept;
}

function siftLog(value: unknown, labels: Readonly<Record<string, SiftFields>>): unknown {
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value)) return tableOf(value) === null ? false : [];
  if (value.length > MAX_LOG_ENTRIES) return false;
  const kept: JsonObject[] = [];
  for (const item of value) {
    const entry = asObject(item);
    const label = entry?.["label"];
    if (entry === null || typeof label !== "string" || !Object.hasOwn(labels, label)) continue;
    kept.push({ label, ...siftFields(entry, labels[label] as SiftFields) });
  }
  return kept;
}
