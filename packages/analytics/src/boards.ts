import type { MetricKey } from "./metrics.ts";

/** A leaderboard: its metric and what a row shows beside it. */
export interface Board {
  readonly metric: MetricKey;
  readonly shows: readonly MetricKey[];
}

const board = <Key extends MetricKey>(metric: Key, ...shows: MetricKey[]) => ({ metric, shows });

/** All leaderboards, in the order of their menu. */
export const BOARDS = {
  kills: board("kills", "kd", "games"),
  kd: board("kd", "kills", "deaths", "games"),
  dpm: board("dpm", "kills", "games"),
  accuracy: board("accuracy", "kills", "games"),
  headshots: board("headshots", "headshotKills", "games"),
  headshotHits: board("headshotHits", "headHits", "games"),
  games: board("games", "kills", "kd"),
  revives: board("revives", "kills", "games"),
  gibs: board("gibs", "kills", "games"),
  objectives: board("objectives", "dynamitesPlanted", "dynamitesDefused", "games"),
  efficiency: board("efficiency", "kills", "games"),
  teamwork: board("teamwork", "teamDamage", "games"),
  multikills: board("multikills", "megaKills", "games"),
  grenades: board("grenades", "grenadeAccuracy", "grenadeArea", "games"),
  damage: board("damage", "dpm", "games"),
} as const satisfies Partial<Record<MetricKey, Board>>;

/** A leaderboard by name. */
export type BoardKey = keyof typeof BOARDS;

/** All board names. */
export const BOARD_KEYS = Object.keys(BOARDS) as BoardKey[];

/** Whether there is a leaderboard of this name. */
export function isBoard(key: string): key is BoardKey {
  return Object.hasOwn(BOARDS, key);
}

/** From this many hits for each kill a grenade thrower gets a flame. */
export const GRENADE_AREA_FLAME = 3;
