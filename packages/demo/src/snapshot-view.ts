import {
  ENTITY_FIELD_AT,
  ENTITY_FIELD_COUNT,
  ENTITY_WIDTHS,
  type EntityField,
} from "./states/entity-fields.ts";
import {
  PLAYER_FIELD_AT,
  PLAYER_LISTS,
  PLAYER_WIDTHS,
  type PlayerField,
  type PlayerList,
} from "./states/player-fields.ts";
import { Snapshot } from "./states/snapshot.ts";
import { ENTITY_STRIDE, type StatePool } from "./states/state-pool.ts";

/** A snapshot that nobody else uses: states as words of 32 bits, in the order of the field tables. */
export interface SnapshotCopy {
  readonly sequence: number;
  readonly serverTime: number;
  readonly flags: number;
  readonly areas: readonly number[];
  readonly player: Int32Array;
  /** By number of the entity. */
  readonly entities: ReadonlyMap<number, Int32Array>;
}

/** All that the recorder saw at one moment. */
export class SnapshotView {
  readonly #pool: StatePool;
  #snapshot = new Snapshot();

  constructor(pool: StatePool) {
    this.#pool = pool;
  }

  /** Looks at another snapshot from now on. */
  of(snapshot: Snapshot): this {
    this.#snapshot = snapshot;
    return this;
  }

  /** Server time in milliseconds. */
  get serverTime(): number {
    return this.#snapshot.serverTime;
  }

  /** Number of the message it came in. */
  get sequence(): number {
    return this.#snapshot.sequence;
  }

  /** How many messages before the snapshot came that this one is a difference to; 0: to none. */
  get deltaNum(): number {
    return this.#snapshot.deltaNum;
  }

  /** Rate delayed 1, server count 4 (changes with every restart). */
  get flags(): number {
    return this.#snapshot.flags;
  }

  /** A field of the player whose eyes it is. */
  player(field: PlayerField): number {
    const at = PLAYER_FIELD_AT[field];
    const { words, floats } = this.#snapshot.player;
    return (PLAYER_WIDTHS[at] === 0 ? floats[at] : words[at]) ?? 0;
  }

  /** A value of one of that player's lists; 0 where the list is shorter. */
  playerList(list: PlayerList, index: number): number {
    const { at, length } = PLAYER_LISTS[list];
    if (!(index >= 0 && index < length)) return 0;
    return this.#snapshot.player.words[at + index] ?? 0;
  }

  /** How many entities there are; their own player is none of them. */
  get entityCount(): number {
    return this.#snapshot.count;
  }

  /** Number of the entity at a place from 0 on, ascending; −1 behind the last. */
  entityNumber(place: number): number {
    return place >= 0 && place < this.#snapshot.count ? (this.#snapshot.numbers[place] ?? -1) : -1;
  }

  /** A field of the entity at a place from 0 on. */
  entity(place: number, field: EntityField): number {
    if (this.entityNumber(place) < 0) return 0;
    const at = ENTITY_FIELD_AT[field];
    const word = (this.#snapshot.states[place] ?? 0) * ENTITY_STRIDE + at;
    const { words, floats } = this.#pool;
    return (ENTITY_WIDTHS[at] === 0 ? floats[word] : words[word]) ?? 0;
  }

  /** The snapshot to keep. */
  copy(): SnapshotCopy {
    const { sequence, serverTime, flags, areas, areaCount, player, numbers, states, count } =
      this.#snapshot;
    const entities = new Map<number, Int32Array>();
    for (let place = 0; place < count; place++) {
      const at = (states[place] ?? 0) * ENTITY_STRIDE;
      const words = this.#pool.words.slice(at, at + ENTITY_FIELD_COUNT);
      entities.set(numbers[place] ?? 0, words);
    }
    return {
      sequence,
      serverTime,
      flags,
      areas: [...areas.subarray(0, areaCount)],
      player: player.words.slice(),
      entities,
    };
  }
}
