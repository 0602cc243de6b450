import { SNAPSHOT_RING } from "../limits.ts";
import { Snapshot } from "./snapshot.ts";
import type { StatePool } from "./state-pool.ts";

/**
 * The last 32 snapshots by number of message, of which a new one may be a difference; and the one
 * before, which events are told from. Snapshots are used again: 34 are enough for a demo of any length.
 */
export class SnapshotRing {
  readonly #pool: StatePool;
  readonly #slots: (Snapshot | null)[] = new Array(SNAPSHOT_RING).fill(null);
  readonly #spare: Snapshot[] = [];
  /** The usable snapshot that came last. */
  previous: Snapshot | null = null;

  constructor(pool: StatePool) {
    this.#pool = pool;
  }

  /** The snapshot of the message with this number, if it is still there. */
  find(sequence: number): Snapshot | null {
    const held = this.#slots[sequence & (SNAPSHOT_RING - 1)];
    return held?.sequence === sequence ? held : null;
  }

  /** An empty snapshot, to be filled and then kept or dropped. */
  take(): Snapshot {
    return this.#spare.pop() ?? new Snapshot();
  }

  /** Keeps a snapshot for later ones; `isPrevious`: as the one that came last, too. */
  keep(snapshot: Snapshot, isPrevious: boolean): void {
    const slot = snapshot.sequence & (SNAPSHOT_RING - 1);
    const displaced = this.#slots[slot] ?? null;
    this.#slots[slot] = snapshot;
    const before = this.previous;
    if (isPrevious) this.previous = snapshot;
    if (displaced !== null && displaced !== this.previous) this.drop(displaced);
    if (before === null || before === this.previous || before === displaced) return;
    if (this.#slots[before.sequence & (SNAPSHOT_RING - 1)] !== before) this.drop(before);
  }

  /** Gives a snapshot back. */
  drop(snapshot: Snapshot): void {
    snapshot.clear(this.#pool);
    this.#spare.push(snapshot);
  }

  /** Forgets all of them: another map begins. */
  clear(): void {
    for (const held of new Set([...this.#slots, this.previous])) if (held !== null) this.drop(held);
    this.#slots.fill(null);
    this.previous = null;
  }
}
