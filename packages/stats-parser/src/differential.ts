import { absentIn, droppedCounters, readable } from "./counter-reset.ts";
import { asWritten, longerThanRound, measuredTab, type OwnNumbers } from "./own-numbers.ts";
import { fieldKey, PLAYER_FIELDS, type Round2Rule, TAB } from "./player-fields.ts";
import { matchRound1Lines } from "./player-matching.ts";
import type { ParseWarning } from "./result.ts";
import { roundsBase, roundsWentOn } from "./rounds-counter.ts";
import type { PlayerLine, StatsFile } from "./stats-file.ts";
import { REFUNDED_SHOTS, subtractWeapons, weaponTotals } from "./weapon-counts.ts";

/** Within this many seconds of the round: exactly the round (tenths of minutes, and the clock's slack). */
const EQUAL_SECONDS = 9;
/** A Round 1 time below this many minutes cannot be told from none. */
const SHORTEST_ROUND1_MINUTES = 0.3;
/** A difference of times of one tenth of a minute is rounding. */
const ROUNDING_TENTHS = 1;

const withRule = (...rules: Round2Rule[]) =>
  PLAYER_FIELDS.filter((field) => rules.includes(field.round2)).map((field) => field.index);
const SUBTRACTED = withRule("subtract");
/** Fields whose Round 2 value is worked out from both lines' values of that field. */
const DIFFERENCES: readonly number[] = [...SUBTRACTED, TAB.timePlayedPercent];
/** Fields whose Round 2 value needs Round 1's. */
const ENGINE_FIELDS = withRule("subtract", "recompute");
/** Fields that tell whether a player did anything. */
const COUNTED = withRule("subtract", "keep");

/** Round 2 alone, and what was odd about getting there. */
export interface DifferentialResult {
  readonly players: readonly OwnNumbers[];
  readonly warnings: readonly ParseWarning[];
}

/**
 * Takes Round 1 off a Round 2 file, player by player. The engine carries its session counters into
 * Round 2 (damage, weapons, time), the scripts begin theirs anew (XP, sprees, revives), and who
 * reconnected has nothing carried over; see docs/formats/stats-file.md, "Round 2". A Round 1 into which
 * the counters of an earlier try ran on is treated alike: then that try is `round1`.
 * `roundSeconds`: the measured length of Round 2, or null. Players who were connected but did not
 * play Round 2 (every number 0) are left out.
 */
export function subtractRound1(
  round2: StatsFile,
  round1: StatsFile,
  roundSeconds: number | null,
): DifferentialResult {
  const warnings: ParseWarning[] = [];
  const partners = matchRound1Lines(round2.lines, round1.lines);
  const base = roundsBase(round1);
  const pairs = round2.lines.map((line, i): Pair => {
    const one = partners[i] ?? null;
    const wentOn = roundsWentOn(line, one, base);
    return { line, one, wentOn, dropped: one === null ? [] : droppedCounters(line, one) };
  });
  const shared = pairs.filter((pair) => pair.one !== null);
  const counterUsable = pairs.some((pair) => pair.wentOn);
  const clearedForAll =
    !counterUsable && shared.filter((pair) => pair.dropped.length > 0).length * 2 > shared.length;
  const evidence: Evidence = {
    roundSeconds,
    longestSeconds: roundSeconds ?? round2.header.timeLimitSeconds,
    counterUsable,
    clearedForAll,
    round1Incomplete: round1.rejectedLines > 0,
  };

  const players: OwnNumbers[] = [];
  let resets = 0;
  for (const pair of pairs) {
    const reset = resetEvidence(pair, evidence);
    if (pair.one !== null && reset !== null) resets++;
    const own =
      pair.one === null
        ? newcomer(pair, evidence)
        : reset !== null
          ? asWritten(pair.line, pair.one, [`counter_reset:${reset}`])
          : difference(pair.line, pair.one, warnings);
    if (pair.one === null || !isGhost(own)) players.push(own);
  }
  if (resets * 2 > shared.length) {
    const message = `${resets} of ${shared.length} players have counters that began anew after ${round1.name}`;
    warnings.push({ code: "differential_unreliable", message });
  }
  return { players, warnings };
}

interface Pair {
  readonly line: PlayerLine;
  readonly one: PlayerLine | null;
  /** His `rounds` is above what it was in Round 1. */
  readonly wentOn: boolean;
  readonly dropped: readonly string[];
}

interface Evidence {
  readonly roundSeconds: number | null;
  /** The same, or where it is unknown the time limit: the round was no longer than that. */
  readonly longestSeconds: number | null;
  /** Somebody's `rounds` went on, so it means something that another's did not. */
  readonly counterUsable: boolean;
  readonly clearedForAll: boolean;
  readonly round1Incomplete: boolean;
}

/**
 * What proves that a player's Round 2 line does not hold his Round 1: the fields of the
 * `counter_reset` flag, or null when Round 1 is to be subtracted. First rule that applies.
 */
