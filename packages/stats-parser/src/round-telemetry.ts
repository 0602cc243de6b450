import { stripColours } from "./colours.ts";
import { asObject, EmbedFields, type JsonObject } from "./embed-fields.ts";
import { composedMap, isMapName } from "./file-name.ts";
import { parseLenientJson, restoreBytes } from "./lenient-json.ts";
import { readLineup, readPauses, readSpawnStats, wholeGuid } from "./lineup-lists.ts";
import type { ParseErrorCode, ParseFailure, ParseResult, ParseWarning } from "./result.ts";
import { shownName } from "./shown-name.ts";
import type { RoundNumber, Side } from "./stats-file.ts";
import { isPlausibleUnix } from "./unix-time.ts";

/**
 * A player as a webhook lists him: whole GUID (32 characters, upper case) and name without colours
 * (the first eight of the GUID where it would show nothing). The sender takes `^0`–`^9` out itself and
 * leaves other codes in; `rawName` is as sent.
 */
export interface LineupPlayer {
  readonly guid: string;
  readonly name: string;
  readonly rawName: string;
}

/** One pause as reported. */
export interface PauseEvent {
  readonly startUnix: number;
  readonly endUnix: number;
  readonly seconds: number;
}

/** One player of a gametime file's `meta.spawn_stats`; a cross-check only. */
export interface SpawnStats {
  readonly guid: string;
  readonly name: string;
  readonly spawns: number;
  readonly deaths: number;
  readonly deadSeconds: number;
  readonly avgRespawnSeconds: number;
  readonly maxRespawnSeconds: number;
}

/**
 * What the round webhook, or the gametime file with the same body, says of one round.
 * Times in unix seconds of the server's clock. Null: absent, empty, or zero where zero means unknown.
 */
export interface RoundTelemetry {
  /** `webhook`, `gametime` (which alone carries spawn stats) or a league's `report`. */
  readonly source: "webhook" | "gametime" | "report";
  readonly file: string;
  readonly map: string;
  readonly round: RoundNumber;
  readonly winnerSide: Side | null;
  readonly defenderSide: Side | null;
  readonly startUnix: number | null;
  readonly endUnix: number;
  /** `Lua_Playtime` as sent: pauses are still in it before 1.6.3. */
  readonly playtimeSeconds: number | null;
  /** Minutes; has lost its fraction before 1.7, unless the sender adds `Lua_TimelimitSec`. */
  readonly timeLimitMinutes: number | null;
  readonly pauseCount: number;
  readonly pauseSeconds: number;
  readonly pauses: readonly PauseEvent[];
  /** As sent; never used alone. */
  readonly endReason: string | null;
  readonly warmupSeconds: number | null;
  readonly warmupStartUnix: number | null;
  /** Side of who called a surrender vote, passed or not. */
  readonly surrenderSide: Side | null;
  readonly surrenderCallerGuid: string | null;
  readonly surrenderCallerName: string | null;
  /** Text of the log's `Exit:` line, where a sender tells it; proves a surrender. */
  readonly exit: string | null;
  readonly axisScore: number;
  readonly alliesScore: number;
  readonly axis: readonly LineupPlayer[];
  readonly allies: readonly LineupPlayer[];
  readonly spawnStats: readonly SpawnStats[];
  /** `1.6.0`, from the footer; null when it does not say. */
  readonly version: string | null;
}

/** Where a body came from. */
export interface TelemetryOrigin {
  /** Default `webhook`. */
  readonly source?: "webhook" | "gametime";
  /** Base name of the file, or any name for a message; only repeated in the value and in errors. */
  readonly file: string;
  /** The `meta` object of a gametime file: fills in what the body lacks, and holds the spawn stats. */
  readonly meta?: unknown;
}

const DAY_SECONDS = 86_400;
/** Rounds below this are what the sender reports of a map that was left at once. */
const GHOST_SECONDS = 30;
const MAX_TEXT = 200;

/**
 * Reads the body of a round webhook: a Discord message with one embed whose fields say what happened
 * (`body` as parsed JSON, or its text). Field names are compared without regard to case; the names of
 * older senders are accepted; missing, empty, `-` and (where it means unknown) `0` are alike. A round
 * of `0` is Round 2: that is the engine's own count.
 *
 * Errors: `bad_json` (no embed with fields), `bad_field` with the field's name (map, round or end of
 * the round missing or impossible), `bad_round` (3 and more), `ghost_round` (0 < playtime < 30 s).
 * Warnings: `bad_field` (a value was left out), `bad_json_field` (a list was read as empty),
 * `meta_mismatch` (body and `meta` disagree; the body counts), `lineup_entry_rejected`,
 * `pause_rejected`, `spawn_stats_rejected`, `list_too_long`.
 */
