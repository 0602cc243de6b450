import { asObject, type JsonObject } from "../embed-fields.ts";
import { OBJECTIVE_MAPS } from "./report-keys.ts";
import type { ReportPlayer } from "./report-players.ts";
import { countOf, isWorld, numberOf, unixOf, wholeGuidOf } from "./report-values.ts";
import type { RoundNotes } from "./round-notes.ts";
import type { RoundTimes } from "./round-times.ts";

/** Something that a report says happened, in the words of the newest gamelog. */
export interface LogEvent {
  /** Milliseconds since the round began. */
  readonly atMs: number;
  readonly label: string;
  readonly entry: JsonObject;
}

/** What happened in a round, in order of time. */
export interface RoundLog {
  readonly events: readonly LogEvent[];
  /** They are from a gamelog, so that who came and went can be told. */
  readonly complete: boolean;
}

const LATEST_LEVEL_MS = 1e12;
/** What is told of the time around a round is let in; earlier it is warmup, later intermission. */
const SLACK_MS = 5000;
const DAY_MS = 86_400_000;
/** The last label of flags is another than that of their map. */
const MAP_LABELS: Readonly<Record<string, string>> = { obj_flagcaptured: "obj_flag_captured" };

/** The entries of a sifted round's gamelog; none where it has no gamelog. */
export function logOf(data: JsonObject): readonly JsonObject[] {
  const log = data["gamelog"];
  return Array.isArray(log) ? log : [];
}

/**
 * The log of a round: its gamelog, else what older versions have instead (`obituaries`,
 * `damageStats`, `class_switches`), and from the `obj_*` maps the objectives that it does not tell.
 * Null when there is nothing of the kind.
 */
export function readRoundLog(
  data: JsonObject,
  players: readonly ReportPlayer[],
  times: RoundTimes,
  notes: RoundNotes,
): RoundLog | null {
  if (data["gamelog"] === false) {
    notes.warn("bad_gamelog", "no list, or too long a one; read without it", "gamelog");
  }
  const log = logOf(data);
  const told =
    log.length > 0 ? [...log] : olderLog(asObject(data["round_info"]) ?? {}, players, times);
  const labels = new Set(told.map((entry) => entry["label"]));
  for (const entry of objectivesOf(players)) {
    if (!labels.has(entry["label"])) told.push(entry);
  }
  if (told.length === 0) return null;
  const events: LogEvent[] = [];
  let outside = 0;
  for (const entry of told) {
    const atMs = atOf(entry, times);
    if (atMs === null || atMs < -SLACK_MS || atMs > (times.lengthMs ?? DAY_MS) + SLACK_MS) {
      outside++;
      continue;
    }
    events.push({ atMs: Math.max(0, atMs), label: String(entry["label"]), entry });
  }
  if (outside > 0) {
    notes.warn("events_outside_round", `left out, not of the round's time: ${outside}`);
  }
  events.sort((a, b) => a.atMs - b.atMs);
  return events.length === 0 ? null : { events, complete: log.length > 0 };
}

/** Since the round began, by level time, else by the clock; null when neither can be told. */
function atOf(entry: JsonObject, times: RoundTimes): number | null {
  const level = countOf(entry["leveltime"], LATEST_LEVEL_MS);
  if (level !== null && times.startLevelMs !== null) return level - times.startLevelMs;
  const seconds = unixOf(entry["unixtime"]);
  if (seconds === null || times.startUnix === null) return null;
  const unix = numberOf(entry["unixtime"]) as number;
  const isMilliseconds = unix >= seconds * 100;
  return Math.round(isMilliseconds ? unix : unix * 1000) - times.startUnix * 1000;
}

/** What versions before the gamelog tell, in its words. */
function olderLog(
  info: JsonObject,
  players: readonly ReportPlayer[],
  times: RoundTimes,
): JsonObject[] {
  const sides = new Map(players.map(({ guid, line }) => [guid, line.side]));
  const sideOf = (value: unknown) => sides.get(wholeGuidOf(value) ?? "") ?? 0;
  const entries: JsonObject[] = [];
  for (const { timestamp, attacker, target, meansOfDeath } of objectsOf(info["obituaries"])) {
    const side = sideOf(attacker);
    const own = isWorld(attacker) || attacker === undefined || attacker === target;
    const mates = side !== 0 && side === sideOf(target);
    entries.push({
      leveltime: timestamp,
      weapon: meansOfDeath,
      ...(own
        ? { label: "suicide", player: target }
        : { label: mates ? "teamkill" : "kill", killer: attacker, victim: target }),
    });
  }
  for (const { timestamp, attacker, target, damage, hitRegion } of objectsOf(info["damageStats"])) {
    const told = { killer: attacker, victim: target, damage, hit_region: hitRegion };
    entries.push({ label: "damage", leveltime: timestamp, ...told });
  }
  for (const { guid, source } of players) {
    const switches = objectsOf(source["class_switches"]);
    const first = switches[0]?.["fromClass"];
    const change = { label: "class_change", player: guid };
    if (first !== undefined) {
      entries.push({ ...change, leveltime: times.startLevelMs, class: first });
    }
    for (const { timestamp, toClass } of switches) {
      entries.push({ ...change, leveltime: timestamp, class: toClass });
    }
  }
  return entries;
}

function objectivesOf(players: readonly ReportPlayer[]): JsonObject[] {
  return players.flatMap(({ guid, source }) =>
    OBJECTIVE_MAPS.flatMap((key) =>
      Object.entries(asObject(source[key]) ?? {}).map(([level, entry]) => ({
        label: MAP_LABELS[key] ?? key,
        leveltime: Number(level),
        player: guid,
        ...(asObject(entry) ?? { objective: entry }),
      })),
    ),
  );
}

function objectsOf(list: unknown): JsonObject[] {
  return Array.isArray(list) ? list.map((item) => asObject(item) ?? {}) : [];
}
