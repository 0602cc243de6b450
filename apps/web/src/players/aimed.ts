/** Weapons that hit by blast or by touch: their shots say nothing of anybody's aim. */
const blunt: ReadonlySet<string> = new Set([
  "GRENADE",
  "SYRINGE",
  "DYNAMITE",
  "AIRSTRIKE",
  "ARTILLERY",
  "SATCHEL",
  "LANDMINE",
]);

/** Whether an accuracy counts this weapon. */
export const isAimed = (weapon: string): boolean => !blunt.has(weapon);
