import { droppedCounters, readable } from "./counter-reset.ts";
import { asWritten, type OwnNumbers } from "./own-numbers.ts";
import { PLAYER_FIELDS, TAB } from "./player-fields.ts";
import { matchRound1Lines } from "./player-matching.ts";
import type { ParseWarning } from "./result.ts";
import type { PlayerLine, StatsFile } from "./stats-file.ts";
import { COLUMN, sumColumn, type WeaponGrid, weaponGrid } from "./weapon-grid.ts";

/** Longer than the round by this many seconds: Round 1 is in the number. */
const LONGER_SECONDS = 12;
/** Within this many seconds of the round: exactly the round (tenths of minutes, and the clock's slack). */
const EQUAL_SECONDS = 9;
/** A Round 1 time below this many minutes cannot be told from none. */
const SHORTEST_ROUND1_MINUTES = 0.3;
/** A difference of times up to this many minutes is rounding. */
const ROUNDING_MINUTES = 0.1;

/** Round 2 alone, and what was odd about getting there. */
export interface DifferentialResult {
  readonly players: readonly OwnNumbers[];
  readonly warnings: readonly ParseWarning[];
}

/**
 * Takes Round 1 off a Round 2 file, player by player. The engine carries its session counters into
 * Round 2 (damage, weapons, time), the scripts begin theirs anew (XP, sprees, revives), and who
 * reconnected has nothing carried over; see docs/formats/stats-file.md, "Round 2".
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
  const pairs = round2.lines.map((line, i): Pair => {
    const one = partners[i] ?? null;
    const grid = weaponGrid(line);
    const grid1 = one && weaponGrid(one);
    const dropped = one && grid1 ? droppedCounters(line, one, grid, grid1) : [];
    return { line, one, grid, grid1, dropped };
  });
  const shared = pairs.filter((pair) => pair.one !== null);
  const counterUsable = round2.lines.some((line) => line.rounds >= 1);
  const clearedForAll =
    !counterUsable && shared.filter((pair) => pair.dropped.length > 0).length * 2 > shared.length;
  const evidence: Evidence = {
    roundSeconds,
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
      pair.one === null || pair.grid1 === null
        ? newcomer(pair, evidence)
        : reset !== null
          ? asWritten(pair.line, pair.one, [`counter_reset:${reset}`])
          : difference(pair.line, pair.one, pair.grid, pair.grid1, warnings);
    if (pair.one === null || !isGhost(own)) players.push(own);
  }
  if (resets * 2 > shared.length) {
    const message = `${resets} of ${shared.length} players have counters that began anew after Round 1`;
    warnings.push({ code: "differential_unreliable", message });
  }
  return { players, warnings };
}

interface Pair {
  readonly line: PlayerLine;
  readonly one: PlayerLine | null;
  readonly grid: WeaponGrid;
  readonly grid1: WeaponGrid | null;
  readonly dropped: readonly string[];
}

interface Evidence {
  readonly roundSeconds: number | null;
  /** Somebody's `rounds` field counts, so a 0 means something. */
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
  if (evidence.counterUsable && line.rounds === 0) return "rounds";
  const seconds = minutesOf(line) * 60;
  const timed =
    evidence.roundSeconds !== null &&
    line.tab !== null &&
    readable(TAB.timePlayedMinutes, line, line);
  const length = evidence.roundSeconds ?? 0;
  if (timed && seconds > length + LONGER_SECONDS) return null;
  if (dropped.length > 0) return dropped.join(",");
  const playedRound1 = one.tab !== null && minutesOf(one) >= SHORTEST_ROUND1_MINUTES;
  if (timed && playedRound1 && Math.abs(seconds - length) <= EQUAL_SECONDS)
    return "time_equals_round";
  return null;
}

function minutesOf(line: PlayerLine): number {
  return line.tab?.[TAB.timePlayedMinutes] ?? 0;
}

/** No Round 1 line: the numbers are Round 2's, unless the time says that he was there before. */
function newcomer(pair: Pair, evidence: Evidence): OwnNumbers {
  const { line } = pair;
  const length = evidence.roundSeconds;
  const tooLong = length !== null && minutesOf(line) * 60 > length + LONGER_SECONDS;
  if (!tooLong) return asWritten(line);
  // His Round 1 line was lost, or he had none because he never fired or died: then only time is too long.
  if (evidence.round1Incomplete) return asWritten(line, null, ["cumulative"]);
  return asWritten(line, null, [], length);
}

function difference(
  line: PlayerLine,
  one: PlayerLine,
  grid2: WeaponGrid,
  grid1: WeaponGrid,
  warnings: ParseWarning[],
): OwnNumbers {
  const flags = [...line.flags];
  const lower: string[] = [];
  const weapons = grid2.slice();
  for (let i = 0; i < weapons.length; i++) {
    const value = (grid2[i] as number) - (grid1[i] as number);
    if (value < 0) lower.push("weapons");
    weapons[i] = Math.max(0, value);
  }
  const tab =
    line.tab && differenceOfTabs(line, one, sumColumn(weapons, COLUMN.deaths), flags, lower);
  if (lower.length > 0) {
    flags.push("negative_difference");
    const fields = [...new Set(lower)].join(", ");
    const message = `${line.name}: lower than in Round 1, taken as 0: ${fields}`;
    warnings.push({ code: "negative_difference", message, line: line.line });
  }
  return { line, round1: one, tab, weapons, flags, capSeconds: null };
}

function differenceOfTabs(
  line: PlayerLine,
  one: PlayerLine,
  deaths: number,
  flags: string[],
  lower: string[],
): (number | null)[] {
  const two = line.tab ?? [];
  const tab: (number | null)[] = [...two];
  const before = one.tab;
  for (const { index, key, round2 } of PLAYER_FIELDS) {
    if (round2 === "keep" || round2 === "ignore") continue;
    if (before === null) {
      tab[index] = null;
    } else if (!readable(index, line, one)) {
      tab[index] = 0;
      const flag = `bad_field:${key}`;
      if (!flags.includes(flag)) flags.push(flag);
    } else if (round2 === "subtract") {
      const tenths = Math.round(((two[index] as number) - (before[index] as number)) * 10);
      const rounding = index === TAB.timePlayedMinutes ? ROUNDING_MINUTES * 10 : 0;
      if (tenths < -rounding) lower.push(key);
      tab[index] = Math.max(0, tenths) / 10;
    }
  }
  if (before !== null) {
    tab[TAB.timePlayedPercent] = alivePercent(two, before);
    tab[TAB.tankMeatshield] = tankMeatshield(tab[TAB.damageReceived] ?? 0, deaths);
  }
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
  if (own.weapons.some((number) => number !== 0)) return false;
  if (own.tab === null) return true;
  return PLAYER_FIELDS.every(({ index, round2 }) => {
    if (round2 === "recompute" || round2 === "ignore") return true;
    const limit = index === TAB.timePlayedMinutes ? ROUNDING_MINUTES : 0;
    return Math.abs(own.tab?.[index] ?? 0) <= limit;
  });
}
