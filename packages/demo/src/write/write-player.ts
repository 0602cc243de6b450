import type { BitWriter } from "../bits/bit-writer.ts";
import { PLAYER_FIELD_COUNT, PLAYER_LISTS, PLAYER_WIDTHS } from "../states/player-fields.ts";
import { writeFloat } from "./write-entity.ts";

/** Values of a list that one mask covers. */
const GROUP = 16;

/**
 * Writes a player state as a difference to another, or to zeros (null). `hasAllClipMasks`: with a mask for
 * each group of what is loaded, though it be empty, as servers of 2.60 send it.
 */
export function writePlayer(
  writer: BitWriter,
  before: Int32Array | null,
  words: Int32Array,
  hasAllClipMasks: boolean,
): void {
  const was = (at: number) => (before === null ? 0 : (before[at] as number));
  let count: number = PLAYER_FIELD_COUNT;
  while (count > 0 && was(count - 1) === words[count - 1]) count--;
  writer.writeByte(count);
  for (let field = 0; field < count; field++) {
    const value = words[field] as number;
    const isChanged = value !== was(field);
    writer.writeBit(isChanged ? 1 : 0);
    if (!isChanged) continue;
    const width = PLAYER_WIDTHS[field] as number;
    if (width === 0) writeFloat(writer, value);
    else writer.writeBits(value, Math.abs(width));
  }

  const maskOf = (at: number) => {
    let mask = 0;
    for (let index = 0; index < GROUP; index++)
      if (words[at + index] !== was(at + index)) mask |= 1 << index;
    return mask;
  };
  const writeList = (at: number, mask: number, bits: 16 | 32) => {
    writer.writeBits(mask, 16);
    for (let index = 0; index < GROUP; index++)
      if ((mask & (1 << index)) !== 0) writer.writeBits(words[at + index] as number, bits);
  };
  const { stats, persistant, holdable, powerups, ammo, ammoclip } = PLAYER_LISTS;

  const small = [stats, persistant, holdable, powerups].map((list) => ({
    list,
    mask: maskOf(list.at),
  }));
  const hasSmall = small.some(({ mask }) => mask !== 0);
  writer.writeBit(hasSmall ? 1 : 0);
  for (const { list, mask } of hasSmall ? small : []) {
    writer.writeBit(mask === 0 ? 0 : 1);
    if (mask !== 0) writeList(list.at, mask, list === powerups ? 32 : 16);
  }

  const groups = [0, 1, 2, 3].map((group) => group * GROUP);
  const hasAmmo = groups.some((group) => maskOf(ammo.at + group) !== 0);
  writer.writeBit(hasAmmo ? 1 : 0);
  for (const { list, isEach } of [
    ...(hasAmmo ? [{ list: ammo, isEach: false }] : []),
    { list: ammoclip, isEach: hasAllClipMasks },
  ]) {
    for (const group of groups) {
      const mask = maskOf(list.at + group);
      const isWritten = isEach || mask !== 0;
      writer.writeBit(isWritten ? 1 : 0);
      if (isWritten) writeList(list.at + group, mask, 16);
    }
  }
}
