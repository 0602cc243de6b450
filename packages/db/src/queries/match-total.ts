import type { WeaponRound } from "@slomix/stats-parser";
import type { TeamLetter } from "@slomix/stopwatch";
import { accuracy, dpm, efficiency, kdRatio, percent } from "./ratios.ts";
import { byFileOrder, type RoundPlayerStats } from "./round-players.ts";

/** One player's numbers over both rounds of a match. Null: no line of the player had a tab part. */
export interface MatchPlayer
  extends Omit<RoundPlayerStats, "side" | "roundsHint" | "timePlayedPercent"> {
  /** Rounds of the match with numbers of this player: 1 or 2. */
  readonly rounds: number;
  /** Alive time in percent of team time, over both rounds. */
  readonly timePlayedPercent: number | null;
}

/** Counters and seconds: the match's value is the sum of its rounds. */
const SUMMED = [
  "kills",
  "deaths",
  "damageGiven",
  "damageReceived",
  "teamDamageGiven",
  "teamDamageReceived",
  "headshots",
  "shots",
  "hits",
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
] as const satisfies readonly (keyof MatchPlayer)[];

/** Records: the better round counts, a spree does not go on over the break. */
const GREATEST = [
  "killingSpreeBest",
  "deathSpreeWorst",
] as const satisfies readonly (keyof MatchPlayer)[];

/**
 * A match's numbers from its rounds: counters are added, sprees are the longer of the two, ratios
 * are made anew from the sums. Who played one round only is in it too. Give it valid rounds only:
 * the numbers of an orphan Round 2 already hold Round 1. Most damage first.
 */
export function matchTotal(rounds: readonly (readonly RoundPlayerStats[])[]): MatchPlayer[] {
  const lines = new Map<string, RoundPlayerStats[]>();
  for (const round of rounds)
    for (const player of round) {
      // Bots share their GUID, and one name stands for one bot.
      const key = player.bot ? `${player.guid} ${player.name}` : player.guid;
      lines.set(key, [...(lines.get(key) ?? []), player]);
    }
  return [...lines.values()]
    .map(playerTotal)
    .sort((a, b) => (b.damageGiven ?? 0) - (a.damageGiven ?? 0) || (a.guid < b.guid ? -1 : 1));
}

function playerTotal(lines: readonly RoundPlayerStats[]): MatchPlayer {
  const last = lines[lines.length - 1] as RoundPlayerStats;
  const { side: _, roundsHint: __, ...rest } = last;
  const total: { -readonly [K in keyof MatchPlayer]: MatchPlayer[K] } = {
    ...rest,
    rounds: lines.length,
  };
  for (const key of SUMMED) Object.assign(total, { [key]: folded(lines, key, (a, b) => a + b) });
  for (const key of GREATEST) Object.assign(total, { [key]: folded(lines, key, Math.max) });
  const seconds = total.timePlayedSeconds ?? 0;
  total.team = teamOf(lines);
  total.kdRatio = kdRatio(total.kills, total.deaths);
  total.dpm = dpm(total.damageGiven ?? 0, seconds);
  total.efficiency = efficiency(total.kills, total.deaths);
  total.accuracy = accuracy(total.hits, total.shots);
  total.timeDeadRatio =
    total.timeDeadMinutes === null
      ? null
      : Math.min(100, round1(percent(total.timeDeadMinutes * 60, seconds)));
  total.timePlayedPercent = alivePercent(lines);
  total.tankMeatshield = last.tankMeatshield === null ? null : tankMeatshield(total);
  total.weapons = weaponTotal(lines);
  total.flags = [...new Set(lines.flatMap((line) => line.flags))];
  return total;
}

type NumberKey = (typeof SUMMED)[number] | (typeof GREATEST)[number];

/** Over the lines that have the number; null when none has. */
function folded(
  lines: readonly RoundPlayerStats[],
  key: NumberKey,
  fold: (a: number, b: number) => number,
): number | null {
  const values = lines.flatMap((line) => line[key] ?? []);
  if (values.length === 0) return null;
  // Sums of tenths are not tenths in binary.
  return Math.round(values.reduce((a, b) => fold(a, b)) * 1000) / 1000;
}

/** The team of both rounds; null when they differ or neither is known. */
function teamOf(lines: readonly RoundPlayerStats[]): TeamLetter | null {
  const teams = new Set(lines.flatMap((line) => line.team ?? []));
  return teams.size === 1 ? ([...teams][0] ?? null) : null;
}

/** Alive time over team time of both rounds, each weighed by its length. */
function alivePercent(lines: readonly RoundPlayerStats[]): number | null {
  let alive = 0;
  let seconds = 0;
  for (const line of lines) {
    if (line.timePlayedPercent === null || line.timePlayedSeconds === null) continue;
    alive += line.timePlayedPercent * line.timePlayedSeconds;
    seconds += line.timePlayedSeconds;
  }
  return seconds > 0 ? round1(Math.min(100, alive / seconds)) : null;
}

/** As the game script counts it: damage taken for each death ÷ 130, from 1000 damage and above 3 only. */
function tankMeatshield(p: {
  readonly damageReceived: number | null;
  readonly deaths: number;
}): number {
  const received = p.damageReceived ?? 0;
  if (received <= 1000) return 0;
  const ratio = (p.deaths > 0 ? received / p.deaths : received + 1) / 130;
  return ratio > 3 ? round1(ratio) : 0;
}

function weaponTotal(lines: readonly RoundPlayerStats[]): WeaponRound[] {
  const totals = new Map<string, { -readonly [K in keyof WeaponRound]: WeaponRound[K] }>();
  for (const row of lines.flatMap((line) => line.weapons)) {
    const total = totals.get(row.weapon);
    if (!total) {
      totals.set(row.weapon, { ...row });
      continue;
    }
    total.hits += row.hits;
    total.shots += row.shots;
    total.kills += row.kills;
    total.deaths += row.deaths;
    total.headshots += row.headshots;
  }
  return [...totals.values()].sort(byFileOrder);
}

const round1 = (value: number) => Math.round(value * 10) / 10;
