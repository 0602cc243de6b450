import { STANCES } from "@slomix/stats-parser";
import { doublePrecision, integer, pgTable, primaryKey } from "drizzle-orm/pg-core";
import { amounts, notNegative, oneOf, places, side, sides, text } from "./columns.ts";
import { rounds } from "./core.ts";

/** What told of a round's events: the gamelog of a league's report, or a movement file. */
export const eventSources = ["gamelog", "movement"] as const;
/** What told how somebody moved: the player part of a league's report, or a movement file. */
export const movementSources = ["report", "movement"] as const;

const killKinds = ["kill", "team_kill", "self_kill"] as const;
const playerClasses = ["soldier", "medic", "engineer", "fieldops", "covertops"] as const;
const objectiveActions = [
  "planted",
  "defused",
  "destroyed",
  "repaired",
  "taken",
  "secured",
  "returned",
  "carrier_killed",
  "flag_captured",
  "escorted",
  "other",
] as const;
const hitRegions = ["head", "arms", "body", "legs", "none"] as const;

const roundId = () =>
  integer()
    .notNull()
    .references(() => rounds.id, { onDelete: "cascade" });
const eventSource = () => text().$type<(typeof eventSources)[number]>().notNull();
const playerClass = () => text().$type<(typeof playerClasses)[number]>();
/** Milliseconds since the round began. */
const atMs = () => integer().notNull();

/**
 * Every death of a round, in order of time. Players are known by the GUIDs of the round's players;
 * somebody who has no numbers there by his first eight characters. Places are game units.
 */
export const roundKills = pgTable(
  "round_kills",
  {
    roundId: roundId(),
    source: eventSource(),
    /** Order within the round, as told by the source. */
    position: integer().notNull(),
    atMs: atMs(),
    kind: text().$type<(typeof killKinds)[number]>().notNull(),
    /** Null: the world, or nobody who is known. */
    killerGuid: text(),
    victimGuid: text().notNull(),
    /** Number of the means of death in ET: Legacy. */
    meansOfDeath: integer(),
    killerClass: playerClass(),
    victimClass: playerClass(),
    /** HP that the killer had left; below zero when he had died before. */
    killerHealth: integer(),
    killerX: doublePrecision(),
    killerY: doublePrecision(),
    killerZ: doublePrecision(),
    victimX: doublePrecision(),
    victimY: doublePrecision(),
    victimZ: doublePrecision(),
    /** Between the two places, game units. */
    distance: doublePrecision(),
    /** Men alive on each side, as told with this death. */
    axisAlive: integer(),
    alliesAlive: integer(),
    /** Seconds until the killer's and the victim's side spawns next. */
    killerReinforcementSeconds: doublePrecision(),
    victimReinforcementSeconds: doublePrecision(),
  },
  (t) => [
    primaryKey({ name: "round_kills_pkey", columns: [t.roundId, t.source, t.position] }),
    oneOf("round_kills", "source", eventSources),
    oneOf("round_kills", "kind", killKinds),
    oneOf("round_kills", "killer_class", playerClasses),
    oneOf("round_kills", "victim_class", playerClasses),
    ...notNegative("round_kills", ["position", "at_ms", "axis_alive", "allies_alive"]),
    ...places("round_kills", [
      "killer_x",
      "killer_y",
      "killer_z",
      "victim_x",
      "victim_y",
      "victim_z",
    ]),
    ...amounts("round_kills", [
      "distance",
      "killer_reinforcement_seconds",
      "victim_reinforcement_seconds",
    ]),
  ],
);

/** What happened to the objectives of the map, in order of time. */
export const roundObjectiveEvents = pgTable(
  "round_objective_events",
  {
    roundId: roundId(),
    source: eventSource(),
    position: integer().notNull(),
    atMs: atMs(),
    action: text().$type<(typeof objectiveActions)[number]>().notNull(),
    /** The map script's word for the objective; may be empty. */
    objective: text().notNull(),
    playerGuid: text(),
    /** Who carried it, where a carrier was killed. */
    victimGuid: text(),
    meansOfDeath: integer(),
  },
  (t) => [
    primaryKey({ name: "round_objective_events_pkey", columns: [t.roundId, t.source, t.position] }),
    oneOf("round_objective_events", "source", eventSources),
    oneOf("round_objective_events", "action", objectiveActions),
    ...notNegative("round_objective_events", ["position", "at_ms"]),
  ],
);

