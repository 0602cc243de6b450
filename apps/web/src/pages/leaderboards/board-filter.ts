import { metricOf, WEAPON_CLASSES, type WeaponClass } from "@slomix/analytics";
import type { LeaderboardFilter, Period, SideName } from "../../api/leaderboards.ts";
import { sideName } from "../../format/side-name.ts";

/** Which rounds, and which part of them, a leaderboard is about. */
export interface BoardFilter extends Pick<LeaderboardFilter, "map" | "side" | "weaponClass"> {
  readonly period: Period;
}

export const SIDES: readonly { readonly value: SideName; readonly label: string }[] = [
  { value: "axis", label: sideName(1) },
  { value: "allies", label: sideName(2) },
];

export const CLASSES = WEAPON_CLASSES.map(({ key, label }) => ({ value: key, label }));

/** What a side or a class of weapons is called; undefined: none is chosen. */
export const labelIn = (
  options: readonly { readonly value: string; readonly label: string }[],
  chosen: string | undefined,
): string | undefined => options.find(({ value }) => value === chosen)?.label;

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
  const parts = [map ?? "all maps", labelIn(SIDES, side), labelIn(CLASSES, weaponClass)];
  return parts.filter((part) => part !== undefined).join(" · ");
}
