import { tankMeatshield } from "./differential.ts";
import { killRatio, percent, perMinute } from "./player-round.ts";
import type { PlayerRound, RoundStats, WeaponRound } from "./round-stats.ts";
import type { RoundNumber } from "./stats-file.ts";

/** One player's numbers over the rounds of a match that he played. */
export interface PlayerMatch extends Omit<PlayerRound, "side" | "roundsHint" | "rawTab"> {
  readonly rounds: readonly RoundNumber[];
}

/** Both rounds of one map together. */
export interface MatchSummary {
  readonly map: string;
  readonly rounds: readonly RoundNumber[];
  /** Play time of the rounds, seconds; null when that of one is unknown. */
  readonly durationSeconds: number | null;
  /** Round 1's players first; those who left or came between the rounds included. */
  readonly players: readonly PlayerMatch[];
}

const SUMMED = [
  "damageGiven",
  "damageReceived",
  "teamDamageGiven",
  "teamDamageReceived",
  "gibs",
  "selfKills",
  "teamKills",
  "teamGibs",
  "revivesGiven",
  "timesRevived",
  "xp",
  "timePlayedSeconds",
  "timeDeadMinutes",
  "killAssists",
  "killSteals",
  "headshotKills",
  "objectivesStolen",
  "objectivesReturned",
  "dynamitesPlanted",
  "dynamitesDefused",
  "bulletsFired",
  "usefulKills",
  "uselessKills",
  "deniedPlaytimeSeconds",
  "doubleKills",
  "tripleKills",
  "quadKills",
  "multiKills",
  "megaKills",
  "fullSelfKills",
  "constructions",
] as const satisfies readonly (keyof PlayerRound)[];

/**
 * Adds up the rounds of a match; either may be null. Both must hold their own numbers alone, as
 * `roundStats` makes them. Counters and times are summed, sprees are the better round's, ratios
 * follow from the sums. Players are the same by GUID8, and by clean name where the GUID8 is shared.
 */
export function matchSummary(round1: RoundStats | null, round2: RoundStats | null): MatchSummary {
  const rounds = [round1, round2].filter((round) => round !== null);
  const players = new Map<string, { rows: PlayerRound[]; rounds: RoundNumber[] }>();
  for (const round of rounds) {
    const seen = new Map<string, number>();
    for (const row of round.players) {
      const key = identity(row, seen);
      const player = players.get(key) ?? { rows: [], rounds: [] };
      player.rows.push(row);
      player.rounds.push(round.round);
      players.set(key, player);
    }
  }
  return {
    map: rounds[0]?.map ?? "",
    rounds: rounds.map((round) => round.round),
    durationSeconds: rounds.reduce<number | null>(
      (sum, { durationSeconds }) =>
        sum === null || durationSeconds === null ? null : sum + durationSeconds,
      0,
    ),
    players: [...players.values()].map((player) => addRows(player.rows, player.rounds)),
  };
}

/** Bots and humans who share a GUID8 are told apart by name, equal names by their order. */
function identity(row: PlayerRound, seen: Map<string, number>): string {
  const named = row.bot || row.flags.includes("guid8_shared");
  const key = named ? `${row.guid} ${row.name}` : row.guid;
  const before = seen.get(key) ?? 0;
  seen.set(key, before + 1);
  return `${key} ${before}`;
}

function addRows(rows: readonly PlayerRound[], rounds: readonly RoundNumber[]): PlayerMatch {
  const { side: _side, roundsHint: _hint, rawTab: _tab, ...last } = rows.at(-1) as PlayerRound;
  const sum = (key: (typeof SUMMED)[number]) => add(rows.map((row) => row[key]));
  const total = (key: "kills" | "deaths" | "headshots" | "shots" | "hits") =>
    rows.reduce((value, row) => value + row[key], 0);
  const kills = total("kills");
  const deaths = total("deaths");
  const shots = total("shots");
  const hits = total("hits");
  const sums = Object.fromEntries(SUMMED.map((key) => [key, sum(key)])) as Record<
    (typeof SUMMED)[number],
    number | null
  >;
  const seconds = sums.timePlayedSeconds;
  const dead = sums.timeDeadMinutes;
  return {
    ...last,
    ...sums,
    kills,
    deaths,
    headshots: total("headshots"),
    shots,
    hits,
    timeDeadRatio:
      seconds === null || dead === null ? null : oneDecimal(percent(dead * 60, seconds)),
    timePlayedPercent: alivePercent(rows),
    tankMeatshield:
      sums.damageReceived === null || rows.every((row) => row.tankMeatshield === null)
        ? null
        : tankMeatshield(sums.damageReceived, deaths),
    killingSpreeBest: best(rows.map((row) => row.killingSpreeBest)),
    deathSpreeWorst: best(rows.map((row) => row.deathSpreeWorst)),
    kdRatio: killRatio(kills, deaths),
    dpm: perMinute(sums.damageGiven, seconds),
    efficiency: percent(kills, kills + deaths),
    accuracy: Math.min(100, percent(hits, shots)),
    weapons: addWeapons(rows),
    flags: [...new Set(rows.flatMap((row) => row.flags))],
    rounds,
  };
}

function add(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}

function best(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : Math.max(...known);
}

/** Weighted by time on a team. */
function alivePercent(rows: readonly PlayerRound[]): number | null {
  let alive = 0;
  let seconds = 0;
  for (const { timePlayedPercent, timePlayedSeconds } of rows) {
    if (timePlayedPercent === null || timePlayedSeconds === null) continue;
    alive += timePlayedPercent * timePlayedSeconds;
    seconds += timePlayedSeconds;
  }
  if (rows.every((row) => row.timePlayedPercent === null)) return null;
  return seconds > 0 ? oneDecimal(alive / seconds) : 0;
}

function oneDecimal(value: number): number {
  return Math.round(value * 10) / 10;
}

function addWeapons(rows: readonly PlayerRound[]): WeaponRound[] {
  const weapons = new Map<string, WeaponRound>();
  for (const row of rows.flatMap((player) => player.weapons)) {
    const before = weapons.get(row.weapon);
    weapons.set(row.weapon, {
      weapon: row.weapon,
      hits: row.hits + (before?.hits ?? 0),
      shots: row.shots + (before?.shots ?? 0),
      kills: row.kills + (before?.kills ?? 0),
      deaths: row.deaths + (before?.deaths ?? 0),
      headshots: row.headshots + (before?.headshots ?? 0),
    });
  }
  return [...weapons.values()];
}
