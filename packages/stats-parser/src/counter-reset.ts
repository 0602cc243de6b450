import { fieldKey, TAB } from "./player-fields.ts";
import type { PlayerLine } from "./stats-file.ts";
import { COLUMN, sumColumn, type WeaponGrid } from "./weapon-grid.ts";
import { WEAPON_NUMBERS, WEAPONS } from "./weapons.ts";

/** The engine gives shots into corpses back, so a few can vanish without a reset. */
const REFUNDED_SHOTS = 5;
/** Tab fields of the engine that never fall within a match. */
const MONOTONE_FIELDS = [
  TAB.damageGiven,
  TAB.damageReceived,
  TAB.teamDamageGiven,
  TAB.teamDamageReceived,
  TAB.gibs,
  TAB.selfKills,
  TAB.teamKills,
  TAB.teamGibs,
] as const;

/**
 * The engine counters that are lower in Round 2 than in Round 1, by name (`kills`, tab keys, weapons);
 * empty when none. Engine counters only grow within a match, so one that fell proves that the player
 * reconnected in between. Every weapon number counts: who outscored his Round 1 in kills and damage
 * still shows it in a weapon that he no longer used. Garbled tab fields prove nothing.
 */
export function droppedCounters(
  round2: PlayerLine,
  round1: PlayerLine,
  grid2: WeaponGrid,
  grid1: WeaponGrid,
): string[] {
  const dropped: string[] = [];
  if (sumColumn(grid2, COLUMN.kills) < sumColumn(grid1, COLUMN.kills)) dropped.push("kills");
  if (sumColumn(grid2, COLUMN.deaths) < sumColumn(grid1, COLUMN.deaths)) dropped.push("deaths");
  if (round2.tab !== null && round1.tab !== null) {
    for (const index of MONOTONE_FIELDS) {
      if ((round2.tab[index] as number) < (round1.tab[index] as number)) {
        if (readable(index, round2, round1)) dropped.push(fieldKey(index));
      }
    }
    const index = TAB.timePlayedMinutes;
    const tenths = Math.round(((round2.tab[index] as number) - (round1.tab[index] as number)) * 10);
    if (tenths < -1 && readable(index, round2, round1)) dropped.push(fieldKey(index));
  }
  for (const { bit, weapon } of WEAPONS) {
    if (weaponDropped(grid2, grid1, bit * WEAPON_NUMBERS)) dropped.push(weapon);
  }
  return dropped;
}

function weaponDropped(grid2: WeaponGrid, grid1: WeaponGrid, at: number): boolean {
  for (let column = 0; column < WEAPON_NUMBERS; column++) {
    const slack = column === COLUMN.shots ? REFUNDED_SHOTS : 0;
    if ((grid2[at + column] as number) + slack < (grid1[at + column] as number)) return true;
  }
  return false;
}

/** Whether a tab field was readable in both lines. */
export function readable(index: number, round2: PlayerLine, round1: PlayerLine): boolean {
  if (round2.badFields.length === 0 && round1.badFields.length === 0) return true;
  const key = fieldKey(index);
  return !round2.badFields.includes(key) && !round1.badFields.includes(key);
}
