import { ENTITY_FIELD_COUNT } from "./entity-fields.ts";

/** Words between two states of the pool. */
export const ENTITY_STRIDE = 72;

/** The state that is all zero: every entity without a baseline begins there. */
export const ZERO_STATE = 0;

/**
 * Entity states, one behind the other in one buffer. States do not change once they are made, so all
 * snapshots in which an entity stands still share one. Counts how many lists hold each state and makes
 * room for another when nobody does.
 */
export class StatePool {
  /** The words of all states; state `s` has its fields from `s * ENTITY_STRIDE` on. */
  words = new Int32Array(256 * ENTITY_STRIDE);
  /** The same, for fields that are floats. */
  floats = new Float32Array(this.words.buffer);
  #holders = new Uint16Array(256);
  #free: Int32Array = new Int32Array(256);
  #freeCount = 0;
  #used = 1;

  /** A new state that is equal to another, held once. */
  copyOf(state: number): number {
    const copy = this.#freeCount > 0 ? (this.#free[--this.#freeCount] as number) : this.#next();
    this.#holders[copy] = 1;
    const from = state * ENTITY_STRIDE;
    this.words.copyWithin(copy * ENTITY_STRIDE, from, from + ENTITY_FIELD_COUNT);
    return copy;
  }

  /** One more list holds the state. */
  hold(state: number): void {
    (this.#holders[state] as number)++;
  }

  /** One list less holds the state. */
  release(state: number): void {
    if (state === ZERO_STATE) return;
    const left = (this.#holders[state] as number) - 1;
    this.#holders[state] = left;
    if (left === 0) this.#free[this.#freeCount++] = state;
  }

  /** Whether both states have the same fields. */
  equal(a: number, b: number): boolean {
    if (a === b) return true;
    const { words } = this;
    const [atA, atB] = [a * ENTITY_STRIDE, b * ENTITY_STRIDE];
    for (let field = 0; field < ENTITY_FIELD_COUNT; field++)
      if (words[atA + field] !== words[atB + field]) return false;
    return true;
  }

  #next(): number {
    if (this.#used === this.#holders.length) this.#grow();
    return this.#used++;
  }

  #grow(): void {
    const size = this.#holders.length * 2;
    const words = new Int32Array(size * ENTITY_STRIDE);
    words.set(this.words);
    this.words = words;
    this.floats = new Float32Array(words.buffer);
    const holders = new Uint16Array(size);
    holders.set(this.#holders);
    this.#holders = holders;
    const free = new Int32Array(size);
    free.set(this.#free);
    this.#free = free;
  }
}
