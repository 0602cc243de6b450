import type { SiftFields, SiftRule } from "./sift.ts";

// Every key of a report that is read; docs/formats/match-report.md says what becomes of it. Chat,
// addresses, ports, passwords and Discord accounts have no key here.

const value: SiftRule = { kind: "value" };

/** Fields that are plain values. */
function values(...keys: readonly string[]): SiftFields {
  return Object.fromEntries(keys.map((key) => [key, value]));
}

/** A weapon mask of 32 bits, five numbers each, and the ten values. */
const MOST_WEAPON_STATS = 1 + 5 * 32 + 10;
const MOST_OBITUARIES = 20_000;
const MOST_DAMAGE = 200_000;
const MOST_CLASS_SWITCHES = 1000;

/** `round_info` of a round. */
const ROUND_INFO: SiftFields = {
  ...values(
    "servername",
    "mapname",
    "config",
    "round",
    "matchID",
    "original_match_id",
    "defenderteam",
    "winnerteam",
    "timelimit",
    "nextTimeLimit",
    "round_start",
    "round_end",
    "round_start_unix",
    "round_end_unix",
  ),
  obituaries: {
    kind: "list",
    most: MOST_OBITUARIES,
    of: {
      kind: "object",
      fields: values("timestamp", "attacker", "target", "meansOfDeath"),
    },
  },
  damageStats: {
    kind: "list",
    most: MOST_DAMAGE,
    of: {
      kind: "object",
      fields: values("timestamp", "attacker", "target", "damage", "hitRegion"),
    },
  },
};

/** Maps of objectives in `player_stats`, by level time; their entries are names in old versions. */
export const OBJECTIVE_MAPS = [
  "obj_planted",
  "obj_defused",
  "obj_destroyed",
  "obj_repaired",
  "obj_taken",
  "obj_secured",
  "obj_returned",
  "obj_carrierkilled",
  "obj_flagcaptured",
  "obj_misc",
  "obj_escort",
] as const;

const objective: SiftRule = { kind: "timed", fields: values("objective", "victim", "weapon") };
const occurrences: SiftRule = { kind: "timed", fields: {} };

/** A player of `player_stats`. */
const PLAYER_STATS: SiftFields = {
  ...values("guid", "name", "rounds", "team"),
  weaponStats: { kind: "list", most: MOST_WEAPON_STATS, of: value },
  ...values("distance_travelled_meters", "distance_travelled_spawn", "spawn_count"),
  player_speed: { kind: "object", fields: values("ups_avg", "ups_peak") },
  stance_stats_seconds: {
    kind: "object",
    fields: values(
      "in_prone",
      "in_crouch",
      "in_mg",
      "in_lean",
      "in_objcarrier",
      "in_vehiclescort",
      "in_disguise",
      "in_sprint",
      "in_turtle",
      "is_downed",
    ),
  },
  class_switches: {
    kind: "list",
    most: MOST_CLASS_SWITCHES,
    of: { kind: "object", fields: values("timestamp", "fromClass", "toClass") },
  },
  ...Object.fromEntries(OBJECTIVE_MAPS.map((key) => [key, objective])),
  shoves_given: occurrences,
  shoves_received: occurrences,
};

/** `metadata` of a round. */
const METADATA: SiftFields = {
  ...values("servername", "config", "matchID"),
  scores: {
    kind: "object",
    fields: {
      ...values("alpha_teamname", "beta_teamname", "match_finished", "match_winner"),
      round: { kind: "object", fields: values("round_num", "alpha_side") },
    },
  },
};

const timed = (...keys: readonly string[]): SiftFields => values("leveltime", "unixtime", ...keys);

/** Entries of the `gamelog` that are read, by label. */
const GAMELOG: Readonly<Record<string, SiftFields>> = {
  round_start: timed(),
  round_end: timed(),
  pause: timed(),
  unpause: timed(),
  spawn: timed("player", "team", "class"),
  class_change: timed("player", "class"),
  disconnect: timed("player"),
  kill: timed(
    "killer",
    "victim",
    "weapon",
    "killer_health",
    "killer_class",
    "victim_class",
    "killer_pos",
    "victim_pos",
    "axis_alive",
    "allies_alive",
    "killer_reinf",
    "victim_reinf",
  ),
  teamkill: timed("killer", "victim", "weapon", "killer_class", "victim_class", "victim_reinf"),
  suicide: timed("player", "weapon", "victim_class", "victim_pos", "victim_reinf"),
  damage: timed("killer", "victim", "amount", "damage", "hit_region"),
  revive: timed("player", "victim"),
  obj_planted: timed("player", "objective"),
  obj_defused: timed("player", "objective"),
  obj_destroyed: timed("player", "objective"),
  obj_repaired: timed("player", "objective"),
  obj_taken: timed("player", "objective"),
  obj_secured: timed("player", "objective"),
  obj_returned: timed("player", "objective"),
  obj_carrierkilled: timed("player", "victim", "objective", "weapon"),
  obj_flag_captured: timed("player", "flag"),
};

/** A round report. */
export const ROUND_REPORT: SiftFields = {
  round_info: { kind: "object", fields: ROUND_INFO },
  metadata: { kind: "object", fields: METADATA },
  player_stats: { kind: "players", fields: PLAYER_STATS },
  gamelog: { kind: "log", labels: GAMELOG },
};

/** What a match report says of the match, its rounds aside. */
export const MATCH: SiftFields = values(
  "match_id",
  "original_match_id",
  "winner",
  "alpha_teamname",
  "beta_teamname",
);
