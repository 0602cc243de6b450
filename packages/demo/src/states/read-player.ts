import type { BitReader } from "../bits/bit-reader.ts";
import { PLAYER_FIELD_COUNT, PLAYER_LISTS, PLAYER_WIDTHS, PLAYER_WORDS } from "./player-fields.ts";
import { FLOAT_BIAS } from "./read-entity.ts";

/** The state of the player whose eyes the demo sees with: its words, and the same as floats. */
export class PlayerState {
  readonly words = new Int32Array(PLAYER_WORDS);
  readonly floats = new Float32Array(this.words.buffer);

  /** Takes over another state, or zeros. */
  become(other: PlayerState | null): void {
    if (other === null) this.words.fill(0);
    else if (other !== this) this.words.set(other.words);
  }
}

/**
 * Reads what differs in a player state into it. False when the message claims more fields than there are.
 *
 * A byte tells how many fields to look at; each has a bit, and when it is set a value: of a float a bit,
 * then 13 bits of a whole number or all 32. Unlike an entity's, no bit says "zero". Then the lists: a bit
 * for the four small ones together and one for each, a bit for the reserves of ammunition and one for each
 * group of 16, and for what is loaded only those of the groups. A list is a mask of 16 bits and its values.
 */
export function readPlayerFields(reader: BitReader, { words, floats }: PlayerState): boolean {
  const count = reader.readByte();
  if (count > PLAYER_FIELD_COUNT) return false;
  const { view } = reader;
  let field = 0;
  while (field < count) {
    const { position } = reader;
    const ahead = view.getUint32(position >>> 3, true) >>> (position & 7);
    const zeros = ahead === 0 ? 32 - (position & 7) : 31 - Math.clz32(ahead & -ahead);
    field += zeros;
    if (field >= count) {
      reader.position = position + zeros - (field - count);
      break;
    }
    reader.position = position + zeros;
    if (ahead === 0) continue;
    reader.position++;
    const width = PLAYER_WIDTHS[field] as number;
    if (width === 0) {
      if (reader.readBit() === 0) floats[field] = reader.readBits(13) - FLOAT_BIAS;
      else words[field] = reader.readLong();
    } else words[field] = width < 0 ? reader.readSigned(-width) : reader.readBits(width);
    field++;
  }
  const { stats, persistant, holdable, powerups, ammo, ammoclip } = PLAYER_LISTS;
  if (reader.readBit() === 1) {
    if (reader.readBit() === 1) readList(reader, words, stats.at, 16);
    if (reader.readBit() === 1) readList(reader, words, persistant.at, 16);
    if (reader.readBit() === 1) readList(reader, words, holdable.at, 16);
    if (reader.readBit() === 1) readList(reader, words, powerups.at, 32);
  }
  if (reader.readBit() === 1) readGroups(reader, words, ammo.at);
  readGroups(reader, words, ammoclip.at);
  return true;
}

/** The four groups of 16 weapons. */
function readGroups(reader: BitReader, words: Int32Array, at: number): void {
  for (let group = 0; group < 64; group += 16)
    if (reader.readBit() === 1) readList(reader, words, at + group, 16);
}

function readList(reader: BitReader, words: Int32Array, at: number, bits: 16 | 32): void {
  const mask = reader.readBits(16);
  for (let index = 0; index < 16; index++)
    if ((mask & (1 << index)) !== 0) words[at + index] = reader.readSigned(bits);
}
