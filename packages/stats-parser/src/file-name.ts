import type { ParseError, ParseResult } from "./result.ts";
import type { RoundNumber } from "./stats-file.ts";
import { isPlausibleUnix } from "./unix-time.ts";

/** The wall-clock stamp in a file name: local time of the server, without a zone. */
export interface FileStamp {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** `HHMMSS`. */
  readonly time: string;
  /**
   * The stamp read as if it were UTC, in unix milliseconds. Good for order and distance among files
   * of one server; not an instant until a zone is applied.
   */
  readonly naiveMs: number;
}

/** What a file name says. */
export interface RoundFileName {
  readonly kind: "stats" | "endstats" | "webhook" | "proximity";
  readonly stamp: FileStamp;
  readonly map: string;
  readonly round: RoundNumber;
}

/** What the name of a gametime file says: `gametime-<map>-R<n>-<unix>.json`. */
export interface GametimeFileName {
  readonly map: string;
  readonly round: RoundNumber;
  /** End of the round, unix seconds of the server's clock. */
  readonly endUnix: number;
}

/** The map is greedy and the ending anchors it: `my-map-round-1-round-2.txt` is round 2 of `my-map-round-1`. */
const ROUND_FILE =
  /^(\d{4}-\d{2}-\d{2})-(\d{6})-(.+)-round-(\d+)(\.txt|-endstats\.txt|_endstats\.txt|-webhook\.json|_engagements\.txt)$/s;

const KINDS: Readonly<Record<string, RoundFileName["kind"]>> = {
  ".txt": "stats",
  "-endstats.txt": "endstats",
  // A short-lived writer of 2025 used an underscore and another inner format.
  "_endstats.txt": "endstats",
  "-webhook.json": "webhook",
  "_engagements.txt": "proximity",
};

const GAMETIME_FILE = /^gametime-(.+)-R([12])-(\d{9,11})\.json$/s;

/** Longest name that a file system takes, and that we take from outside. */
const MAX_NAME = 255;
/** The game takes 63 bytes of a path; what is longer than this is no map. */
const MAX_MAP = 50;
/** What no map's name may hold: separators of paths, control characters, halves of characters. */
const NOT_IN_MAP = /[/\\\p{Cc}\p{Cs}]/u;
const FIRST_YEAR = 2020;
const LAST_YEAR = 2035;

/**
 * What stands behind the last `/` or `\\` of a path. A backslash parts names on Linux too: scripts
 * that join paths with one leave files behind that are called `gamestats\\2025-….txt`.
 */
export function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
}

/**
 * Whether the text can be the name of a map: 1–50 characters that are not all blank, none of them a
 * path separator or a control character, no `..`. Blanks, brackets and letters of any alphabet are good.
 */
export function isMapName(map: string): boolean {
  return map.length <= MAX_MAP && map.trim() !== "" && !NOT_IN_MAP.test(map) && !map.includes("..");
}

/**
 * A map's name in Unicode's composed form (NFC): file systems and editors write `ü` as one character
 * or as two, and both are one map.
 */
export function composedMap(map: string): string {
  return map.normalize("NFC");
}

/** A date `YYYY-MM-DD` and a time `HHMMSS` as a stamp; null when there is no such date or time. */
export function stampOf(date: string, time: string): FileStamp | null {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  const day = Number(date.slice(8, 10));
  const hour = Number(time.slice(0, 2));
  const minute = Number(time.slice(2, 4));
  const second = Number(time.slice(4, 6));
  if (hour > 23 || minute > 59 || second > 59) return null;
  const naiveMs = Date.UTC(year, month - 1, day, hour, minute, second);
  // Date.UTC rolls 30 February over into March, and takes years below 100 as 19xx.
  const back = new Date(naiveMs);
  if (back.getUTCFullYear() !== year || back.getUTCMonth() !== month - 1) return null;
  if (back.getUTCDate() !== day) return null;
  return { date, time, naiveMs };
}

