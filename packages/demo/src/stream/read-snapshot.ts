import type { BitReader } from "../bits/bit-reader.ts";
import { DECODED } from "../bits/huffman.ts";
import { MAX_AREA_BYTES, NO_ENTITY, WORLD } from "../limits.ts";
import { readEntityFields } from "../states/read-entity.ts";
import { readPlayerFields } from "../states/read-player.ts";
import type { Snapshot } from "../states/snapshot.ts";
import type { SnapshotRing } from "../states/snapshot-ring.ts";
import { ENTITY_STRIDE, type StatePool } from "../states/state-pool.ts";
import { type Fault, faultOf } from "./fault.ts";

/**
 * Reads a snapshot from behind its operation on. It is a difference to the one that came `deltaNum`
 * messages before. Where that is not there any more, the bits are read all the same, but what they say
 * is worth nothing: `valid` is false. Whoever asked keeps the snapshot in the ring or drops it, faulty
 * ones too.
 */
export function readSnapshot(
  reader: BitReader,
  snapshot: Snapshot,
  sequence: number,
  ring: SnapshotRing,
  pool: StatePool,
  baselines: Int32Array,
): Fault | null {
  snapshot.sequence = sequence;
  snapshot.serverTime = reader.readLong();
  snapshot.deltaNum = reader.readByte();
  snapshot.flags = reader.readByte();
  const areaCount = reader.readByte();
  if (areaCount > MAX_AREA_BYTES) return faultOf(reader, "bad_area_count");
  snapshot.areaCount = areaCount;
  for (let at = 0; at < areaCount; at++) snapshot.areas[at] = reader.readByte();

  const base = snapshot.deltaNum === 0 ? null : ring.find(sequence - snapshot.deltaNum);
  snapshot.valid = snapshot.deltaNum === 0 || base !== null;
  snapshot.player.become(base?.player ?? null);
  if (!readPlayerFields(reader, snapshot.player)) return faultOf(reader, "bad_field_count");
  const fault = readEntities(reader, snapshot, base, pool, baselines);
  return faultOf(reader, fault);
}

/**
 * The entities that differ from those of `base`, by number: removed, as they were, or changed. One that
 * is new is a difference to its baseline. All others stay.
 */
function readEntities(
  reader: BitReader,
  snapshot: Snapshot,
  base: Snapshot | null,
  pool: StatePool,
  baselines: Int32Array,
): Fault | null {
  const { numbers, states, strays, changed, changedFrom } = snapshot;
  const { view, end } = reader;
  const old = base?.numbers ?? numbers;
  const oldStates = base?.states ?? states;
  const oldCount = base?.count ?? 0;
  let nextOld = 0;
  let count = 0;
  let changedCount = 0;
  let last = -1;
  let fault: Fault | null = null;
  for (;;) {
    // The number (2 bits, then a byte in code) and the two bits behind it: 15 bits at most.
    const { position } = reader;
    const ahead = view.getUint32(position >>> 3, true) >>> (position & 7);
    const entry = DECODED[(ahead >>> 2) & 2047] as number;
    const length = 2 + ((entry >>> 8) & 15);
    const number = (ahead & 3) | ((entry & 255) << 2);
    reader.met |= entry;
    reader.position = position + length;
    if (position + length > end) {
      fault = "past_end";
      break;
    }
    const flags = ahead >>> length;
    if (number >= WORLD || number <= last) {
      // An ETTV server takes away entities that are not there, even out of order.
      if (number < WORLD && (flags & 1) === 1) {
        reader.position++;
        strays.push(number, last);
        continue;
      }
      if (number !== NO_ENTITY) fault = "bad_entity_number";
      break;
    }
    const told = last;
    last = number;
    while (nextOld < oldCount && (old[nextOld] as number) < number) {
      const state = oldStates[nextOld] as number;
      numbers[count] = old[nextOld++] as number;
      states[count++] = state;
      pool.hold(state);
    }
    const isOld = nextOld < oldCount && old[nextOld] === number;
    const from = (isOld ? oldStates[nextOld++] : baselines[number]) as number;
    if ((flags & 1) === 1) {
      reader.position++;
      if (!isOld) strays.push(number, told);
      continue;
    }
    reader.position += 2;
    numbers[count] = number;
    if (!isOld || (flags & 2) !== 0) {
      changed[changedCount] = count;
      changedFrom[changedCount++] = isOld ? from : -1;
    }
    if ((flags & 2) === 0) {
      states[count++] = from;
      pool.hold(from);
      continue;
    }
    const state = pool.copyOf(from);
    states[count++] = state;
    if (!readEntityFields(reader, pool.words, pool.floats, state * ENTITY_STRIDE)) {
      fault = "bad_field_count";
      break;
    }
  }
  for (; nextOld < oldCount; nextOld++) {
    const state = oldStates[nextOld] as number;
    numbers[count] = old[nextOld] as number;
    states[count++] = state;
    pool.hold(state);
  }
  snapshot.count = count;
  snapshot.changedCount = changedCount;
  return fault;
}
