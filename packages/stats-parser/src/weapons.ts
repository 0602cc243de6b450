/** One of the 28 weapon slots of a stats file's player line. */
export interface WeaponSlot {
  /** Bit in the weapon mask, also the position in this table. */
  readonly bit: number;
  /** Name as stored, without `WS_`: the `weapon` of a weapon row. */
  readonly weapon: string;
  /** The name of the game scripts, e.g. `WS_MP40`. */
  readonly storedName: `WS_${string}`;
  /** What players call it. Slots 22–25 do not hold what their stored names say. */
  readonly display: string;
  /** The engine books head hits for it. */
  readonly hasHeadshots: boolean;
  /** Fires bullets one by one, so that hits cannot exceed shots. */
  readonly bullets: boolean;
  /** Pistols, submachine guns, Sten and MP 34: the "light weapons" of accuracy awards. */
  readonly light: boolean;
}

/** Number of counters of each weapon in a player line: hits, shots, kills, deaths, head hits. */
export const WEAPON_NUMBERS = 5;

const slot = (
  bit: number,
  weapon: string,
  display: string,
  kind: "light" | "rifle" | "other" = "other",
): WeaponSlot => ({
  bit,
  weapon,
  storedName: `WS_${weapon}`,
  display,
  hasHeadshots: kind !== "other",
  bullets: kind !== "other",
  light: kind === "light",
});

/** The weapon slots of the player line, ascending by mask bit. */
export const WEAPONS: readonly WeaponSlot[] = [
  slot(0, "KNIFE", "Knife"),
  slot(1, "KNIFE_KBAR", "Ka-Bar"),
  slot(2, "LUGER", "Luger", "light"),
  slot(3, "COLT", "Colt", "light"),
  slot(4, "MP40", "MP 40", "light"),
  slot(5, "THOMPSON", "Thompson", "light"),
  slot(6, "STEN", "Sten", "light"),
  slot(7, "FG42", "FG 42", "rifle"),
  slot(8, "PANZERFAUST", "Panzerfaust"),
  slot(9, "BAZOOKA", "Bazooka"),
  slot(10, "FLAMETHROWER", "Flamethrower"),
  slot(11, "GRENADE", "Grenade"),
  slot(12, "MORTAR", "Mortar"),
  slot(13, "MORTAR2", "Granatwerfer"),
  slot(14, "DYNAMITE", "Dynamite"),
  slot(15, "AIRSTRIKE", "Airstrike"),
  slot(16, "ARTILLERY", "Artillery"),
  slot(17, "SATCHEL", "Satchel"),
  slot(18, "GRENADELAUNCHER", "Rifle grenade"),
  slot(19, "LANDMINE", "Landmine"),
  slot(20, "MG42", "MG 42"),
  slot(21, "BROWNING", "Browning"),
  slot(22, "CARBINE", "M1 Garand", "rifle"),
  slot(23, "KAR98", "K43", "rifle"),
  slot(24, "GARAND", "Scoped Garand", "rifle"),
  slot(25, "K43", "Scoped K43", "rifle"),
  slot(26, "MP34", "MP 34", "light"),
  slot(27, "SYRINGE", "Syringe"),
];

/** All mask bits that stand for a weapon. */
export const WEAPON_MASK = 2 ** WEAPONS.length - 1;