/**
 * Reads the base name of a file: stats (`YYYY-MM-DD-HHMMSS-<map>-round-<N>.txt`), endstats
 * (`…-endstats.txt`, also the old `_endstats.txt`), webhook (`…-webhook.json`, stamp in UTC) or
 * proximity (`…_engagements.txt`). Null when it fits none of them, is no real date or time, or N is
 * not 1 or 2. Says nothing about whether the name is safe: see {@link checkRoundFileName}.
 */
export function parseRoundFileName(name: string): RoundFileName | null {
  const match = name.length <= 4 * MAX_NAME ? ROUND_FILE.exec(name) : null;
  if (!match) return null;
  const [, date = "", time = "", map = "", digits = "", ending = ""] = match;
  const stamp = stampOf(date, time);
  const kind = KINDS[ending];
  if (!stamp || !kind || (digits !== "1" && digits !== "2")) return null;
  return { kind, stamp, map: composedMap(map), round: digits === "1" ? 1 : 2 };
}

/**
 * The check for names that come from outside (a webhook, a listing of a remote folder): what
 * {@link parseRoundFileName} wants, and at most 255 characters, no path separator, NUL or `..`, the
 * year 2020–2035, and a map's name: 1–50 characters, none of them a control character.
 * Errors: `bad_round` when only the round number is wrong, else `bad_name`; the message says which rule.
 */
export function checkRoundFileName(name: string): ParseResult<RoundFileName> {
  const refuse = (code: ParseError["code"], message: string): ParseResult<RoundFileName> => ({
    ok: false,
    error: { code, message, file: name.slice(0, MAX_NAME) },
  });
  if (name.length > MAX_NAME) return refuse("bad_name", `longer than ${MAX_NAME} characters`);
  if (/[/\\\0]/.test(name)) return refuse("bad_name", "a path separator or NUL in the name");
  if (name.includes("..")) return refuse("bad_name", "`..` in the name");
  const match = ROUND_FILE.exec(name);
  if (!match) {
    return refuse("bad_name", "expected YYYY-MM-DD-HHMMSS-<map>-round-<N>.txt or a kin of it");
  }
  const [, date = "", time = "", map = "", digits = ""] = match;
  const year = Number(date.slice(0, 4));
  if (year < FIRST_YEAR || year > LAST_YEAR) {
    return refuse("bad_name", `the year must be ${FIRST_YEAR} to ${LAST_YEAR}`);
  }
  if (!stampOf(date, time)) return refuse("bad_name", `${date} ${time} is no date and time`);
  if (!isMapName(composedMap(map))) {
    return refuse("bad_name", "the map must be 1 to 50 characters, no control characters");
  }
  const value = parseRoundFileName(name);
  if (!value) return refuse("bad_round", `the round must be 1 or 2, not ${digits.slice(0, 20)}`);
  return { ok: true, value, warnings: [] };
}

/**
 * Reads `gametime-<map>-R<n>-<unix>.json`. Null when the name does not fit, also when it is longer than
 * 255 characters, its map is none that {@link checkRoundFileName} takes, or its end lies outside of the
 * years 2020 to 2099: what it answers for is safe to use, wherever the name is from.
 */
export function parseGametimeFileName(name: string): GametimeFileName | null {
  const match = name.length <= MAX_NAME ? GAMETIME_FILE.exec(name) : null;
  const [, written = "", round = "", unix = ""] = match ?? [];
  const map = composedMap(written);
  if (!isMapName(map) || !isPlausibleUnix(Number(unix))) return null;
  return { map, round: round === "1" ? 1 : 2, endUnix: Number(unix) };
}

/** A stamp of unix seconds, as a server whose clock shows UTC writes it. */
export function utcStamp(unix: number): FileStamp {
  const [date = "", time = ""] = new Date(unix * 1000).toISOString().slice(0, 19).split("T");
  return { date, time: time.replaceAll(":", ""), naiveMs: unix * 1000 };
}
