import { BitWriter } from "../bits/bit-writer.ts";
import { NO_ENTITY } from "../limits.ts";
import type { Snapshot } from "../states/snapshot.ts";
import { ENTITY_STRIDE, type StatePool, ZERO_STATE } from "../states/state-pool.ts";
import { OPERATION } from "../stream/operations.ts";
import type { Gamestate } from "../stream/read-gamestate.ts";
import { writeEntity, writeRemoval } from "./write-entity.ts";
import { writePlayer } from "./write-player.ts";

/** A command of the server with its number; one character a byte. */
export interface Command {
  readonly sequence: number;
  readonly text: string;
}

/** How snapshots are written. */
export interface WriteOptions {
  /** With masks for all that is loaded, though empty, as servers of 2.60 do. */
  readonly hasAllClipMasks?: boolean;
  /** With what has no effect: empty configstrings, removals of entities that are not there. */
  readonly isExact?: boolean;
}

/** A message, or null for one that is longer than the game takes. */
export type Message = Uint8Array | null;

/** Writes messages; states are those of one pool. */
export class MessageWriter {
  readonly #writer = new BitWriter();
  readonly #pool: StatePool;

  constructor(pool: StatePool) {
    this.#pool = pool;
  }

  /** The message that a demo begins with, and each of its maps. */
  gamestate(
    acknowledged: number,
    gamestate: Gamestate,
    { isExact = false }: WriteOptions = {},
  ): Message {
    const writer = this.#begin(acknowledged);
    const { configStrings, baselines, commandSequence, recorder, checksumFeed } = gamestate;
    writer.writeByte(OPERATION.gamestate);
    writer.writeLong(commandSequence);
    for (const [index, text] of configStrings.entries(isExact)) {
      writer.writeByte(OPERATION.configString);
      writer.writeBits(index, 16);
      writer.writeText(text);
    }
    for (const [number, state] of baselines.entries()) {
      if (state === ZERO_STATE) continue;
      writer.writeByte(OPERATION.baseline);
      this.#writeEntity(number, ZERO_STATE, state, true);
    }
    writer.writeByte(OPERATION.end);
    writer.writeLong(recorder);
    writer.writeLong(checksumFeed);
    return this.#end();
  }

  /**
   * A message with commands, and with a snapshot that is a difference to `base`, or to nothing; `baselines`
   * are what entities that are new differ from.
   */
  update(
    acknowledged: number,
    commands: readonly Command[],
    snapshot: Snapshot | null,
    base: Snapshot | null,
    baselines: Int32Array,
    { hasAllClipMasks = false, isExact = false }: WriteOptions = {},
  ): Message {
    const writer = this.#begin(acknowledged);
    for (const { sequence, text } of commands) {
      writer.writeByte(OPERATION.serverCommand);
      writer.writeLong(sequence);
      writer.writeText(text);
    }
    if (snapshot !== null) {
      writer.writeByte(OPERATION.snapshot);
      writer.writeLong(snapshot.serverTime);
      writer.writeByte(base === null ? 0 : snapshot.sequence - base.sequence);
      writer.writeByte(snapshot.flags);
      writer.writeByte(snapshot.areaCount);
      for (let at = 0; at < snapshot.areaCount; at++) writer.writeByte(snapshot.areas[at] ?? 0);
      writePlayer(writer, base?.player.words ?? null, snapshot.player.words, hasAllClipMasks);
      this.#writeEntities(snapshot, base, baselines, isExact ? snapshot.strays : []);
      writer.writeBits(NO_ENTITY, 10);
    }
    return this.#end();
  }

  /** Both lists are in the order of numbers: what is gone, what is new, what changed. */
  #writeEntities(
    snapshot: Snapshot,
    base: Snapshot | null,
    baselines: Int32Array,
    strays: readonly number[],
  ): void {
    let stray = 0;
    const oldCount = base?.count ?? 0;
    let old = 0;
    let next = 0;
    while (old < oldCount || next < snapshot.count || stray < strays.length) {
      const was = old < oldCount ? (base?.numbers[old] as number) : NO_ENTITY;
      const is = next < snapshot.count ? (snapshot.numbers[next] as number) : NO_ENTITY;
      if ((strays[stray + 1] ?? NO_ENTITY) < Math.min(was, is)) {
        writeRemoval(this.#writer, strays[stray] ?? 0);
        stray += 2;
        continue;
      }
      if (was < is) {
        writeRemoval(this.#writer, was);
        old++;
        continue;
      }
      const state = snapshot.states[next] as number;
      if (was === is) this.#writeEntity(is, base?.states[old++] as number, state, false);
      else this.#writeEntity(is, baselines[is] as number, state, true);
      next++;
    }
  }

  #writeEntity(number: number, from: number, to: number, isForced: boolean): void {
    const { words } = this.#pool;
    const [before, at] = [from * ENTITY_STRIDE, to * ENTITY_STRIDE];
    writeEntity(this.#writer, number, words, before, at, isForced);
  }

  #begin(acknowledged: number): BitWriter {
    this.#writer.reset();
    this.#writer.writeLong(acknowledged);
    return this.#writer;
  }

  #end(): Message {
    this.#writer.writeByte(OPERATION.end);
    const message = this.#writer.finish();
    return this.#writer.overflowed ? null : message;
  }
}
