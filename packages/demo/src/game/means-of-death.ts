// Means of death: what an obituary says somebody died of, by number.

/** One means of death. */
export interface MeansOfDeath {
  /** As the game's source calls it. */
  readonly name: string;
  /** In words. */
  readonly meaning: string;
  /** A hit on the head can be told from others. */
  readonly headshots?: true;
  readonly explosive?: true;
}

/** ET: Legacy from 2.76 on, by number. */
export const LEGACY_MEANS: readonly MeansOfDeath[] = [
  { name: "MOD_UNKNOWN", meaning: "Unknown" },
  { name: "MOD_MACHINEGUN", meaning: "Crew-served MG" },
  { name: "MOD_BROWNING", meaning: "Tank-mounted Browning" },
  { name: "MOD_MG42", meaning: "Tank-mounted MG 42" },
  { name: "MOD_GRENADE", meaning: "Grenade (generic)", explosive: true },
  { name: "MOD_KNIFE", meaning: "Knife (axis)" },
  { name: "MOD_LUGER", meaning: "Luger", headshots: true },
  { name: "MOD_COLT", meaning: "Colt .45", headshots: true },
  { name: "MOD_MP40", meaning: "MP 40", headshots: true },
  { name: "MOD_THOMPSON", meaning: "Thompson", headshots: true },
  { name: "MOD_STEN", meaning: "Sten", headshots: true },
  { name: "MOD_GARAND", meaning: "M1 Garand (unscoped covert rifle)", headshots: true },
  { name: "MOD_SILENCER", meaning: "Silenced Luger", headshots: true },
  { name: "MOD_FG42", meaning: "FG 42", headshots: true },
  { name: "MOD_FG42SCOPE", meaning: "FG 42 scoped", headshots: true },
  { name: "MOD_PANZERFAUST", meaning: "Panzerfaust", explosive: true },
  { name: "MOD_GRENADE_LAUNCHER", meaning: "Axis hand grenade", explosive: true },
  { name: "MOD_FLAMETHROWER", meaning: "Flamethrower" },
  { name: "MOD_GRENADE_PINEAPPLE", meaning: "Allied hand grenade", explosive: true },
  { name: "MOD_MAPMORTAR", meaning: "Map mortar", explosive: true },
  { name: "MOD_MAPMORTAR_SPLASH", meaning: "Map mortar splash", explosive: true },
  { name: "MOD_KICKED", meaning: "Kicked" },
  { name: "MOD_DYNAMITE", meaning: "Dynamite", explosive: true },
  { name: "MOD_AIRSTRIKE", meaning: "Airstrike (support fire)", explosive: true },
  { name: "MOD_SYRINGE", meaning: "Syringe" },
  { name: "MOD_AMMO", meaning: "Ammo" },
  { name: "MOD_ARTY", meaning: "Artillery", explosive: true },
  { name: "MOD_WATER", meaning: "Drowned" },
  { name: "MOD_SLIME", meaning: "Slime" },
  { name: "MOD_LAVA", meaning: "Lava" },
  { name: "MOD_CRUSH", meaning: "Crushed" },
  { name: "MOD_TELEFRAG", meaning: "Telefrag" },
  { name: "MOD_FALLING", meaning: "Falling" },
  { name: "MOD_SUICIDE", meaning: "Suicide (/kill)" },
  { name: "MOD_TARGET_LASER", meaning: "Laser" },
  { name: "MOD_TRIGGER_HURT", meaning: "Map trigger" },
  { name: "MOD_EXPLOSIVE", meaning: "Map explosion", explosive: true },
  { name: "MOD_CARBINE", meaning: "Allied rifle (carbine)", headshots: true },
  { name: "MOD_KAR98", meaning: "Axis rifle (K98)", headshots: true },
  { name: "MOD_GPG40", meaning: "Axis rifle grenade", explosive: true },
  { name: "MOD_M7", meaning: "Allied rifle grenade", explosive: true },
  { name: "MOD_LANDMINE", meaning: "Land mine", explosive: true },
  { name: "MOD_SATCHEL", meaning: "Satchel charge", explosive: true },
  { name: "MOD_SMOKEBOMB", meaning: "Smoke bomb" },
  { name: "MOD_MOBILE_MG42", meaning: "Mobile MG 42 (axis)" },
  { name: "MOD_SILENCED_COLT", meaning: "Silenced Colt", headshots: true },
  { name: "MOD_GARAND_SCOPE", meaning: "Garand scoped", headshots: true },
  { name: "MOD_CRUSH_CONSTRUCTION", meaning: "Construction crush" },
  { name: "MOD_CRUSH_CONSTRUCTIONDEATH", meaning: "Construction rubble" },
  { name: "MOD_CRUSH_CONSTRUCTIONDEATH_NOATTACKER", meaning: "Construction rubble, no attacker" },
  { name: "MOD_K43", meaning: "K43 (unscoped covert rifle)", headshots: true },
  { name: "MOD_K43_SCOPE", meaning: "K43 scoped", headshots: true },
  { name: "MOD_MORTAR", meaning: "Mortar (allied)", explosive: true },
  { name: "MOD_AKIMBO_COLT", meaning: "Akimbo Colts", headshots: true },
  { name: "MOD_AKIMBO_LUGER", meaning: "Akimbo Lugers", headshots: true },
  { name: "MOD_AKIMBO_SILENCEDCOLT", meaning: "Akimbo silenced Colts", headshots: true },
  { name: "MOD_AKIMBO_SILENCEDLUGER", meaning: "Akimbo silenced Lugers", headshots: true },
  { name: "MOD_SMOKEGRENADE", meaning: "Airstrike marker impact" },
  { name: "MOD_SWAP_PLACES", meaning: "Swap places (teammate collision)" },
  { name: "MOD_SWITCHTEAM", meaning: "Switched team" },
  { name: "MOD_SHOVE", meaning: "Shoved" },
  { name: "MOD_KNIFE_KABAR", meaning: "Ka-Bar (allied knife)" },
  { name: "MOD_MOBILE_BROWNING", meaning: "Mobile Browning (allied)" },
  { name: "MOD_MORTAR2", meaning: "Granatwerfer (axis mortar)", explosive: true },
  { name: "MOD_BAZOOKA", meaning: "Bazooka (allied)", explosive: true },
  { name: "MOD_BACKSTAB", meaning: "Backstab" },
  { name: "MOD_MP34", meaning: "MP 34", headshots: true },
];

