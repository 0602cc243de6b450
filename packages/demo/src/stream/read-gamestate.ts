import type { BitReader } from "../bits/bit-reader.ts";
import { MAX_CONFIG_STRING_CHARACTERS, MAX_CONFIG_STRINGS, WORLD } from "../limits.ts";
import { readEntityFields } from "../states/read-entity.ts";
import { ENTITY_STRIDE, type StatePool, ZERO_STATE } from "../states/state-pool.ts";
import type { ConfigStrings } from "./config-strings.ts";
import { type Fault, faultOf } from "./fault.ts";
import { OPERATION } from "./operations.ts";

/** How the game stands when a map begins, or a recording: what all that follows is a difference to. */
export interface Gamestate {
  readonly configStrings: ConfigStrings;
  /** By number of the entity: its state in the pool. */
  readonly baselines: Int32Array;
  /** Number of the last command that has been carried out. */
  commandSequence: number;
  /** Client number of who recorded. */
  recorder: number;
  checksumFeed: number;
}

/** Reads a gamestate over the one before it, from behind its operation on. */
export function readGamestate(
  reader: BitReader,
  gamestate: Gamestate,
  pool: StatePool,
): Fault | null {
  const { configStrings, baselines } = gamestate;
  configStrings.clear();
  for (const state of baselines) pool.release(state);
  baselines.fill(ZERO_STATE);
  let hasBaseline = false;
  gamestate.commandSequence = reader.readLong();
  for (;;) {
    const item = reader.readByte();
    if (reader.overrun) return "past_end";
    if (item === OPERATION.end) break;
    if (item === OPERATION.configString) {
      const index = reader.readSigned(16);
      if (index < 0 || index >= MAX_CONFIG_STRINGS) return faultOf(reader, "bad_config_string");
      const text = reader.readText(MAX_CONFIG_STRING_CHARACTERS);
      if (text === null) return faultOf(reader, "text_too_long");
      if (!configStrings.set(index, text)) return "text_too_long";
    } else if (item === OPERATION.baseline) {
      hasBaseline = true;
      const number = reader.readBits(10);
      if (number >= WORLD) return faultOf(reader, "bad_entity_number");
      const isRemoved = reader.readBit() === 1;
      if (isRemoved || reader.readBit() === 0) continue;
      const state = pool.copyOf(ZERO_STATE);
      pool.release(baselines[number] as number);
      baselines[number] = state;
      if (!readEntityFields(reader, pool.words, pool.floats, state * ENTITY_STRIDE))
        return faultOf(reader, "bad_field_count");
    } else {
      const isEttv =
        item === OPERATION.ettvCurrentState || (hasBaseline && item === OPERATION.ettvSharedState);
      return faultOf(reader, isEttv ? "ettv_demo" : "bad_operation");
    }
    if (reader.overrun || reader.escaped) return faultOf(reader, "past_end");
  }
  gamestate.recorder = reader.readLong();
  gamestate.checksumFeed = reader.readLong();
  return faultOf(reader, null);
}
