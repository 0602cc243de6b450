import { type PlayerSums, sumRoundWeapons } from "@slomix/analytics";
import type { SqlValue } from "../../connect.ts";
import { CLASS_COLUMNS, WEAPON_TOTAL_COLUMNS } from "../../schema/sum-columns.ts";
import type { StoredPlayer } from "./player-columns.ts";

/** Columns of `round_weapon_sums` behind `round_id`. */
export const WEAPON_SUM_COLUMNS: readonly string[] = [
  "player_guid",
  ...WEAPON_TOTAL_COLUMNS.map(({ column }) => column),
  ...CLASS_COLUMNS.map(({ column }) => column),
];

/** One player's row, in the order of {@link WEAPON_SUM_COLUMNS}. */
export function weaponSumRow({ guid, player }: StoredPlayer): SqlValue[] {
  return [guid, ...weaponSumValues(sumRoundWeapons(player.weapons))];
}

/** The values of a row behind its GUID. */
export function weaponSumValues(sums: PlayerSums): number[] {
  return [
    ...WEAPON_TOTAL_COLUMNS.map(({ sum }) => sums[sum]),
    ...CLASS_COLUMNS.map(({ weaponClass, sum }) => sums.classes[weaponClass][sum]),
  ];
}
