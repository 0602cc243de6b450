import {
  type ClassTime,
  type HitRegionCount,
  type KillEvent,
  type ObjectiveEvent,
  type PlayerMovement,
  type ReviveEvent,
  type RoundReport,
  STANCES,
} from "@slomix/stats-parser";
import type { SqlValue } from "../../connect.ts";
import { storableText } from "../../storable.ts";
import { type EventGuid, eventGuids } from "./event-guids.ts";
import type { StoredPlayer } from "./player-columns.ts";

type Column<T> = readonly [
  name: string,
  value: (event: T, guid: EventGuid, place: number) => SqlValue,
];

/** Means that a table of events is read back by these columns after it was written. */
type Keys = readonly string[];

/** One table of a round's events: what fills it, and by what its rows are compared. */
export interface EventTable {
  readonly table: string;
  /** Behind `round_id`. */
  readonly columns: readonly string[];
  /** Whole numbers, words and GUIDs only: their text is the same on both sides. */
  readonly keys: Keys;
  readonly rows: (report: RoundReport, guid: EventGuid) => readonly (readonly SqlValue[])[];
}

/** Largest number of an `integer` column. */
const MOST = 2_147_483_647;

/** As an `integer` column takes it: reports may write 12.0 or, damaged, anything. */
function whole(value: number, least = 0): number {
  return Math.max(least, Math.min(MOST, Math.round(value)));
}

const wholeOrNull = (value: number | null, least = 0) =>
  value === null ? null : whole(value, least);

const KILLS: readonly Column<KillEvent>[] = [
  ["source", () => "gamelog"],
  ["position", (_, __, place) => place],
  ["at_ms", (kill) => whole(kill.atMs)],
  ["kind", (kill) => kill.kind],
  ["killer_guid", ({ killer }, guid) => (killer === null ? null : guid(killer))],
  ["victim_guid", ({ victim }, guid) => guid(victim)],
  ["means_of_death", (kill) => wholeOrNull(kill.meansOfDeath)],
  ["killer_class", (kill) => kill.killerClass],
  ["victim_class", (kill) => kill.victimClass],
  ["killer_health", (kill) => wholeOrNull(kill.killerHealth, -MOST)],
  ["killer_x", (kill) => kill.killerPlace?.[0] ?? null],
  ["killer_y", (kill) => kill.killerPlace?.[1] ?? null],
  ["killer_z", (kill) => kill.killerPlace?.[2] ?? null],
  ["victim_x", (kill) => kill.victimPlace?.[0] ?? null],
  ["victim_y", (kill) => kill.victimPlace?.[1] ?? null],
  ["victim_z", (kill) => kill.victimPlace?.[2] ?? null],
  ["distance", (kill) => kill.distance],
  ["axis_alive", (kill) => wholeOrNull(kill.axisAlive)],
  ["allies_alive", (kill) => wholeOrNull(kill.alliesAlive)],
  ["killer_reinforcement_seconds", (kill) => kill.killerReinforcementSeconds],
  ["victim_reinforcement_seconds", (kill) => kill.victimReinforcementSeconds],
];

const OBJECTIVES: readonly Column<ObjectiveEvent>[] = [
  ["source", () => "gamelog"],
  ["position", (_, __, place) => place],
  ["at_ms", (event) => whole(event.atMs)],
  ["action", (event) => event.action],
  ["objective", (event) => storableText(event.objective)],
  ["player_guid", ({ player }, guid) => (player === null ? null : guid(player))],
  ["victim_guid", ({ victim }, guid) => (victim === null ? null : guid(victim))],
  ["means_of_death", (event) => wholeOrNull(event.meansOfDeath)],
];

const REVIVES: readonly Column<ReviveEvent>[] = [
  ["source", () => "gamelog"],
  ["position", (_, __, place) => place],
  ["at_ms", (event) => whole(event.atMs)],
  ["medic_guid", ({ medic }, guid) => guid(medic)],
  ["revived_guid", ({ revived }, guid) => guid(revived)],
];

const HIT_REGIONS: readonly Column<HitRegionCount>[] = [
  ["source", () => "gamelog"],
  ["player_guid", ({ player }, guid) => guid(player)],
  ["region", (count) => count.region],
  ["hits", (count) => whole(count.hits)],
  ["damage", (count) => whole(count.damage)],
];

