import { MAX_AREA_BYTES, MAX_ENTITIES } from "../limits.ts";
import { PlayerState } from "./read-player.ts";
import type { StatePool } from "./state-pool.ts";

/** Bit of a snapshot's flags: the client is still connecting, the snapshot shows nothing of the game. */
export const FLAG_NOT_ACTIVE = 2;

/** What the recorder saw at one moment. Entities are in the order of their numbers. */
export class Snapshot {
  /** Number of the message it came in. */
  sequence = 0;
  /** Server time in milliseconds. */
  serverTime = 0;
  /** Rate delayed 1, not active 2, server count 4. */
  flags = 0;
  /** How many messages ago the snapshot came that this one is a difference to; 0: to none. */
  deltaNum = 0;
  /** Whether it can be used: false when that snapshot is not there any more. */
  valid = false;
  readonly areas = new Uint8Array(MAX_AREA_BYTES);
  areaCount = 0;
  readonly player = new PlayerState();
  /** Numbers of the entities, ascending. */
  readonly numbers = new Uint16Array(MAX_ENTITIES);
  /** Their states, in the pool. */
  readonly states = new Int32Array(MAX_ENTITIES);
  /** How many entities there are. */
  count = 0;
  /**
   * Those whose state is another than in the snapshot that this one is a difference to: their places in the
   * list, and the state they had; −1 for those that were not there.
   */
  readonly changed = new Uint16Array(MAX_ENTITIES);
  readonly changedFrom = new Int32Array(MAX_ENTITIES);
  changedCount = 0;
  /**
   * Removals of entities that were not there, as ETTV servers send them: in pairs, the number and that of
   * the entity told before. They change nothing; who writes the message anew to the bit needs them.
   */
  readonly strays: number[] = [];

  /** Lets go of its states. */
  clear(pool: StatePool): void {
    for (let at = 0; at < this.count; at++) pool.release(this.states[at] as number);
    this.count = 0;
    this.changedCount = 0;
    this.strays.length = 0;
    this.valid = false;
  }
}
