import { WEAPONS } from "@slomix/stats-parser";

const names: ReadonlyMap<string, string> = new Map(
  WEAPONS.map(({ weapon, display }) => [weapon, display]),
);

/** What players call a weapon; one that is not known stays as the file has it. */
export const weaponName = (weapon: string): string => names.get(weapon) ?? weapon;
