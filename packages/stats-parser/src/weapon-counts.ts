import type { WeaponRound } from "./round-stats.ts";
import type { PlayerLine } from "./stats-file.ts";
import { WEAPON_NUMBERS, WEAPONS } from "./weapons.ts";

/** Weapon numbers as a player line has them: bit i of the mask set means five numbers of weapon i. */
export type WeaponCounts = Pick<PlayerLine, "weaponMask" | "weapons">;

/** A player's numbers over all weapons. */
export interface WeaponTotals {
  readonly hits: number;
  readonly shots: number;
  readonly kills: number;
  readonly deaths: number;
  readonly headshots: number;
}

/** Order of a weapon's five numbers. */
const SHOTS = 1;
/** The engine gives shots into corpses back, so a few can vanish without a reset. */
export const REFUNDED_SHOTS = 5;

/** Adds up all weapons. */
export function weaponTotals({ weapons }: WeaponCounts): WeaponTotals {
  let hits = 0;
  let shots = 0;
  let kills = 0;
  let deaths = 0;
  let headshots = 0;
  for (let at = 0; at + 4 < weapons.length; at += WEAPON_NUMBERS) {
    hits += weapons[at] as number;
    shots += weapons[at + 1] as number;
    kills += weapons[at + 2] as number;
    deaths += weapons[at + 3] as number;
    headshots += weapons[at + 4] as number;
  }
  return { hits, shots, kills, deaths, headshots };
}

/** One row for each weapon with any number above 0. */
export function weaponRows({ weaponMask, weapons }: WeaponCounts): WeaponRound[] {
  const rows: WeaponRound[] = [];
  let at = 0;
  for (let bit = 0; bit < WEAPONS.length; bit++) {
    if ((weaponMask & (1 << bit)) === 0) continue;
    const hits = weapons[at] as number;
    const shots = weapons[at + 1] as number;
    const kills = weapons[at + 2] as number;
    const deaths = weapons[at + 3] as number;
    const headshots = weapons[at + 4] as number;
    at += WEAPON_NUMBERS;
    if ((hits | shots | kills | deaths | headshots) === 0) continue;
    const weapon = WEAPONS[bit]?.weapon ?? "";
    rows.push({ weapon, hits, shots, kills, deaths, headshots });
  }
  return rows;
}

/**
 * Round 2's numbers without Round 1's, none below 0; `lower` tells whether one would have been. Shots
 * that are lower by a few were given back, as in {@link droppedWeapons}.
 */
export function subtractWeapons(
  round2: WeaponCounts,
  round1: WeaponCounts,
): { readonly counts: WeaponCounts; readonly lower: boolean } {
  const weapons: number[] = [];
  let at2 = 0;
  let at1 = 0;
  let lower = false;
  for (let bit = 0; bit < WEAPONS.length; bit++) {
    const in2 = (round2.weaponMask & (1 << bit)) !== 0;
    const in1 = (round1.weaponMask & (1 << bit)) !== 0;
    for (let column = 0; column < WEAPON_NUMBERS && (in2 || in1); column++) {
      const two = in2 ? (round2.weapons[at2++] as number) : 0;
      const one = in1 ? (round1.weapons[at1++] as number) : 0;
      if (two < one - (column === SHOTS ? REFUNDED_SHOTS : 0)) lower = true;
      weapons.push(two < one ? 0 : two - one);
    }
  }
  return { counts: { weaponMask: round2.weaponMask | round1.weaponMask, weapons }, lower };
}

/**
 * The weapons with a number lower in Round 2 than in Round 1, by name. Shots alone may be lower by a
 * few: those into corpses are given back.
 */
export function droppedWeapons(round2: WeaponCounts, round1: WeaponCounts): string[] {
  const dropped: string[] = [];
  let at2 = 0;
  let at1 = 0;
  for (let bit = 0; bit < WEAPONS.length; bit++) {
    const in2 = (round2.weaponMask & (1 << bit)) !== 0;
    if ((round1.weaponMask & (1 << bit)) !== 0) {
      for (let column = 0; column < WEAPON_NUMBERS; column++) {
        const two = in2 ? (round2.weapons[at2 + column] as number) : 0;
        const one = round1.weapons[at1 + column] as number;
        if (two >= one || (column === SHOTS && two + REFUNDED_SHOTS >= one)) continue;
        dropped.push(WEAPONS[bit]?.weapon ?? "");
        break;
      }
      at1 += WEAPON_NUMBERS;
    }
    if (in2) at2 += WEAPON_NUMBERS;
  }
  return dropped;
}
