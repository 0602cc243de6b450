import { WEAPONS } from "@slomix/stats-parser";

const slots = new Map(WEAPONS.map((slot) => [slot.weapon, slot]));

/** What players call a weapon; one that is not known stays as the file has it. */
export const weaponName = (weapon: string): string => slots.get(weapon)?.display ?? weapon;

/** Whether the game counts hits to the head with it. */
export const hasHeadshots = (weapon: string): boolean => slots.get(weapon)?.hasHeadshots ?? false;
