import { stripColours } from "./colours.ts";
import { asObject, type JsonObject } from "./embed-fields.ts";
import { parseLenientJson, restoreBytes } from "./lenient-json.ts";
import type { ParseWarning } from "./result.ts";
import type { LineupPlayer, PauseEvent, SpawnStats } from "./round-telemetry.ts";
import { shownName } from "./shown-name.ts";
import { isPlausibleUnix } from "./unix-time.ts";

/** A server has 64 slots. */
const MAX_PLAYERS = 64;
/** A player who leaves and another who comes can share a slot within a round. */
const MAX_SPAWN_ROWS = 2 * MAX_PLAYERS;
const MAX_PAUSES = 100;
const DAY_SECONDS = 86_400;
const MAX_COUNT = 100_000;
const GUID = /^[0-9A-Z]{32}$/;

/** A whole GUID of a human or a bot in upper case; null for anything else. */
export function wholeGuid(value: unknown): string | null {
  const guid = typeof value === "string" ? value.trim().toUpperCase() : "";
  return GUID.test(guid) ? guid : null;
}

/** Where a list is from, and where what is wrong with it is told. */
export interface ListContext {
  readonly field: string;
  readonly warnings: ParseWarning[];
}

/**
 * `[{"guid","name"}, …]` of one side. Entries without a whole GUID, and a GUID that was listed
 * before (`seen` goes from side to side), are left out with the warning `lineup_entry_rejected`.
 */
export function readLineup(
  source: unknown,
  seen: Set<string>,
  context: ListContext,
): LineupPlayer[] {
  const players: LineupPlayer[] = [];
  for (const entry of listOf(source, MAX_PLAYERS, context)) {
    const guid = wholeGuid(entry["guid"]);
    if (guid === null || seen.has(guid)) {
      warn(context, "lineup_entry_rejected", guid === null ? "no whole GUID" : `${guid} again`);
      continue;
    }
    seen.add(guid);
    const rawName = typeof entry["name"] === "string" ? restoreBytes(entry["name"]) : "";
    players.push({ guid, name: shownName(stripColours(rawName), guid), rawName });
  }
  return players;
}

/** `[{"n","start","end","sec"}, …]`; entries that make no sense are left out with `pause_rejected`. */
export function readPauses(source: unknown, context: ListContext): PauseEvent[] {
  const pauses: PauseEvent[] = [];
  for (const entry of listOf(source, MAX_PAUSES, context)) {
    const { start, end, sec } = entry;
    const known = isPlausibleUnix(start) && isPlausibleUnix(end) && start <= end;
    if (known && isCount(sec, DAY_SECONDS)) {
      pauses.push({ startUnix: start, endUnix: end, seconds: sec });
    } else {
      warn(context, "pause_rejected", "no such pause");
    }
  }
  return pauses;
}

/** `[{"guid","name","spawns",…}, …]`; entries that make no sense are left out with `spawn_stats_rejected`. */
export function readSpawnStats(source: unknown, context: ListContext): SpawnStats[] {
  const rows: SpawnStats[] = [];
  const seen = new Set<string>();
  for (const entry of listOf(source, MAX_SPAWN_ROWS, context)) {
    const guid = wholeGuid(entry["guid"]);
    const { spawns, deaths, dead_seconds, avg_respawn, max_respawn } = entry;
    if (
      guid === null ||
      seen.has(guid) ||
      !isCount(spawns, MAX_COUNT) ||
      !isCount(deaths, MAX_COUNT) ||
      !isCount(dead_seconds, DAY_SECONDS) ||
      !isCount(avg_respawn, DAY_SECONDS) ||
      !isCount(max_respawn, DAY_SECONDS)
    ) {
      warn(
        context,
        "spawn_stats_rejected",
        "a row without GUID, twice, or with impossible numbers",
      );
      continue;
    }
    seen.add(guid);
    const rawName = typeof entry["name"] === "string" ? restoreBytes(entry["name"]) : "";
    rows.push({
      guid,
      name: shownName(stripColours(rawName), guid),
      spawns,
      deaths,
      deadSeconds: dead_seconds,
      avgRespawnSeconds: avg_respawn,
      maxRespawnSeconds: max_respawn,
    });
  }
  return rows;
}

function isCount(value: unknown, max: number): value is number {
  return typeof value === "number" && value >= 0 && value <= max;
}

/** The objects of a list that is there as itself or as JSON text; empty, with a warning, when it is not one. */
function listOf(source: unknown, max: number, context: ListContext): JsonObject[] {
  if (source === null || source === undefined || source === "") return [];
  let list: unknown = source;
  if (typeof source === "string") {
    const json = parseLenientJson(source);
    list = "value" in json ? json.value : null;
  }
  // An empty table of the scripts' language is written as an object.
  if (asObject(list) && Object.keys(list as object).length === 0) return [];
  if (!Array.isArray(list)) {
    warn(context, "bad_json_field", "expected a JSON list, read as empty");
    return [];
  }
  if (list.length > max) warn(context, "list_too_long", `only the first ${max} entries are read`);
  const objects: JsonObject[] = [];
  for (const entry of list.slice(0, max)) {
    const object = asObject(entry);
    if (object) objects.push(object);
    else warn(context, "bad_json_field", "expected an object in the list");
  }
  return objects;
}

function warn({ field, warnings }: ListContext, code: string, message: string): void {
  warnings.push({ code, message: `${field}: ${message}`, field });
}
