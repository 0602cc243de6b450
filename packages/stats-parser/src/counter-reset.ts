import { fieldKey, TAB } from "./player-fields.ts";
import type { PlayerLine } from "./stats-file.ts";
import { droppedWeapons, weaponTotals } from "./weapon-counts.ts";

/** Tab fields of the engine that never fall within a match. */
const GROWING_FIELDS: readonly number[] = [
  TAB.damageGiven,
  TAB.damageReceived,
  TAB.teamDamageGiven,
  TAB.teamDamageReceived,
  TAB.gibs,
  TAB.selfKills,
  TAB.teamKills,
  TAB.teamGibs,
];
/** Times are rounded to tenths of minutes, so one tenth less is no drop. */
const ROUNDING_TENTHS = 1;

/**
 * The engine counters that are lower in Round 2 than in Round 1, by name (`kills`, tab keys, weapons);
 * empty when none. Engine counters only grow within a match, so one that fell proves that the player
 * reconnected in between. Every weapon number counts: who outscored his Round 1 in kills and damage
 * still shows it in a weapon that he no longer used. Garbled tab fields prove nothing, nor do those that
 * a writer does not have.
 */
export function droppedCounters(round2: PlayerLine, round1: PlayerLine): string[] {
  const dropped: string[] = [];
  const totals2 = weaponTotals(round2);
  const totals1 = weaponTotals(round1);
  if (totals2.kills < totals1.kills) dropped.push("kills");
  if (totals2.deaths < totals1.deaths) dropped.push("deaths");
  if (round2.tab !== null && round1.tab !== null) {
    for (const index of GROWING_FIELDS) {
      const lower = (round2.tab[index] as number) < (round1.tab[index] as number);
      if (lower && readable(index, round2, round1)) dropped.push(fieldKey(index));
    }
    const index = TAB.timePlayedMinutes;
    const tenths = Math.round(((round2.tab[index] as number) - (round1.tab[index] as number)) * 10);
    if (tenths < -ROUNDING_TENTHS && readable(index, round2, round1)) dropped.push(fieldKey(index));
  }
  dropped.push(...droppedWeapons(round2, round1));
  return dropped;
}

/** Whether a tab field is there and was readable in both lines. */
export function readable(index: number, round2: PlayerLine, round1: PlayerLine): boolean {
  if (absentIn(index, round2, round1)) return false;
  if (round2.badFields.length === 0 && round1.badFields.length === 0) return true;
  const key = fieldKey(index);
  return !round2.badFields.includes(key) && !round1.badFields.includes(key);
}

/** Whether one of the two writers does not have a tab field. */
export function absentIn(index: number, round2: PlayerLine, round1: PlayerLine): boolean {
  return round2.absent.includes(index) || round1.absent.includes(index);
}
