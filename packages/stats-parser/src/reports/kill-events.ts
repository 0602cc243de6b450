import type { JsonObject } from "../embed-fields.ts";
import type { LogPeople } from "./log-people.ts";
import { amountOf, countOf, isWorld, numberOf, textOf } from "./report-values.ts";
import type { KillEvent, Place, PlayerClass } from "./round-events.ts";
import type { LogEvent } from "./round-log.ts";

const MAX_MEANS = 255;
const MAX_HEALTH = 9999;
const MAX_ALIVE = 64;
const MAX_REINFORCEMENT_SECONDS = 600;
const FARTHEST = 1_000_000;

const CLASSES: Readonly<Record<string, PlayerClass>> = {
  soldier: "soldier",
  medic: "medic",
  engineer: "engineer",
  fieldop: "fieldops",
  fieldops: "fieldops",
  covertops: "covertops",
  covertop: "covertops",
};

/** A class as a report calls it; null when it is none (`unknown`). */
export function classOf(value: unknown): PlayerClass | null {
  const name = typeof value === "string" ? value.trim().toLowerCase() : "";
  return Object.hasOwn(CLASSES, name) ? (CLASSES[name] ?? null) : null;
}

/** Number of a means of death; null when it is none. */
export function meansOf(value: unknown): number | null {
  return countOf(value, MAX_MEANS);
}

/** The death that an entry tells of: `kill`, `teamkill` or `suicide`. Null: nobody is known to have died. */
export function killEventOf({ atMs, label, entry }: LogEvent, people: LogPeople): KillEvent | null {
  const victim = people.guid(label === "suicide" ? entry["player"] : entry["victim"]);
  if (victim === null) return null;
  const other = label === "suicide" ? null : people.guid(entry["killer"]);
  const killer = other === victim ? null : other;
  const own = label === "suicide" || other === victim || isWorld(entry["killer"]);
  const places = [placeOf(entry["killer_pos"]), placeOf(entry["victim_pos"])] as const;
  return {
    atMs,
    kind: own ? "self_kill" : label === "teamkill" ? "team_kill" : "kill",
    killer,
    victim,
    meansOfDeath: meansOf(entry["weapon"]),
    killerClass: killer === null ? null : classOf(entry["killer_class"]),
    victimClass: classOf(entry["victim_class"]),
    killerHealth: killer === null ? null : healthOf(entry["killer_health"]),
    killerPlace: killer === null ? null : places[0],
    victimPlace: places[1],
    distance: killer === null ? null : distanceOf(...places),
    ...situationOf(entry),
  };
}

function situationOf(entry: JsonObject) {
  const wait = (key: string) => amountOf(entry[key], MAX_REINFORCEMENT_SECONDS);
  return {
    axisAlive: countOf(entry["axis_alive"], MAX_ALIVE),
    alliesAlive: countOf(entry["allies_alive"], MAX_ALIVE),
    killerReinforcementSeconds: wait("killer_reinf"),
    victimReinforcementSeconds: wait("victim_reinf"),
  };
}

function healthOf(value: unknown): number | null {
  const health = numberOf(value);
  return health !== null && Math.abs(health) <= MAX_HEALTH ? health : null;
}

/** `"x y z"`. */
function placeOf(value: unknown): Place | null {
  const parts = (textOf(value) ?? "").trim().split(/\s+/, 4).map(numberOf);
  const [x, y, z] = parts;
  if (parts.length !== 3 || typeof x !== "number" || typeof y !== "number") return null;
  if (typeof z !== "number") return null;
  return [x, y, z].every((axis) => Math.abs(axis) <= FARTHEST) ? [x, y, z] : null;
}

function distanceOf(from: Place | null, to: Place | null): number | null {
  if (from === null || to === null) return null;
  return Math.hypot(to[0] - from[0], to[1] - from[1], to[2] - from[2]);
}
