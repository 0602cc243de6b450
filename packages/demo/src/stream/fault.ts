import type { BitReader } from "../bits/bit-reader.ts";
import type { DemoErrorCode } from "../result.ts";

/** What can be wrong within a message. */
export type Fault = Extract<
  DemoErrorCode,
  | "past_end"
  | "bad_operation"
  | "bad_code"
  | "bad_config_string"
  | "bad_field_count"
  | "bad_area_count"
  | "bad_entity_number"
  | "text_too_long"
  | "no_gamestate"
  | "ettv_demo"
>;

/**
 * What a reader met that is no value, if anything; else `otherwise`. What seems wrong behind the end of
 * a message is no more than that end.
 */
export function faultOf<T extends Fault | null>(reader: BitReader, otherwise: T): Fault | T {
  if (reader.overrun) return "past_end";
  return reader.escaped ? "bad_code" : otherwise;
}

/** Faults as sentences. */
export const FAULTS: Readonly<Record<Fault, string>> = {
  past_end: "a message ends within a value",
  bad_operation: "a message holds an operation that protocol 84 does not have",
  bad_code: "a message holds a code that stands for nothing",
  bad_config_string: "a configstring has an index outside of 0 to 1023",
  bad_field_count: "an entity or a player has more fields than there are",
  bad_area_count: "a mask of visible areas is longer than 32 bytes",
  bad_entity_number: "entities are out of order, or one has a number that none has",
  text_too_long: "a text is longer than the game has room for",
  no_gamestate: "there is a snapshot or a command before the gamestate",
  ettv_demo:
    "this is an ETTV recording (protocol 284, .tv_84), which is not read: convert it to .dm_84 first",
};
