import { ENTITY_PLAYER } from "./events/snapshot-events.ts";
import { MAX_CLIENTS } from "./limits.ts";
import { ENTITY_FIELD_AT } from "./states/entity-fields.ts";
import { PLAYER_FIELD_AT } from "./states/player-fields.ts";
import type { Snapshot } from "./states/snapshot.ts";
import { ENTITY_STRIDE, type StatePool } from "./states/state-pool.ts";

const E = ENTITY_FIELD_AT;
const P = PLAYER_FIELD_AT;

/** Numbers per player in {@link Positions.values}. */
const VALUES = 6;

/**
 * Where everybody was whom the recorder could see, and where they looked, in one snapshot; the player
 * whose eyes it is comes first. The same object comes with each snapshot: copy what you keep.
 */
export interface Positions {
  /** Server time in milliseconds. */
  serverTime: number;
  /** How many players. */
  count: number;
  /** Their client numbers. */
  readonly clients: Uint8Array;
  /** Six numbers each: x, y, z in game units; pitch, yaw, roll in degrees. */
  readonly values: Float32Array;
}

/** Room for the positions of every client. */
export function emptyPositions(): Positions {
  const clients = new Uint8Array(MAX_CLIENTS + 1);
  return { serverTime: 0, count: 0, clients, values: new Float32Array(clients.length * VALUES) };
}

/** Fills in the positions of a snapshot. */
export function takePositions(snapshot: Snapshot, pool: StatePool, into: Positions): void {
  const { clients, values } = into;
  const { floats: own, words: ownWords } = snapshot.player;
  const { words, floats } = pool;
  into.serverTime = snapshot.serverTime;
  clients[0] = ownWords[P.clientNum] as number;
  for (let axis = 0; axis < 3; axis++) {
    values[axis] = own[P["origin[0]"] + axis] as number;
    values[3 + axis] = own[P["viewangles[0]"] + axis] as number;
  }
  let count = 1;
  for (let index = 0; index < snapshot.count; index++) {
    const number = snapshot.numbers[index] as number;
    if (number >= MAX_CLIENTS) break;
    const at = (snapshot.states[index] as number) * ENTITY_STRIDE;
    if (words[at + E.eType] !== ENTITY_PLAYER) continue;
    clients[count] = number;
    const to = count * VALUES;
    for (let axis = 0; axis < 3; axis++) {
      values[to + axis] = floats[at + E["pos.trBase[0]"] + axis] as number;
      values[to + 3 + axis] = floats[at + E["apos.trBase[0]"] + axis] as number;
    }
    count++;
  }
  into.count = count;
}
