import type { BitReader } from "../bits/bit-reader.ts";
import { DECODED } from "../bits/huffman.ts";
import { ENTITY_FIELD_COUNT, ENTITY_WIDTHS } from "./entity-fields.ts";

/** What a float has added when it is sent as a whole number of 13 bits. */
export const FLOAT_BIAS = 4096;

/**
 * Reads the fields of an entity that differ into its state: `words` and `floats` are one buffer, the
 * state begins at `at`. False when the message claims more fields than there are.
 *
 * A byte tells how many fields to look at. Each has a bit: unchanged, or changed; then a bit: zero, or a
 * value follows; a float then has a bit: 13 bits of a whole number, or all 32.
 */
export function readEntityFields(
  reader: BitReader,
  words: Int32Array,
  floats: Float32Array,
  at: number,
): boolean {
  const count = reader.readByte();
  if (count > ENTITY_FIELD_COUNT) return false;
  const { view } = reader;
  let { position, met } = reader;
  let field = 0;
  while (field < count) {
    // 25 bits at least: a run of unchanged fields is as many zeros.
    const ahead = view.getUint32(position >>> 3, true) >>> (position & 7);
    const zeros = ahead === 0 ? 32 - (position & 7) : 31 - Math.clz32(ahead & -ahead);
    field += zeros;
    if (field >= count) {
      position += zeros - (field - count);
      break;
    }
    position += zeros;
    if (ahead === 0) continue;
    position++;
    const next = view.getUint32(position >>> 3, true) >>> (position & 7);
    if ((next & 1) === 0) {
      position++;
      words[at + field] = 0;
      field++;
      continue;
    }
    let width = ENTITY_WIDTHS[field] as number;
    if (width === 0) {
      if ((next & 2) === 0) {
        const entry = DECODED[(next >>> 7) & 2047] as number;
        met |= entry;
        position += 7 + ((entry >>> 8) & 15);
        floats[at + field] = (((next >>> 2) & 31) | ((entry & 255) << 5)) - FLOAT_BIAS;
        field++;
        continue;
      }
      position++;
      width = 32;
    }
    position++;
    const plain = width & 7;
    let value = 0;
    if (plain > 0) {
      value = (view.getUint32(position >>> 3, true) >>> (position & 7)) & ((1 << plain) - 1);
      position += plain;
    }
    let shift = plain;
    // 25 bits hold two bytes of up to 11 bits.
    for (; shift + 8 < width; shift += 16) {
      const bits = view.getUint32(position >>> 3, true) >>> (position & 7);
      const first = DECODED[bits & 2047] as number;
      const length = (first >>> 8) & 15;
      const second = DECODED[(bits >>> length) & 2047] as number;
      met |= first | second;
      position += length + ((second >>> 8) & 15);
      value |= ((first & 255) | ((second & 255) << 8)) << shift;
    }
    if (shift < width) {
      const entry = DECODED[
        (view.getUint32(position >>> 3, true) >>> (position & 7)) & 2047
      ] as number;
      met |= entry;
      position += (entry >>> 8) & 15;
      value |= (entry & 255) << shift;
    }
    words[at + field] = value;
    field++;
  }
  reader.position = position;
  reader.met = met;
  return true;
}
