import { asObject, type JsonObject } from "../embed-fields.ts";
import { type PlayerMovement, STANCES, type Stance } from "./report-file.ts";
import type { ReportPlayer } from "./report-players.ts";
import { amountOf, countOf } from "./report-values.ts";

/** What each stance is called in `stance_stats_seconds`. */
const STANCE_KEYS: Readonly<Record<Stance, string>> = {
  prone: "in_prone",
  crouch: "in_crouch",
  mg: "in_mg",
  lean: "in_lean",
  carrying: "in_objcarrier",
  escorting: "in_vehiclescort",
  disguised: "in_disguise",
  sprint: "in_sprint",
  turtle: "in_turtle",
  downed: "is_downed",
};

const LONGEST_METERS = 1_000_000;
const FASTEST_UNITS = 100_000;
const DAY_SECONDS = 86_400;
const MOST_TIMES = 100_000;

/** How the players moved, in their order; those of whom nothing is told are left out. */
export function readMovement(players: readonly ReportPlayer[]): PlayerMovement[] {
  return players.map(movementOf).filter(tells);
}

function movementOf({ guid, source }: ReportPlayer): PlayerMovement {
  const speed = asObject(source["player_speed"]) ?? {};
  const stances = asObject(source["stance_stats_seconds"]) ?? {};
  const seconds = STANCES.map((stance) => [
    stance,
    amountOf(stances[STANCE_KEYS[stance]], DAY_SECONDS),
  ]);
  return {
    player: guid,
    distanceMeters: amountOf(source["distance_travelled_meters"], LONGEST_METERS),
    spawnDistanceMeters: amountOf(source["distance_travelled_spawn"], LONGEST_METERS),
    spawns: countOf(source["spawn_count"], MOST_TIMES),
    averageSpeed: amountOf(speed["ups_avg"], FASTEST_UNITS),
    peakSpeed: amountOf(speed["ups_peak"], FASTEST_UNITS),
    stanceSeconds: Object.fromEntries(seconds) as Record<Stance, number | null>,
    shovesGiven: timesOf(source["shoves_given"]),
    shovesReceived: timesOf(source["shoves_received"]),
  };
}

function tells({ player: _, stanceSeconds, ...numbers }: PlayerMovement): boolean {
  return [...Object.values(numbers), ...Object.values(stanceSeconds)].some((one) => one !== null);
}

/** A map by level time has an entry for each time. */
function timesOf(map: unknown): number | null {
  const times: JsonObject | null = asObject(map);
  return times === null ? null : Object.keys(times).length;
}