/** Teammates brought back, in order of time. */
export const roundRevives = pgTable(
  "round_revives",
  {
    roundId: roundId(),
    source: eventSource(),
    position: integer().notNull(),
    atMs: atMs(),
    medicGuid: text().notNull(),
    revivedGuid: text().notNull(),
  },
  (t) => [
    primaryKey({ name: "round_revives_pkey", columns: [t.roundId, t.source, t.position] }),
    oneOf("round_revives", "source", eventSources),
    ...notNegative("round_revives", ["position", "at_ms"]),
  ],
);

/** Where a player's bullets hit others in one round. */
export const roundHitRegions = pgTable(
  "round_hit_regions",
  {
    roundId: roundId(),
    source: eventSource(),
    playerGuid: text().notNull(),
    /** `none`: a dead body, splash or a first hit; no miss. */
    region: text().$type<(typeof hitRegions)[number]>().notNull(),
    hits: integer().notNull(),
    /** HP. */
    damage: integer().notNull(),
  },
  (t) => [
    primaryKey({
      name: "round_hit_regions_pkey",
      columns: [t.roundId, t.source, t.playerGuid, t.region],
    }),
    oneOf("round_hit_regions", "source", eventSources),
    oneOf("round_hit_regions", "region", hitRegions),
    ...notNegative("round_hit_regions", ["hits", "damage"]),
  ],
);

/** How long a player played a class on a side in one round. */
export const roundClasses = pgTable(
  "round_classes",
  {
    roundId: roundId(),
    source: eventSource(),
    playerGuid: text().notNull(),
    playerClass: playerClass().notNull(),
    /** 0: not told. */
    side: side().notNull(),
    /** Milliseconds from the spawn or change to this class to the next one or the end of the round. */
    playedMs: integer().notNull(),
    /** Spawns as this class. */
    spawns: integer().notNull(),
  },
  (t) => [
    primaryKey({
      name: "round_classes_pkey",
      columns: [t.roundId, t.source, t.playerGuid, t.playerClass, t.side],
    }),
    oneOf("round_classes", "source", eventSources),
    oneOf("round_classes", "player_class", playerClasses),
    ...sides("round_classes", ["side"]),
    ...notNegative("round_classes", ["played_ms", "spawns"]),
  ],
);

/** How a player moved in one round. Null: this version of the report does not tell. */
export const roundMovement = pgTable(
  "round_movement",
  {
    roundId: roundId(),
    source: text().$type<(typeof movementSources)[number]>().notNull(),
    playerGuid: text().notNull(),
    distanceMeters: doublePrecision(),
    /** Within 3 s of his spawns. */
    spawnDistanceMeters: doublePrecision(),
    spawns: integer(),
    /** Game units a second. */
    averageSpeed: doublePrecision(),
    peakSpeed: doublePrecision(),
    /** Seconds in each stance. */
    proneSeconds: doublePrecision(),
    crouchSeconds: doublePrecision(),
    mgSeconds: doublePrecision(),
    leanSeconds: doublePrecision(),
    carryingSeconds: doublePrecision(),
    escortingSeconds: doublePrecision(),
    disguisedSeconds: doublePrecision(),
    sprintSeconds: doublePrecision(),
    turtleSeconds: doublePrecision(),
    downedSeconds: doublePrecision(),
    shovesGiven: integer(),
    shovesReceived: integer(),
  },
  (t) => [
    primaryKey({ name: "round_movement_pkey", columns: [t.roundId, t.source, t.playerGuid] }),
    oneOf("round_movement", "source", movementSources),
    ...amounts("round_movement", [
      "distance_meters",
      "spawn_distance_meters",
      "average_speed",
      "peak_speed",
      ...STANCES.map((stance) => `${stance}_seconds`),
    ]),
    ...notNegative("round_movement", ["spawns", "shoves_given", "shoves_received"]),
  ],
);
