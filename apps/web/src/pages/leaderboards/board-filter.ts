import { metricOf, WEAPON_CLASSES, type WeaponClass } from "@slomix/analytics";
import type { Period, SideName } from "../../api/leaderboards.ts";

/** Which rounds, and which part of them, a leaderboard is about. */
export interface BoardFilter {
  readonly period: Period;
  readonly map: string | undefined;
  readonly side: SideName | undefined;
  readonly weaponClass: WeaponClass | undefined;
}

export const SIDES: readonly { readonly value: SideName; readonly label: string }[] = [
  { value: "axis", label: "Axis" },
  { value: "allies", label: "Allies" },
];

export const CLASSES = WEAPON_CLASSES.map(({ key, label }) => ({ value: key, label }));

/** The side in an address; what is none is left out. */
export const sideIn = (text: string | undefined): SideName | undefined =>
  SIDES.find(({ value }) => value === text)?.value;

/** Whether a number is known for each class of weapons. */
export const byWeapon = (metric: string): boolean =>
  (metricOf(metric)?.weaponFormula ?? null) !== null;

/** The class of weapons in an address, where the number knows any. */
export const weaponClassIn = (text: string | undefined, metric: string): WeaponClass | undefined =>
  byWeapon(metric) ? CLASSES.find(({ value }) => value === text)?.value : undefined;

/** `supply · Allies · SMG`, or `all maps`. */
export function partWords({ map, side, weaponClass }: BoardFilter): string {
  return [
    map ?? "all maps",
    ...SIDES.flatMap(({ value, label }) => (value === side ? [label] : [])),
    ...CLASSES.flatMap(({ value, label }) => (value === weaponClass ? [label] : [])),
  ].join(" · ");
}
