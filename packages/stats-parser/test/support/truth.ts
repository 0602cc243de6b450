import type { PlayerRound } from "../../src/index.ts";

/** The numbers of a player's round that truth knows, by the property that shows each. */
const TRUE_NUMBERS = {
  kills: "kills",
  deaths: "deaths",
  damageGiven: "damage_given",
  damageReceived: "damage_received",
  headshots: "headshot_hits",
  shots: "shots",
  hits: "hits",
  gibs: "gibs",
  selfKills: "self_kills",
  teamKills: "team_kills",
  teamDamageGiven: "team_damage_given",
  teamDamageReceived: "team_damage_received",
  revivesGiven: "revives_given",
  timesRevived: "times_revived",
  xp: "xp",
  dynamitesPlanted: "dyn_planted",
  dynamitesDefused: "dyn_defused",
} as const satisfies Partial<Record<keyof PlayerRound, string>>;

type TrueNumber = (typeof TRUE_NUMBERS)[keyof typeof TRUE_NUMBERS];
type Numbers = Readonly<Record<TrueNumber, number>>;

/** A player in a round as the simulated server knew him. */
export interface TruePlayer extends Numbers {
  readonly guid: string;
  readonly name: string;
  readonly bot?: boolean;
  readonly side: number;
  readonly present_at_end: boolean;
  readonly time_team_ms: number;
  /** After a reconnect within the round: what the files can still show. */
  readonly recoverable?: Numbers | null;
}

/** A round as the simulated server played it. */
export interface TrueRound {
  readonly map: string;
  readonly round: 1 | 2;
  readonly files: { readonly stats: string | null };
  readonly players: readonly TruePlayer[];
  readonly duration_ms: number;
  readonly winner_side: number;
  readonly defender_side: number;
  readonly fullhold: boolean;
  readonly surrender: boolean;
  readonly surrender_side: number;
  readonly aborted: boolean;
  readonly end_reason: string;
}

/** `truth.json` of a session or an edge case. */
export interface Truth {
  readonly rounds: readonly TrueRound[];
}

/** Truth writes each name byte as one character: the raw name as a parser decodes it. */
export function trueName(name: string): string {
  const bytes = Buffer.from(name, "latin1");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** The row of a true player: by GUID8, and by name where several rows have it. */
export function rowOf(rows: readonly PlayerRound[], player: TruePlayer): PlayerRound | undefined {
  const named = (row: PlayerRound) => row.rawName === trueName(player.name);
  const guid = player.guid.slice(0, 8).toUpperCase();
  const same = rows.filter((row) => row.guid === guid);
  return same.find(named) ?? (player.bot ? rows.find(named) : same[0]);
}

/** Properties in which a row differs from the truth, as `name: got ≠ true`; empty when exact. */
export function differences(row: PlayerRound, truth: Numbers): string[] {
  return Object.entries(TRUE_NUMBERS).flatMap(([property, key]) => {
    const got = row[property as keyof typeof TRUE_NUMBERS];
    return got === truth[key] ? [] : [`${property}: ${got} ≠ ${truth[key]}`];
  });
}
