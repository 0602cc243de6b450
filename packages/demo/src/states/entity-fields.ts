/**
 * The fields of an entity in the order of the stream, with their width in bits; 0 is a float.
 */
export const ENTITY_FIELDS = [
  ["eType", 8],
  ["eFlags", 24],
  ["pos.trType", 8],
  ["pos.trTime", 32],
  ["pos.trDuration", 32],
  ["pos.trBase[0]", 0],
  ["pos.trBase[1]", 0],
  ["pos.trBase[2]", 0],
  ["pos.trDelta[0]", 0],
  ["pos.trDelta[1]", 0],
  ["pos.trDelta[2]", 0],
  ["apos.trType", 8],
  ["apos.trTime", 32],
  ["apos.trDuration", 32],
  ["apos.trBase[0]", 0],
  ["apos.trBase[1]", 0],
  ["apos.trBase[2]", 0],
  ["apos.trDelta[0]", 0],
  ["apos.trDelta[1]", 0],
  ["apos.trDelta[2]", 0],
  ["time", 32],
  ["time2", 32],
  ["origin[0]", 0],
  ["origin[1]", 0],
  ["origin[2]", 0],
  ["origin2[0]", 0],
  ["origin2[1]", 0],
  ["origin2[2]", 0],
  ["angles[0]", 0],
  ["angles[1]", 0],
  ["angles[2]", 0],
  ["angles2[0]", 0],
  ["angles2[1]", 0],
  ["angles2[2]", 0],
  ["otherEntityNum", 10],
  ["otherEntityNum2", 10],
  ["groundEntityNum", 10],
  ["loopSound", 8],
  ["constantLight", 32],
  ["dl_intensity", 32],
  ["modelindex", 9],
  ["modelindex2", 9],
  ["frame", 16],
  ["clientNum", 8],
  ["solid", 24],
  ["event", 10],
  ["eventParm", 8],
  ["eventSequence", 8],
  ["events[0]", 8],
  ["events[1]", 8],
  ["events[2]", 8],
  ["events[3]", 8],
  ["eventParms[0]", 8],
  ["eventParms[1]", 8],
  ["eventParms[2]", 8],
  ["eventParms[3]", 8],
  ["powerups", 16],
  ["weapon", 8],
  ["legsAnim", 10],
  ["torsoAnim", 10],
  ["density", 10],
  ["dmgFlags", 32],
  ["onFireStart", 32],
  ["onFireEnd", 32],
  ["nextWeapon", 8],
  ["teamNum", 8],
  ["effect1Time", 32],
  ["effect2Time", 32],
  ["effect3Time", 32],
  ["animMovetype", 4],
  ["aiState", 2],
] as const satisfies readonly (readonly [name: string, bits: number])[];

/** Name of an entity field, as the game's source calls it. */
export type EntityField = (typeof ENTITY_FIELDS)[number][0];

/** How many fields an entity has. */
export const ENTITY_FIELD_COUNT = ENTITY_FIELDS.length;

/** Width of each field in bits; 0 is a float. */
export const ENTITY_WIDTHS = Int8Array.from(ENTITY_FIELDS, ([, bits]) => bits);

/** Where each field stands. */
export const ENTITY_FIELD_AT = Object.fromEntries(
  ENTITY_FIELDS.map(([name], at) => [name, at]),
) as Readonly<Record<EntityField, number>>;