/** The first game (2.60), etpro and other mods of its time: names by number. */
const CLASSIC_NAMES =
  "UNKNOWN MACHINEGUN BROWNING MG42 GRENADE ROCKET KNIFE LUGER COLT MP40 THOMPSON STEN GARAND " +
  "SNOOPERSCOPE SILENCER FG42 FG42SCOPE PANZERFAUST GRENADE_LAUNCHER FLAMETHROWER " +
  "GRENADE_PINEAPPLE CROSS MAPMORTAR MAPMORTAR_SPLASH KICKED GRABBER DYNAMITE AIRSTRIKE " +
  "SYRINGE AMMO ARTY WATER SLIME LAVA CRUSH TELEFRAG FALLING SUICIDE TARGET_LASER " +
  "TRIGGER_HURT EXPLOSIVE CARBINE KAR98 GPG40 M7 LANDMINE SATCHEL TRIPMINE SMOKEBOMB " +
  "MOBILE_MG42 SILENCED_COLT GARAND_SCOPE CRUSH_CONSTRUCTION CRUSH_CONSTRUCTIONDEATH " +
  "CRUSH_CONSTRUCTIONDEATH_NOATTACKER K43 K43_SCOPE MORTAR AKIMBO_COLT AKIMBO_LUGER " +
  "AKIMBO_SILENCEDCOLT AKIMBO_SILENCEDLUGER SMOKEGRENADE SWAP_PLACES SWITCHTEAM";

const byName = new Map(LEGACY_MEANS.map((means) => [means.name, means]));

/** The same for the mods of the first game. Five of their means are not in Legacy. */
export const CLASSIC_MEANS: readonly MeansOfDeath[] = CLASSIC_NAMES.split(" ").map((word) => {
  const name = `MOD_${word}`;
  return byName.get(name) ?? { name, meaning: word.toLowerCase() };
});
