/**
 * The fields of a player state in the order of the stream, with their width in bits; 0 is a float, a
 * negative width is signed.
 */
export const PLAYER_FIELDS = [
  ["commandTime", 32],
  ["pm_type", 8],
  ["bobCycle", 8],
  ["pm_flags", 16],
  ["pm_time", -16],
  ["origin[0]", 0],
  ["origin[1]", 0],
  ["origin[2]", 0],
  ["velocity[0]", 0],
  ["velocity[1]", 0],
  ["velocity[2]", 0],
  ["weaponTime", -16],
  ["weaponDelay", -16],
  ["grenadeTimeLeft", -16],
  ["gravity", 16],
  ["leanf", 0],
  ["speed", 16],
  ["delta_angles[0]", 16],
  ["delta_angles[1]", 16],
  ["delta_angles[2]", 16],
  ["groundEntityNum", 10],
  ["legsTimer", 16],
  ["torsoTimer", 16],
  ["legsAnim", 10],
  ["torsoAnim", 10],
  ["movementDir", 8],
  ["eFlags", 24],
  ["eventSequence", 8],
  ["events[0]", 8],
  ["events[1]", 8],
  ["events[2]", 8],
  ["events[3]", 8],
  ["eventParms[0]", 8],
  ["eventParms[1]", 8],
  ["eventParms[2]", 8],
  ["eventParms[3]", 8],
  ["clientNum", 8],
  ["weapons[0]", 32],
  ["weapons[1]", 32],
  ["weapon", 7],
  ["weaponstate", 4],
  ["weapAnim", 10],
  ["viewangles[0]", 0],
  ["viewangles[1]", 0],
  ["viewangles[2]", 0],
  ["viewheight", -8],
  ["damageEvent", 8],
  ["damageYaw", 8],
  ["damagePitch", 8],
  ["damageCount", 8],
  ["mins[0]", 0],
  ["mins[1]", 0],
  ["mins[2]", 0],
  ["maxs[0]", 0],
  ["maxs[1]", 0],
  ["maxs[2]", 0],
  ["crouchMaxZ", 0],
  ["crouchViewHeight", 0],
  ["standViewHeight", 0],
  ["deadViewHeight", 0],
  ["runSpeedScale", 0],
  ["sprintSpeedScale", 0],
  ["crouchSpeedScale", 0],
  ["friction", 0],
  ["viewlocked", 8],
  ["viewlocked_entNum", 16],
  ["nextWeapon", 8],
  ["teamNum", 8],
  ["onFireStart", 32],
  ["curWeapHeat", 8],
  ["aimSpreadScale", 8],
  ["serverCursorHint", 8],
  ["serverCursorHintVal", 8],
  ["classWeaponTime", 32],
  ["identifyClient", 8],
  ["identifyClientHealth", 8],
  ["aiState", 2],
] as const satisfies readonly (readonly [name: string, bits: number])[];

/** Name of a player field, as the game's source calls it. */
export type PlayerField = (typeof PLAYER_FIELDS)[number][0];

/** How many fields a player state has, its lists aside. */
export const PLAYER_FIELD_COUNT = PLAYER_FIELDS.length;

/** Width of each field in bits; 0 is a float, a negative width is signed. */
export const PLAYER_WIDTHS = Int8Array.from(PLAYER_FIELDS, ([, bits]) => bits);

/** Where each field stands. */
export const PLAYER_FIELD_AT = Object.fromEntries(
  PLAYER_FIELDS.map(([name], at) => [name, at]),
) as Readonly<Record<PlayerField, number>>;

/**
 * The lists behind the fields: where each begins in a state, and how many values it has. `ammo` is by
 * weapon number and holds what is in reserve, `ammoclip` what is loaded.
 */
export const PLAYER_LISTS = {
  stats: { at: 77, length: 16 },
  persistant: { at: 93, length: 16 },
  holdable: { at: 109, length: 16 },
  powerups: { at: 125, length: 16 },
  ammo: { at: 141, length: 64 },
  ammoclip: { at: 205, length: 64 },
} as const;

/** Name of a list of a player state. */
export type PlayerList = keyof typeof PLAYER_LISTS;

/** 32-bit words in a player state: its fields, then its lists. */
export const PLAYER_WORDS = 269;
