import { ENTITY_FIELD_AT, ENTITY_WIDTHS, type EntityField } from "../states/entity-fields.ts";
import {
  PLAYER_FIELD_AT,
  PLAYER_LISTS,
  PLAYER_WIDTHS,
  type PlayerField,
  type PlayerList,
} from "../states/player-fields.ts";
import { bitsOfFloat } from "./write-entity.ts";

/** Fields of an entity by name. */
export type EntityValues = Readonly<Partial<Record<EntityField, number>>>;

/** Fields of a player state by name, and its lists by index. */
export interface PlayerValues {
  readonly fields?: Readonly<Partial<Record<PlayerField, number>>>;
  readonly lists?: Readonly<Partial<Record<PlayerList, Readonly<Record<number, number>>>>>;
}

/**
 * Sets fields of an entity whose state begins at `at`. Whole numbers are cut to the width that their field
 * is sent with. The name of a field or a value that cannot be, or null.
 */
export function setEntityValues(
  words: Int32Array,
  at: number,
  values: EntityValues,
): string | null {
  for (const [name, value] of Object.entries(values)) {
    const field = ENTITY_FIELD_AT[name as EntityField] as number | undefined;
    if (field === undefined || !Number.isFinite(value)) return `${name}: ${value}`;
    words[at + field] = wordOf(value, ENTITY_WIDTHS[field] ?? 0);
  }
  return null;
}

/** The same for a player state. */
export function setPlayerValues(
  words: Int32Array,
  { fields = {}, lists = {} }: PlayerValues,
): string | null {
  for (const [name, value] of Object.entries(fields)) {
    const field = PLAYER_FIELD_AT[name as PlayerField] as number | undefined;
    if (field === undefined || !Number.isFinite(value)) return `${name}: ${value}`;
    words[field] = wordOf(value, PLAYER_WIDTHS[field] ?? 0);
  }
  for (const [name, values] of Object.entries(lists)) {
    const list = PLAYER_LISTS[name as PlayerList] as { at: number; length: number } | undefined;
    for (const [key, value] of Object.entries(values)) {
      const index = Number(key);
      if (list === undefined || !(index >= 0 && index < list.length) || !Number.isFinite(value))
        return `${name}[${key}]: ${value}`;
      words[list.at + index] = wordOf(value, name === "powerups" ? 32 : -16);
    }
  }
  return null;
}

/** A value as it comes out on the other side; a width of 0 is a float, a negative one signed. */
function wordOf(value: number, width: number): number {
  // A float of minus zero is sent as zero.
  if (width === 0) return value === 0 ? 0 : bitsOfFloat(value);
  const free = 32 - Math.abs(width);
  const bits = Math.trunc(value) << free;
  return width < 0 ? bits >> free : bits >>> free;
}
