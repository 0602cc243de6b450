import type { Side } from "../stats-file.ts";

// What happened in a round, in time. Filled from the gamelog of a league's round report; movement
// files tell the same and may fill it too. Times are milliseconds since the round began, places are
// game units, players are whole GUIDs (32 characters, upper case).

/** What a player can play as. */
export type PlayerClass = "soldier" | "medic" | "engineer" | "fieldops" | "covertops";

/** A place on the map: x, y, z in game units. */
export type Place = readonly [x: number, y: number, z: number];

/** One death by another's hand or one's own. */
export interface KillEvent {
  readonly atMs: number;
  /** `kill` of an enemy, `team_kill`, `self_kill` (the world's hand included). */
  readonly kind: "kill" | "team_kill" | "self_kill";
  /** Null: the world, or nobody who is known. */
  readonly killer: string | null;
  readonly victim: string;
  /** Number of the game's means of death (ET: Legacy); null when not told. */
  readonly meansOfDeath: number | null;
  readonly killerClass: PlayerClass | null;
  readonly victimClass: PlayerClass | null;
  /** HP that the killer had left. */
  readonly killerHealth: number | null;
  readonly killerPlace: Place | null;
  readonly victimPlace: Place | null;
  /** Between the two places, game units; null when one is not known. */
  readonly distance: number | null;
  /** Men alive on each side, as told with this event. */
  readonly axisAlive: number | null;
  readonly alliesAlive: number | null;
  /** Seconds until the killer's and the victim's side spawns next. */
  readonly killerReinforcementSeconds: number | null;
  readonly victimReinforcementSeconds: number | null;
}

/** What was done to an objective. */
export type ObjectiveAction =
  | "planted"
  | "defused"
  | "destroyed"
  | "repaired"
  | "taken"
  | "secured"
  | "returned"
  | "carrier_killed"
  | "flag_captured"
  | "escorted"
  | "other";

/** Something that happened to an objective of the map. */
export interface ObjectiveEvent {
  readonly atMs: number;
  readonly action: ObjectiveAction;
  /** The map script's word for it; may be empty. */
  readonly objective: string;
  /** Null: not told. */
  readonly player: string | null;
  /** Who carried it, where a carrier was killed. */
  readonly victim: string | null;
  readonly meansOfDeath: number | null;
}

/** A teammate brought back. */
export interface ReviveEvent {
  readonly atMs: number;
  readonly medic: string;
  readonly revived: string;
}

/** Where bullets of a player hit others. `none`: a dead body, splash or a first hit; no miss. */
export type HitRegion = "head" | "arms" | "body" | "legs" | "none";

/** Hits and damage of one player on one part of others' bodies. */
export interface HitRegionCount {
  readonly player: string;
  readonly region: HitRegion;
  readonly hits: number;
  /** HP. */
  readonly damage: number;
}

/** How long a player played a class. */
export interface ClassTime {
  readonly player: string;
  readonly side: Side | null;
  readonly playerClass: PlayerClass;
  /** From the spawn or change to this class to the next one or the end of the round, ms. */
  readonly playedMs: number;
  /** Spawns as this class. */
  readonly spawns: number;
}

/** The events of one round, each list in order of time. */
export interface RoundEvents {
  readonly kills: readonly KillEvent[];
  readonly objectives: readonly ObjectiveEvent[];
  readonly revives: readonly ReviveEvent[];
  readonly hitRegions: readonly HitRegionCount[];
  readonly classes: readonly ClassTime[];
}
