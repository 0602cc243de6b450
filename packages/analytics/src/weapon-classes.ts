/** A class of weapons. */
export type WeaponClass = "smg" | "rifle" | "pistol" | "heavy" | "explosive" | "melee" | "support";

/** A class with its weapons, by their names in stats files without `WS_`. */
export interface WeaponClassDefinition {
  readonly key: WeaponClass;
  readonly label: string;
  readonly weapons: readonly string[];
}

/** Every weapon slot of a stats file stands in exactly one class. */
export const WEAPON_CLASSES: readonly WeaponClassDefinition[] = [
  { key: "smg", label: "SMG", weapons: ["MP40", "THOMPSON", "STEN", "MP34"] },
  { key: "rifle", label: "Rifle", weapons: ["FG42", "CARBINE", "KAR98", "GARAND", "K43"] },
  { key: "pistol", label: "Pistol", weapons: ["LUGER", "COLT"] },
  {
    key: "heavy",
    label: "Heavy",
    weapons: ["PANZERFAUST", "BAZOOKA", "FLAMETHROWER", "MORTAR", "MORTAR2", "MG42", "BROWNING"],
  },
  {
    key: "explosive",
    label: "Explosive",
    weapons: [
      "GRENADE",
      "GRENADELAUNCHER",
      "DYNAMITE",
      "SATCHEL",
      "LANDMINE",
      "AIRSTRIKE",
      "ARTILLERY",
    ],
  },
  { key: "melee", label: "Melee", weapons: ["KNIFE", "KNIFE_KBAR"] },
  { key: "support", label: "Support", weapons: ["SYRINGE"] },
];

/** All class keys, in the order of the table. */
export const WEAPON_CLASS_KEYS: readonly WeaponClass[] = WEAPON_CLASSES.map(({ key }) => key);

const classes = new Map(
  WEAPON_CLASSES.flatMap(({ key, weapons }) => weapons.map((weapon) => [weapon, key] as const)),
);

/** The weapon that accuracy leaves out because nobody aims it at an enemy's body. */
const NOT_AIMED: ReadonlySet<string> = new Set([
  "GRENADE",
  "SYRINGE",
  "DYNAMITE",
  "AIRSTRIKE",
  "ARTILLERY",
  "SATCHEL",
  "LANDMINE",
]);

/** A weapon's name without the `WS_` of the game scripts, upper case. */
export function weaponName(weapon: string): string {
  return weapon.toUpperCase().replace(/^WS_/, "");
}

/** The class of a weapon; null for one that no stats file knows. */
export function weaponClassOf(weapon: string): WeaponClass | null {
  return classes.get(weaponName(weapon)) ?? null;
}

/** Whether a weapon's hits and shots are in the accuracy that boards, profiles and pages show. */
export function isAccuracyWeapon(weapon: string): boolean {
  return !NOT_AIMED.has(weaponName(weapon));
}
