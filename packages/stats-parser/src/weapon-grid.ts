import type { WeaponRound } from "./round-stats.ts";
import type { PlayerLine } from "./stats-file.ts";
import { WEAPON_NUMBERS, WEAPONS } from "./weapons.ts";

/** The numbers of all 28 weapons, five each: hits, shots, kills, deaths, headshots. */
export type WeaponGrid = Int32Array;

/** Column of a number within a weapon's five. */
export const COLUMN = { hits: 0, shots: 1, kills: 2, deaths: 3, headshots: 4 } as const;

/** A player line's weapon numbers at their slots; weapons without numbers are 0. */
export function weaponGrid(line: PlayerLine): WeaponGrid {
  const grid = new Int32Array(WEAPONS.length * WEAPON_NUMBERS);
  let at = 0;
  for (let bit = 0; bit < WEAPONS.length; bit++) {
    if ((line.weaponMask & (1 << bit)) === 0) continue;
    for (let column = 0; column < WEAPON_NUMBERS; column++) {
      grid[bit * WEAPON_NUMBERS + column] = line.weapons[at++] ?? 0;
    }
  }
  return grid;
}

/** Sum of one column over all weapons. */
export function sumColumn(grid: WeaponGrid, column: number): number {
  let sum = 0;
  for (let i = column; i < grid.length; i += WEAPON_NUMBERS) sum += grid[i] as number;
  return sum;
}

/** One row for each weapon with any number above 0. */
export function weaponRows(grid: WeaponGrid): WeaponRound[] {
  const rows: WeaponRound[] = [];
  for (const { bit, weapon } of WEAPONS) {
    const at = bit * WEAPON_NUMBERS;
    const hits = grid[at] as number;
    const shots = grid[at + 1] as number;
    const kills = grid[at + 2] as number;
    const deaths = grid[at + 3] as number;
    const headshots = grid[at + 4] as number;
    if ((hits | shots | kills | deaths | headshots) === 0) continue;
    rows.push({ weapon, hits, shots, kills, deaths, headshots });
  }
  return rows;
}