const CLASSES: readonly Column<ClassTime>[] = [
  ["source", () => "gamelog"],
  ["player_guid", ({ player }, guid) => guid(player)],
  ["player_class", (time) => time.playerClass],
  ["side", (time) => time.side ?? 0],
  ["played_ms", (time) => whole(time.playedMs)],
  ["spawns", (time) => whole(time.spawns)],
];

const MOVEMENT: readonly Column<PlayerMovement>[] = [
  ["source", () => "report"],
  ["player_guid", ({ player }, guid) => guid(player)],
  ["distance_meters", (moved) => moved.distanceMeters],
  ["spawn_distance_meters", (moved) => moved.spawnDistanceMeters],
  ["spawns", (moved) => wholeOrNull(moved.spawns)],
  ["average_speed", (moved) => moved.averageSpeed],
  ["peak_speed", (moved) => moved.peakSpeed],
  ...STANCES.map(
    (stance): Column<PlayerMovement> => [
      `${stance}_seconds`,
      ({ stanceSeconds }) => stanceSeconds[stance],
    ],
  ),
  ["shoves_given", (moved) => wholeOrNull(moved.shovesGiven)],
  ["shoves_received", (moved) => wholeOrNull(moved.shovesReceived)],
];

/** The tables of what happened within a round. */
export const EVENT_TABLES: readonly EventTable[] = [
  table(
    "round_kills",
    KILLS,
    ["position", "at_ms", "kind", "killer_guid", "victim_guid"],
    (r) => r.events?.kills,
  ),
  table(
    "round_objective_events",
    OBJECTIVES,
    ["position", "at_ms", "action", "player_guid"],
    (r) => r.events?.objectives,
  ),
  table(
    "round_revives",
    REVIVES,
    ["position", "at_ms", "medic_guid", "revived_guid"],
    (r) => r.events?.revives,
  ),
  table("round_hit_regions", HIT_REGIONS, ["player_guid", "region", "hits", "damage"], (r, guid) =>
    summedUp(
      r.events?.hitRegions ?? [],
      ({ player, region }) => `${guid(player)} ${region}`,
      (a, b) => ({ ...a, hits: a.hits + b.hits, damage: a.damage + b.damage }),
    ),
  ),
  table(
    "round_classes",
    CLASSES,
    ["player_guid", "player_class", "side", "played_ms", "spawns"],
    (r, guid) =>
      summedUp(
        r.events?.classes ?? [],
        ({ player, playerClass, side }) => `${guid(player)} ${playerClass} ${side}`,
        (a, b) => ({ ...a, playedMs: a.playedMs + b.playedMs, spawns: a.spawns + b.spawns }),
      ),
  ),
  table("round_movement", MOVEMENT, ["player_guid", "spawns"], (r, guid) =>
    summedUp(
      r.movement,
      ({ player }) => guid(player),
      (first) => first,
    ),
  ),
];

/** The rows of a round's report, by table in the order of {@link EVENT_TABLES}; no report, no rows. */
export function eventRows(
  report: RoundReport | null,
  stored: readonly StoredPlayer[],
): readonly (readonly (readonly SqlValue[])[])[] {
  if (!report) return [];
  const guid = eventGuids(stored);
  return EVENT_TABLES.map(({ rows }) => rows(report, guid));
}

function table<T>(
  name: string,
  columns: readonly Column<T>[],
  keys: Keys,
  eventsOf: (report: RoundReport, guid: EventGuid) => readonly T[] | undefined,
): EventTable {
  return {
    table: name,
    columns: columns.map(([column]) => column),
    keys,
    rows: (report, guid) =>
      (eventsOf(report, guid) ?? []).map((event, place) =>
        columns.map(([, value]) => value(event, guid, place)),
      ),
  };
}

/** One entry a key: two whole GUIDs may be one player of the round. */
function summedUp<T>(
  entries: readonly T[],
  keyOf: (entry: T) => string,
  add: (a: T, b: T) => T,
): T[] {
  const byKey = new Map<string, T>();
  for (const entry of entries) {
    const key = keyOf(entry);
    const before = byKey.get(key);
    byKey.set(key, before === undefined ? entry : add(before, entry));
  }
  return [...byKey.values()];
}