export function roundTelemetryOf(
  body: unknown,
  origin: TelemetryOrigin,
): ParseResult<RoundTelemetry> {
  const { file, source = "webhook" } = origin;
  const json = typeof body === "string" ? parseLenientJson(body) : { value: body };
  const message = "value" in json ? asObject(json.value) : null;
  const embeds = message?.["embeds"];
  const embed = asObject(Array.isArray(embeds) ? embeds[0] : null);
  const list = embed?.["fields"];
  if (!embed || !Array.isArray(list)) {
    return refuse(file, "bad_json", "expected an object with `embeds[0].fields`");
  }
  const warnings: ParseWarning[] = [];
  const fields = new EmbedFields(list, warnings);
  const meta = new MetaValues(asObject(origin.meta) ?? {}, warnings);

  const map = composedMap(fields.text("Map") ?? meta.text("map") ?? "");
  if (map.toLowerCase() === "unknown" || !isMapName(map)) {
    return refuse(file, "bad_field", "Map: expected the name of a map", "Map");
  }
  const roundNumber =
    fields.source("Round") === null ? meta.number("round", 99) : fields.number(99, "Round");
  if (roundNumber === null) {
    return refuse(file, "bad_field", "Round: expected 1, 2, or 0 for the second", "Round");
  }
  const round = roundNumber === 0 || roundNumber === 2 ? 2 : 1;
  if (roundNumber !== 0 && roundNumber !== round) {
    return refuse(file, "bad_round", `the round must be 1 or 2, not ${roundNumber}`, "Round");
  }
  const endUnix = unixOf(fields, "Lua_RoundEnd", "End Unix") ?? meta.unix("round_end_unix");
  if (endUnix === null) {
    return refuse(
      file,
      "bad_field",
      "Lua_RoundEnd: expected unix seconds between 2020 and 2100",
      "Lua_RoundEnd",
    );
  }
  const playtimeSeconds =
    secondsOf(fields, "Lua_Playtime", "Duration") ||
    meta.number("actual_duration_seconds", DAY_SECONDS) ||
    null;
  if (playtimeSeconds !== null && playtimeSeconds < GHOST_SECONDS) {
    return refuse(file, "ghost_round", `a round of ${playtimeSeconds} s`, "Lua_Playtime");
  }
  meta.compare("map", map.toLowerCase(), (value) =>
    composedMap(restoreBytes(String(value))).toLowerCase(),
  );
  meta.compare("round", round, (value) => (value === 0 ? 2 : value));
  meta.compare("round_end_unix", endUnix);

  let startUnix =
    unixOf(fields, "Lua_RoundStart", "Start Unix", "Lua_WarmupEnd") ??
    meta.unix("round_start_unix");
  if (startUnix !== null && startUnix > endUnix) {
    fields.warn("Lua_RoundStart", "the round starts behind its end");
    startUnix = null;
  }
  const seen = new Set<string>();
  const lists = (field: string) => ({ field, warnings });
  const axis = readLineup(fields.source("Axis_JSON"), seen, lists("Axis_JSON"));
  const allies = readLineup(fields.source("Allies_JSON"), seen, lists("Allies_JSON"));
  const pauses = readPauses(fields.source("Lua_Pauses_JSON"), lists("Lua_Pauses_JSON"));
  const told = pausesOf(fields);
  const caller = callerOf(fields);
  const limitSeconds = fields.number(DAY_SECONDS, "Lua_TimelimitSec");
  const spawnList = origin.meta === undefined ? null : asObject(origin.meta)?.["spawn_stats"];
  const value: RoundTelemetry = {
    source,
    file,
    map,
    round,
    winnerSide: sideOf(fields, "Winner"),
    defenderSide: sideOf(fields, "Defender"),
    startUnix,
    endUnix,
    playtimeSeconds,
    timeLimitMinutes: limitSeconds ? limitSeconds / 60 : minutesOf(fields),
    pauseCount: told?.count ?? meta.number("pause_count", DAY_SECONDS) ?? pauses.length,
    pauseSeconds:
      told?.seconds ??
      meta.number("pause_seconds", DAY_SECONDS) ??
      pauses.reduce((sum, pause) => sum + pause.seconds, 0),
    pauses,
    endReason: shortText(fields.text("Lua_EndReason", "End Reason")),
    warmupSeconds:
      secondsOf(fields, "Lua_Warmup") || meta.number("warmup_seconds", DAY_SECONDS) || null,
    warmupStartUnix: unixOf(fields, "Lua_WarmupStart"),
    surrenderSide: sideOf(fields, "Lua_SurrenderTeam"),
    surrenderCallerGuid: caller,
    surrenderCallerName: nameOf(fields.text("Lua_SurrenderCallerName"), caller),
    exit: shortText(fields.text("Lua_Exit", "Exit")) ?? meta.text("exit"),
    axisScore: fields.number(99, "Lua_AxisScore") ?? 0,
    alliesScore: fields.number(99, "Lua_AlliesScore") ?? 0,
    axis,
    allies,
    spawnStats: spawnList
      ? readSpawnStats(spawnList, lists("spawn_stats"))
      : readSpawnStats(fields.source("Lua_SpawnStats_JSON"), lists("Lua_SpawnStats_JSON")),
    version: versionOf(embed),
  };
  return { ok: true, value, warnings };
}

