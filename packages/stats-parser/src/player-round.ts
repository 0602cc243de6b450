import { LONGER_SECONDS, measuredTab, type OwnNumbers, ownSeconds } from "./own-numbers.ts";
import { TAB } from "./player-fields.ts";
import type { PlayerRound } from "./round-stats.ts";
import type { Side, StatsHeader } from "./stats-file.ts";
import { weaponRows, weaponTotals } from "./weapon-counts.ts";

/** A time this close to the round's is the whole round: files count tenths of minutes. */
const SNAP_SECONDS = 7;
/** A time this much shorter than the round covers a part of it. */
const PARTIAL_SECONDS = 10;

/**
 * A player's row of a round from his numbers of that round alone. `roundSeconds`: the round's
 * duration, null when unknown or when the times are not the round's (aborted). `deadMeasured`: the
 * writer of the file counts time dead once ({@link countsDeadTime}).
 */
export function playerRound(
  own: OwnNumbers,
  roundSeconds: number | null,
  deadMeasured: boolean,
  extraFlags: readonly string[],
): PlayerRound {
  const { line, tab } = own;
  const at = (index: number): number | null => tab?.[index] ?? null;
  const flags = extraFlags.length === 0 ? [...own.flags] : [...own.flags, ...extraFlags];
  const { kills, deaths, shots, hits, headshots } = weaponTotals(own.weapons);
  const damageGiven = at(TAB.damageGiven);
  const headshotKills = at(TAB.headshotKills);
  if (headshotKills !== null && headshotKills > kills) flags.push("hs_kills_gt_kills");
  const timePlayedSeconds = settleTime(
    own,
    flags.includes("cumulative") ? null : roundSeconds,
    flags,
  );
  const [timeDeadMinutes, timeDeadRatio] = settleDeadTime(
    deadMeasured ? at(TAB.timeDeadMinutes) : null,
    timePlayedSeconds,
    flags,
  );
  return {
    guid: line.guid,
    name: line.name,
    rawName: line.rawName,
    side: sideOf(own),
    bot: line.bot,
    kills,
    deaths,
    damageGiven,
    damageReceived: at(TAB.damageReceived),
    teamDamageGiven: at(TAB.teamDamageGiven),
    teamDamageReceived: at(TAB.teamDamageReceived),
    headshots,
    shots,
    hits,
    gibs: at(TAB.gibs),
    selfKills: at(TAB.selfKills),
    teamKills: at(TAB.teamKills),
    teamGibs: at(TAB.teamGibs),
    revivesGiven: at(TAB.revivesGiven),
    timesRevived: at(TAB.timesRevived),
    xp: at(TAB.xp),
    timePlayedSeconds,
    timeDeadMinutes,
    timeDeadRatio,
    timePlayedPercent: percentOf(at(TAB.timePlayedPercent)),
    killAssists: at(TAB.killAssists),
    killSteals: at(TAB.killSteals),
    headshotKills,
    objectivesStolen: at(TAB.objectivesStolen),
    objectivesReturned: at(TAB.objectivesReturned),
    dynamitesPlanted: at(TAB.dynamitesPlanted),
    dynamitesDefused: at(TAB.dynamitesDefused),
    bulletsFired: line.absent.includes(TAB.bulletsFired) ? shots : at(TAB.bulletsFired),
    tankMeatshield: at(TAB.tankMeatshield),
    usefulKills: at(TAB.usefulKills),
    uselessKills: at(TAB.uselessKills),
    deniedPlaytimeSeconds: at(TAB.deniedPlaytime),
    doubleKills: at(TAB.multikill2),
    tripleKills: at(TAB.multikill3),
    quadKills: at(TAB.multikill4),
    multiKills: at(TAB.multikill5),
    megaKills: at(TAB.multikill6),
    killingSpreeBest: at(TAB.killingSpree),
    deathSpreeWorst: at(TAB.deathSpree),
    fullSelfKills: at(TAB.fullSelfKills),
    constructions: at(TAB.constructions),
    kdRatio: killRatio(kills, deaths),
    dpm: perMinute(damageGiven, timePlayedSeconds),
    efficiency: percent(kills, kills + deaths),
    accuracy: Math.min(100, percent(hits, shots)),
    weapons: weaponRows(own.weapons),
    flags,
    roundsHint: line.rounds,
    rawTab: measuredTab(line),
  };
}

/** Kills for each death; without deaths the kills. */
export function killRatio(kills: number, deaths: number): number {
  return deaths > 0 ? kills / deaths : kills;
}

/** A number a minute from a time in seconds; 0 without either. */
export function perMinute(value: number | null, seconds: number | null): number {
  return value !== null && seconds !== null && seconds > 0 ? (value * 60) / seconds : 0;
}

/** A share in percent, 0 of nothing. */
export function percent(part: number, whole: number): number {
  return whole > 0 ? (part / whole) * 100 : 0;
}

function percentOf(value: number | null): number | null {
  return value === null ? null : Math.min(100, value);
}

/** Spectators at the end keep the numbers; their side is the other one of Round 1's, if known. */
function sideOf(own: OwnNumbers): Side | null {
  const { side } = own.line;
  if (side === 1 || side === 2) return side;
  const before = own.round1?.side;
  return before === 1 ? 2 : before === 2 ? 1 : null;
}

/**
 * The time of a row. A writer that tells none leaves the round's; and nobody plays longer than the round:
 * older engines count pauses as time played.
 */
function settleTime(own: OwnNumbers, roundSeconds: number | null, flags: string[]): number | null {
  const seconds = ownSeconds(own);
  if (roundSeconds === null) return seconds;
  if (seconds === null) {
    if (!own.line.absent.includes(TAB.timePlayedMinutes)) return null;
    flags.push("time_from_round");
    return roundSeconds;
  }
  const missing = roundSeconds - seconds;
  if (missing < -LONGER_SECONDS) {
    flags.push("pause_in_time");
    return roundSeconds;
  }
  if (missing > PARTIAL_SECONDS) flags.push("partial_time");
  if (missing === 0 || Math.abs(missing) > SNAP_SECONDS) return seconds;
  flags.push("time_snapped_to_round");
  return roundSeconds;
}

/**
 * Whether the writer of a file measures time dead. The old ones, whose header has eight fields, add the
 * time of every death again at each of their snapshots, every 5 s: what they write is no time.
 */
export function countsDeadTime({ fields }: Pick<StatsHeader, "fields">): boolean {
  return fields !== 8;
}

/** Minutes dead, never more than played, and their share in percent with one decimal. */
function settleDeadTime(
  minutes: number | null,
  playedSeconds: number | null,
  flags: string[],
): [minutes: number | null, ratio: number | null] {
  if (minutes === null || playedSeconds === null) return [minutes, null];
  const played = playedSeconds / 60;
  if (minutes > played) flags.push("time_dead_capped");
  const dead = Math.min(minutes, played);
  return [dead, Math.round(percent(dead, played) * 10) / 10];
}
