import { WEAPON_MASK, WEAPON_NUMBERS, WEAPONS } from "./weapons.ts";

/** The weapon part of a player line. */
export interface WeaponNumbers {
  /** The 28 weapon bits of the mask. */
  readonly mask: number;
  /** Five numbers for each set bit, ascending: hits, shots, kills, deaths, headshots. */
  readonly numbers: readonly number[];
  /** Sum of shots as written, before negative ones became 0. */
  readonly rawShots: number;
  readonly negativeShots: boolean;
  /** The mask has bits that stand for no weapon; their numbers were skipped. */
  readonly unknownBits: boolean;
}

const LARGEST_MASK = 0xffff_ffff;
const LARGEST_NUMBER = 100_000;
const SHOTS = 1;
const SPACE = 0x20;
const MINUS = 0x2d;
const ZERO = 0x30;

/**
 * Reads the weapon mask and its numbers between two positions of a player line. A sentence of why
 * not, when the count of numbers does not fit the mask, something is no whole number, a number is
 * above 100 000, or one other than shots is negative (old engines took back more shots than were
 * fired, so negative shots count as 0).
 */
export function readWeaponNumbers(text: string, from: number, to: number): WeaponNumbers | string {
  let fullMask = -1;
  let rawShots = 0;
  let negativeShots = false;
  const numbers: number[] = [];
  let at = from;
  while (at < to) {
    if (text.charCodeAt(at) === SPACE) {
      at++;
      continue;
    }
    const negative = text.charCodeAt(at) === MINUS;
    if (negative) at++;
    const digitsAt = at;
    let value = 0;
    for (; at < to; at++) {
      const code = text.charCodeAt(at);
      if (code === SPACE) break;
      const digit = code - ZERO;
      if (digit < 0 || digit > 9) return "a weapon number is not a whole number";
      value = value * 10 + digit;
    }
    if (at === digitsAt) return "a weapon number is not a whole number";
    if (fullMask === -1) {
      if (negative || value > LARGEST_MASK) return "the weapon mask is out of range";
      fullMask = value;
      continue;
    }
    if (value > LARGEST_NUMBER) return "a weapon number is above 100000";
    const shots = numbers.length % WEAPON_NUMBERS === SHOTS;
    if (shots) rawShots += negative ? -value : value;
    if (negative && value > 0) {
      if (!shots) return "a negative weapon number";
      negativeShots = true;
      value = 0;
    }
    numbers.push(value);
  }
  if (fullMask === -1) return "no weapon mask";

  const mask = fullMask & WEAPON_MASK;
  const known = countBits(mask);
  const all = known + countBits(fullMask >>> WEAPONS.length);
  const count = numbers.length;
  if (known === 0) return `no known weapon in the mask ${fullMask}`;
  if (count !== known * WEAPON_NUMBERS && count !== all * WEAPON_NUMBERS) {
    return `${count} weapon numbers do not fit the mask ${fullMask}`;
  }
  // Numbers of weapons that do not exist stand behind those that do.
  numbers.length = known * WEAPON_NUMBERS;
  return { mask, numbers, rawShots, negativeShots, unknownBits: fullMask !== mask };
}

/** How many bits are set. */
export function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}