function refuse(file: string, code: ParseErrorCode, message: string, field?: string): ParseFailure {
  return { ok: false, error: { code, message, file, ...(field === undefined ? {} : { field }) } };
}

/** The plain values of a gametime file's `meta`; a 0 in them is a value like any other. */
class MetaValues {
  readonly #meta: JsonObject;
  readonly #warnings: ParseWarning[];

  constructor(meta: JsonObject, warnings: ParseWarning[]) {
    this.#meta = meta;
    this.#warnings = warnings;
  }

  text(key: string): string | null {
    const value = this.#meta[key];
    return typeof value === "string" && value !== "" ? shortText(restoreBytes(value)) : null;
  }

  number(key: string, max: number): number | null {
    const value = this.#meta[key];
    return typeof value === "number" && value >= 0 && value <= max ? value : null;
  }

  unix(key: string): number | null {
    const value = this.#meta[key];
    return isPlausibleUnix(value) ? value : null;
  }

  /** Warns when `meta` has the key with another value than the one that counts. */
  compare(key: string, counts: unknown, read: (value: unknown) => unknown = (x) => x): void {
    const value = this.#meta[key];
    if (value === undefined || read(value) === counts) return;
    const message = `meta.${key} is not what the body says`;
    this.#warnings.push({ code: "meta_mismatch", message, field: `meta.${key}` });
  }
}

function unixOf(fields: EmbedFields, ...names: readonly string[]): number | null {
  for (const name of names) {
    const number = fields.number(Number.MAX_SAFE_INTEGER, name);
    if (isPlausibleUnix(number)) return number;
    if (number !== null && number !== 0) fields.warn(name, "not between the years 2020 and 2100");
  }
  return null;
}

/** `847 sec`, or `14:07` in older bodies, in seconds. */
function secondsOf(fields: EmbedFields, ...names: readonly string[]): number | null {
  const clock = /^\s*(\d{1,4}):([0-5]\d)/.exec(fields.source(...names) ?? "");
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
  return fields.number(DAY_SECONDS, ...names);
}

/** `20 min`, `6.22 min`, or `6:13` in older bodies, in minutes; 0 is unknown. */
function minutesOf(fields: EmbedFields): number | null {
  const names = ["Lua_Timelimit", "Time Limit"] as const;
  const clock = /^\s*(\d{1,4}):([0-5]\d)/.exec(fields.source(...names) ?? "");
  if (clock) return Number(clock[1]) + Number(clock[2]) / 60 || null;
  return fields.number(DAY_SECONDS / 60, ...names) || null;
}

/** `2 (120 sec)`. */
function pausesOf(fields: EmbedFields): { count: number; seconds: number | null } | null {
  const count = fields.number(DAY_SECONDS, "Lua_Pauses", "Pauses");
  if (count === null) return null;
  const total = /\((\d{1,6})\s*s/.exec(fields.source("Lua_Pauses", "Pauses") ?? "");
  return { count, seconds: total ? Number(total[1]) : null };
}

function sideOf(fields: EmbedFields, name: string): Side | null {
  const number = fields.number(99, name);
  if (number === 1 || number === 2) return number;
  if (number !== null && number !== 0) fields.warn(name, "expected 0, 1 (Axis) or 2 (Allies)");
  return null;
}

function callerOf(fields: EmbedFields): string | null {
  const text = fields.source("Lua_SurrenderCaller");
  const guid = wholeGuid(text);
  if (text !== null && guid === null && text.trim() !== "0") {
    fields.warn("Lua_SurrenderCaller", "no whole GUID");
  }
  return guid;
}

function nameOf(text: string | null, guid: string | null): string | null {
  return text === null ? null : shortText(shownName(stripColours(text), guid ?? ""));
}

function shortText(text: string | null): string | null {
  return text === null ? null : text.slice(0, MAX_TEXT);
}

function versionOf(embed: JsonObject): string | null {
  const text = asObject(embed["footer"])?.["text"];
  const version = typeof text === "string" ? /\bv(\d{1,4}\.\d{1,4}\.\d{1,4})/.exec(text) : null;
  return version?.[1] ?? null;
}
