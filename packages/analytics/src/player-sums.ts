import { COUNTER_KEYS, RECORD_KEYS, SUM_KEYS, type SumKey } from "./counters.ts";
import { amount, type PlayerRow, type WeaponRow } from "./player-row.ts";
import {
  isAccuracyWeapon,
  WEAPON_CLASS_KEYS,
  type WeaponClass,
  weaponClassOf,
  weaponName,
} from "./weapon-classes.ts";

/** What was done with a weapon or a class of weapons. */
export interface WeaponSums {
  /** Rounds in which it did anything. */
  readonly rounds: number;
  readonly kills: number;
  /** Of the player, by such a weapon. */
  readonly deaths: number;
  /** Hits on the head. */
  readonly headshots: number;
  readonly shots: number;
  readonly hits: number;
}

/** A key of {@link WeaponSums}. */
export type WeaponSumKey = keyof WeaponSums;

/**
 * A player's numbers over rounds: counters and seconds added up, sprees the best of all. Every ratio
 * over several rounds is made of these and never of the rounds' ratios.
 */
export interface PlayerSums extends Readonly<Record<SumKey, number>> {
  readonly classes: Readonly<Record<WeaponClass, WeaponSums>>;
}

const NO_WEAPON: WeaponSums = { rounds: 0, kills: 0, deaths: 0, headshots: 0, shots: 0, hits: 0 };
const WEAPON_SUM_KEYS = Object.keys(NO_WEAPON) as WeaponSumKey[];

const NOTHING = Object.freeze(
  Object.fromEntries(SUM_KEYS.map((key) => [key, 0])) as Record<SumKey, number>,
);

/** Sums over no round. */
export function emptySums(): PlayerSums {
  return { ...NOTHING, classes: eachClass(() => ({ ...NO_WEAPON })) };
}

/** Sums with one round more. The round must count (`isCounted`) and not be in them yet. */
export function addRound(sums: PlayerSums, row: PlayerRow): PlayerSums {
  return mergeSums(sums, sumRows([row]));
}

/** Sums over the rounds of both, which must have no round in common. Any order gives the same, up to 10¹¹. */
export function mergeSums(a: PlayerSums, b: PlayerSums): PlayerSums {
  const sums = {} as Record<SumKey, number>;
  for (const key of SUM_KEYS) sums[key] = exact(a[key] + b[key]);
  for (const key of RECORD_KEYS) sums[key] = Math.max(a[key], b[key]);
  return { ...sums, classes: eachClass((key) => mergeWeapons(a.classes[key], b.classes[key])) };
}

/** Sums over rows of one player. Which rows count is decided before. */
export function sumRows(rows: Iterable<PlayerRow>): PlayerSums {
  // Counted in thousandths, so that a sum is exact whatever the order.
  const sums = emptySums() as GrowingSums;
  for (const row of rows) {
    for (const key of COUNTER_KEYS) {
      const value = row[key];
      if (value) sums[key] += thousandths(amount(value));
    }
    for (const key of RECORD_KEYS) sums[key] = Math.max(sums[key], thousandths(amount(row[key])));
    const played = Math.max(0, amount(row.timePlayedSeconds));
    const dead = Math.max(0, amount(row.timeDeadMinutes) * 60);
    sums.rounds += 1000;
    sums.timeDeadSeconds += thousandths(Math.min(dead, played));
    if (isNumber(row.timeDeadMinutes)) {
      sums.timedSeconds += thousandths(amount(row.timePlayedSeconds));
      sums.timedDamage += thousandths(amount(row.damageGiven));
    }
    addWeapons(sums, row.weapons);
  }
  return inUnits(sums);
}

/**
 * What the weapons of one round come to for one player, by class and for the sums that look at weapons;
 * all other sums are 0. Added to the sums of the round's counters it gives what {@link sumRows} does.
 */
export function sumRoundWeapons(weapons: readonly WeaponRow[]): PlayerSums {
  const sums = emptySums() as GrowingSums;
  addWeapons(sums, weapons);
  return inUnits(sums);
}

const isNumber = (value: number | null | undefined) => value !== null && value !== undefined;

function inUnits(sums: GrowingSums): PlayerSums {
  for (const key of SUM_KEYS) sums[key] /= 1000;
  for (const key of WEAPON_CLASS_KEYS) {
    for (const sum of WEAPON_SUM_KEYS) sums.classes[key][sum] /= 1000;
  }
  return sums;
}

type GrowingSums = Record<SumKey, number> & {
  readonly classes: Record<WeaponClass, Record<WeaponSumKey, number>>;
};

function addWeapons(sums: GrowingSums, weapons: readonly WeaponRow[]): void {
  const used = new Set<string>();
  for (const one of weapons) {
    const weapon = weaponOfRound(one);
    const name = weaponName(one.weapon);
    if (isAccuracyWeapon(name)) {
      sums.accuracyHits += thousandths(weapon.hits);
      sums.accuracyShots += thousandths(weapon.shots);
      sums.accuracyHeadshots += thousandths(weapon.headshots);
    }
    if (name === "GRENADE") {
      if (!used.has(name)) sums.grenadeRounds += 1000;
      sums.grenadeKills += thousandths(weapon.kills);
      sums.grenadeHits += thousandths(weapon.hits);
      sums.grenadeShots += thousandths(weapon.shots);
      used.add(name);
    }
    const key = weaponClassOf(name);
    if (!key) continue;
    const own = sums.classes[key];
    for (const sum of WEAPON_SUM_KEYS) {
      // Two weapons of a class in one round are still one round of the class.
      if (sum !== "rounds" || !used.has(key)) own[sum] += thousandths(weapon[sum]);
    }
    used.add(key);
  }
}

/** Sums of weapons by name (without `WS_`), over rows of one player. */
export function sumWeapons(rows: Iterable<PlayerRow>): Map<string, WeaponSums> {
  const weapons = new Map<string, WeaponSums>();
  for (const row of rows) {
    for (const one of row.weapons) {
      const name = weaponName(one.weapon);
      weapons.set(name, mergeWeapons(weapons.get(name) ?? NO_WEAPON, weaponOfRound(one)));
    }
  }
  return weapons;
}

function weaponOfRound(row: PlayerRow["weapons"][number]): WeaponSums {
  return {
    rounds: 1,
    kills: amount(row.kills),
    deaths: amount(row.deaths),
    headshots: amount(row.headshots),
    shots: amount(row.shots),
    hits: amount(row.hits),
  };
}

function mergeWeapons(a: WeaponSums, b: WeaponSums): WeaponSums {
  const sums = { ...NO_WEAPON } as Record<WeaponSumKey, number>;
  for (const key of WEAPON_SUM_KEYS) sums[key] = exact(a[key] + b[key]);
  return sums;
}

function eachClass(make: (key: WeaponClass) => WeaponSums): Record<WeaponClass, WeaponSums> {
  return Object.fromEntries(WEAPON_CLASS_KEYS.map((key) => [key, make(key)])) as Record<
    WeaponClass,
    WeaponSums
  >;
}

/** Thousandths: sums of tenths are not tenths in binary, and another order would give another sum. */
function exact(value: number): number {
  return thousandths(value) / 1000;
}

function thousandths(value: number): number {
  // Without + 0 a rounded −0.0001 would be −0.
  return Math.round(value * 1000) + 0;
}