function resetEvidence(pair: Pair, evidence: Evidence): string | null {
  const { line, one, dropped } = pair;
  if (one === null) return null;
  if (evidence.clearedForAll) return dropped.length > 0 ? dropped.join(",") : "rounds";
  if (evidence.counterUsable && !pair.wentOn) {
    const bothRounds = dropped.length === 0 && longerThanRound(line, evidence.longestSeconds);
    return bothRounds ? null : "rounds";
  }
  const tooLong = longerThanRound(line, evidence.roundSeconds);
  if (tooLong) return null;
  if (dropped.length > 0) return dropped.join(",");
  const playedRound1 = one.tab !== null && minutesOf(one) >= SHORTEST_ROUND1_MINUTES;
  const apart = Math.abs(minutesOf(line) * 60 - (evidence.roundSeconds ?? 0));
  if (tooLong === false && playedRound1 && apart <= EQUAL_SECONDS) return "time_equals_round";
  return null;
}

function minutesOf(line: PlayerLine): number {
  return line.tab?.[TAB.timePlayedMinutes] ?? 0;
}

/** No Round 1 line: the numbers are Round 2's, unless the time says that he was there before. */
function newcomer(pair: Pair, evidence: Evidence): OwnNumbers {
  const { line } = pair;
  if (!longerThanRound(line, evidence.roundSeconds)) return asWritten(line);
  // His Round 1 line was lost, or he had none because he never fired or died: then only time is too long.
  if (evidence.round1Incomplete) return asWritten(line, null, ["cumulative"]);
  return asWritten(line, null, [], evidence.roundSeconds);
}

function difference(line: PlayerLine, one: PlayerLine, warnings: ParseWarning[]): OwnNumbers {
  const flags = [...line.flags];
  const weapons = subtractWeapons(line, one);
  const lower: string[] = weapons.lower ? ["weapons"] : [];
  const { deaths } = weaponTotals(weapons.counts);
  const tab = differenceOfTabs(line, one, deaths, flags, lower);
  if (lower.length > 0) {
    flags.push("negative_difference");
    const message = `${line.name}: lower than in Round 1, taken as 0: ${lower.join(", ")}`;
    warnings.push({ code: "negative_difference", message, line: line.line });
  }
  return { line, round1: one, tab, weapons: weapons.counts, flags, capSeconds: null };
}

function differenceOfTabs(
  line: PlayerLine,
  one: PlayerLine,
  deaths: number,
  flags: string[],
  lower: string[],
): (number | null)[] | null {
  const two = line.tab;
  const before = one.tab;
  if (two === null) return null;
  const tab: (number | null)[] = [...(measuredTab(line) ?? [])];
  if (before === null) {
    for (const index of ENGINE_FIELDS) tab[index] = null;
    return tab;
  }
  for (const index of SUBTRACTED) {
    const tenths = Math.round(((two[index] as number) - (before[index] as number)) * 10);
    const rounding =
      index === TAB.timePlayedMinutes
        ? ROUNDING_TENTHS
        : index === TAB.bulletsFired
          ? REFUNDED_SHOTS * 10
          : 0;
    if (tenths < -rounding && readable(index, line, one)) lower.push(fieldKey(index));
    tab[index] = tenths > 0 ? tenths / 10 : 0;
  }
  const absent = (index: number) => absentIn(index, line, one);
  const garbled = DIFFERENCES.filter((index) => !absent(index) && !readable(index, line, one));
  for (const index of garbled) {
    tab[index] = 0;
    const flag = `bad_field:${fieldKey(index)}`;
    if (!flags.includes(flag)) flags.push(flag);
  }
  const timed =
    !garbled.includes(TAB.timePlayedMinutes) && !garbled.includes(TAB.timePlayedPercent);
  tab[TAB.timePlayedPercent] = timed ? alivePercent(two, before) : 0;
  tab[TAB.tankMeatshield] = tankMeatshield(tab[TAB.damageReceived] ?? 0, deaths);
  for (const index of ENGINE_FIELDS) if (absent(index)) tab[index] = null;
  if (absent(TAB.timePlayedMinutes)) tab[TAB.timePlayedPercent] = null;
  return tab;
}

/** Alive time in percent of Round 2's own time, from the two cumulative percentages. */
function alivePercent(two: readonly number[], one: readonly number[]): number {
  const minutes2 = two[TAB.timePlayedMinutes] as number;
  const minutes1 = one[TAB.timePlayedMinutes] as number;
  if (minutes2 <= minutes1) return 0;
  const alive2 = (two[TAB.timePlayedPercent] as number) * minutes2;
  const alive1 = (one[TAB.timePlayedPercent] as number) * minutes1;
  const percent = (alive2 - alive1) / (minutes2 - minutes1);
  return Math.round(Math.min(100, Math.max(0, percent)) * 10) / 10;
}

/**
 * The writer's Tank/Meatshield: damage received for each death ÷ 130, one decimal; 0 up to 1000 HP
 * and up to a result of 3. Without deaths: (received + 1) ÷ 130.
 */
export function tankMeatshield(damageReceived: number, deaths: number): number {
  if (damageReceived <= 1000) return 0;
  const ratio = (deaths > 0 ? damageReceived / deaths : damageReceived + 1) / 130;
  return ratio > 3 ? Math.round(ratio * 10) / 10 : 0;
}

/** Connected in warmup, or spectating: nothing of Round 2 is in the line. */
function isGhost(own: OwnNumbers): boolean {
  if (own.weapons.weapons.some((number) => number !== 0)) return false;
  const { tab } = own;
  if (tab === null) return true;
  return COUNTED.every((index) => {
    const limit = index === TAB.timePlayedMinutes ? ROUNDING_TENTHS / 10 : 0;
    return Math.abs(tab[index] ?? 0) <= limit;
  });
}
