import type { BitWriter } from "../bits/bit-writer.ts";
import { ENTITY_FIELD_COUNT, ENTITY_WIDTHS } from "../states/entity-fields.ts";
import { FLOAT_BIAS } from "../states/read-entity.ts";

const float = new Float32Array(1);
const word = new Int32Array(float.buffer);

/** The number that 32 bits are as a float. */
function floatOf(bits: number): number {
  word[0] = bits;
  return float[0] as number;
}

/** The bits of a float, as a signed number. */
export function bitsOfFloat(value: number): number {
  float[0] = value;
  return word[0] as number;
}

/** A float as a whole number of 13 bits where it is one, else its 32 bits; a bit says which. */
export function writeFloat(writer: BitWriter, bits: number): void {
  const value = floatOf(bits);
  const whole = Math.trunc(value);
  if (whole === value && whole >= -FLOAT_BIAS && whole < FLOAT_BIAS) {
    writer.writeBit(0);
    writer.writeBits(whole + FLOAT_BIAS, 13);
  } else {
    writer.writeBit(1);
    writer.writeLong(bits);
  }
}

/**
 * Writes an entity as a difference: its number, and its fields up to the last that differs. Both states
 * stand in `words`, from `before` and from `at` on. Nothing is written for one that is as it was, unless
 * it has to be there (`isForced`): then its number and two bits.
 */
export function writeEntity(
  writer: BitWriter,
  number: number,
  words: Int32Array,
  before: number,
  at: number,
  isForced: boolean,
): void {
  let count: number = ENTITY_FIELD_COUNT;
  while (count > 0 && words[before + count - 1] === words[at + count - 1]) count--;
  if (count === 0 && !isForced) return;
  writer.writeBits(number, 10);
  writer.writeBit(0);
  writer.writeBit(count === 0 ? 0 : 1);
  if (count === 0) return;
  writer.writeByte(count);
  for (let field = 0; field < count; field++) {
    const value = words[at + field] as number;
    if (value === words[before + field]) {
      writer.writeBit(0);
      continue;
    }
    writer.writeBit(1);
    const width = ENTITY_WIDTHS[field] as number;
    const isZero = width === 0 ? floatOf(value) === 0 : value === 0;
    writer.writeBit(isZero ? 0 : 1);
    if (isZero) continue;
    if (width === 0) writeFloat(writer, value);
    else writer.writeBits(value, width);
  }
}

/** Writes that an entity is gone. */
export function writeRemoval(writer: BitWriter, number: number): void {
  writer.writeBits(number, 10);
  writer.writeBit(1);
}
