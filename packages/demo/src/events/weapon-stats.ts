import type { Dialect } from "../game/dialect.ts";
import { STATS_WEAPONS } from "../game/weapons.ts";
import type { Untimed } from "./demo-event.ts";

/** What somebody did with one weapon. */
export interface WeaponStats {
  readonly weapon: string;
  readonly hits: number;
  readonly shots: number;
  readonly kills: number;
  readonly deaths: number;
  readonly headshots: number;
}

/** What somebody did so far; only where there is a weapon. */
export interface StatsTotals {
  readonly damageGiven: number;
  readonly damageReceived: number;
  readonly teamDamageGiven: number;
  readonly teamDamageReceived: number;
  readonly gibs: number;
  /** Null where the version does not count them. */
  readonly assists: number | null;
  readonly selfKills: number;
  readonly teamKills: number;
  readonly teamGibs: number;
  /** Percent of the round. */
  readonly playTime: number;
}

/** The statistics of one player, as the server sent them on request or at the end of a round. */
export interface WeaponStatsEvent {
  readonly serverTime: number;
  readonly commandSequence: number;
  readonly type: "weaponStats";
  readonly command: string;
  readonly client: number;
  readonly rounds: number;
  readonly weapons: readonly WeaponStats[];
  /** Null without a weapon, and from mods other than ET: Legacy. */
  readonly totals: StatsTotals | null;
  /** The numbers behind these, as they came: skills, rating, prestige. */
  readonly rest: readonly number[];
}

/**
 * `ws CLIENT ROUNDS WEAPONS`, then five numbers for each bit of the mask of weapons, then in ET: Legacy
 * the totals. `wws` and `gstats` are alike. Null for what is none.
 */
export function weaponStatsOf(
  words: readonly string[],
  commandSequence: number,
  dialect: Dialect,
): Untimed<WeaponStatsEvent> | null {
  const [command = ""] = words;
  const numbers = words.slice(1).map(Number);
  if (numbers.length < 3 || numbers.some((number) => !Number.isFinite(number))) return null;
  let at = 0;
  const next = () => numbers[at++] ?? 0;
  const [client, rounds, mask] = [next(), next(), next()];
  const weapons: WeaponStats[] = [];
  for (const [bit, weapon] of STATS_WEAPONS.entries()) {
    if (Math.floor(mask / 2 ** bit) % 2 !== 1) continue;
    const [hits, shots, kills, deaths, headshots] = [next(), next(), next(), next(), next()];
    weapons.push({ weapon, hits, shots, kills, deaths, headshots });
  }
  const hasTotals = weapons.length > 0 && dialect.statsHaveTotals;
  const totals = hasTotals ? totalsOf(next, dialect.statsHaveAssists) : null;
  if (at > numbers.length) return null;
  const rest = numbers.slice(at);
  return { commandSequence, type: "weaponStats", command, client, rounds, weapons, totals, rest };
}

function totalsOf(next: () => number, hasAssists: boolean): StatsTotals {
  const [damageGiven, damageReceived] = [next(), next()];
  const [teamDamageGiven, teamDamageReceived] = [next(), next()];
  const gibs = next();
  const assists = hasAssists ? next() : null;
  const [selfKills, teamKills, teamGibs, playTime] = [next(), next(), next(), next()];
  return {
    damageGiven,
    damageReceived,
    teamDamageGiven,
    teamDamageReceived,
    gibs,
    assists,
    selfKills,
    teamKills,
    teamGibs,
    playTime,
  };
}
