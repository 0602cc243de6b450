import {
  MAX_AREA_BYTES,
  MAX_COMMAND_CHARACTERS,
  MAX_CONFIG_STRINGS,
  MAX_ENTITIES,
  WORLD,
} from "../limits.ts";
import { type DemoError, type DemoErrorCode, type DemoResult, failed } from "../result.ts";
import type { Snapshot } from "../states/snapshot.ts";
import { SnapshotRing } from "../states/snapshot-ring.ts";
import { ENTITY_STRIDE, StatePool, ZERO_STATE } from "../states/state-pool.ts";
import { ConfigStrings } from "../stream/config-strings.ts";
import type { Gamestate } from "../stream/read-gamestate.ts";
import { streamText } from "../text/shown-text.ts";
import { wordsOf } from "../text/words.ts";
import {
  type EntityValues,
  type PlayerValues,
  setEntityValues,
  setPlayerValues,
} from "./set-values.ts";
import { endMark, frameOf, joined } from "./write-frame.ts";
import { type Command, type Message, MessageWriter } from "./write-message.ts";

/** How a map of a made demo begins. */
export interface GamestateValues {
  readonly configStrings: Readonly<Record<number, string>>;
  /** By number of the entity; fields that are not named are 0. */
  readonly baselines?: Readonly<Record<number, EntityValues>>;
  /** Client number of who records (default: 0). */
  readonly recorder?: number;
  readonly checksumFeed?: number;
}

/** One snapshot of a made demo. */
export interface SnapshotValues {
  /** Milliseconds. */
  readonly serverTime: number;
  /** Fields that are not named are 0. */
  readonly player?: PlayerValues;
  /** All that are there, by number; fields that are not named are those of the baseline. */
  readonly entities?: Readonly<Record<number, EntityValues>>;
  readonly flags?: number;
  readonly areas?: readonly number[];
  /**
   * How many messages ago the snapshot came that this one is written as a difference to; 0: none. By
   * default the one before, where there is one.
   */
  readonly deltaNum?: number;
}

/**
 * Makes demos: for tests, for samples, for tools that have no recording at hand. Call `gamestate` first,
 * then `command` and `snapshot` as they should come; commands go into the message of the next snapshot.
 */
export class DemoBuilder {
  readonly #pool = new StatePool();
  readonly #ring = new SnapshotRing(this.#pool);
  readonly #writer = new MessageWriter(this.#pool);
  readonly #pieces: Uint8Array[] = [];
  #gamestate: Gamestate | null = null;
  #commands: Command[] = [];
  #sequence: number;
  #commandSequence = 0;
  #error: DemoError | null = null;

  /** `sequence` is the number of the first message. */
  constructor(sequence = 1) {
    this.#sequence = sequence;
  }

  /** Begins a map. */
  gamestate(values: GamestateValues): this {
    const { configStrings, baselines = {}, recorder = 0, checksumFeed = 0 } = values;
    const gamestate: Gamestate = {
      configStrings: new ConfigStrings(),
      baselines: new Int32Array(MAX_ENTITIES).fill(ZERO_STATE),
      commandSequence: this.#commandSequence,
      recorder,
      checksumFeed,
    };
    for (const [index, text] of Object.entries(configStrings)) {
      const isIndex = Number(index) >= 0 && Number(index) < MAX_CONFIG_STRINGS;
      if (!isIndex) this.#fail("bad_value", `there is no configstring ${index}`);
      else if (!gamestate.configStrings.set(Number(index), streamText(text)))
        this.#fail("text_too_long", "the configstrings are longer than the game has room for");
    }
    for (const [number, entity] of Object.entries(baselines)) {
      const state = this.#stateOf(Number(number), ZERO_STATE, entity);
      if (state !== null) gamestate.baselines[Number(number)] = state;
    }
    this.#ring.clear();
    this.#gamestate = gamestate;
    return this.#add(this.#writer.gamestate(0, gamestate));
  }

  /** A command of the server, for the next snapshot. It gets the next number, or `sequence`. */
  command(text: string, sequence = this.#commandSequence + 1): this {
    const bytes = streamText(text);
    if (bytes.length > MAX_COMMAND_CHARACTERS)
      this.#fail("text_too_long", `a command has at most ${MAX_COMMAND_CHARACTERS} characters`);
    this.#commands.push({ sequence, text: bytes });
    this.#commandSequence = Math.max(this.#commandSequence, sequence);
    return this;
  }

  /** Sets a configstring, as servers do while a map goes on. */
  configString(index: number, text: string): this {
    const words = wordsOf(`cs ${index} "${text}"`);
    if (words[2] !== text) this.#fail("bad_value", "a configstring cannot have a quotation mark");
    return this.command(`cs ${index} "${text}"`);
  }

  /** A message with a snapshot, and the commands before it. */
  snapshot(values: SnapshotValues): this {
    const gamestate = this.#gamestate;
    if (gamestate === null) {
      this.#fail("no_gamestate", "a demo begins with a gamestate");
      return this;
    }
    const snapshot = this.#ring.take();
    snapshot.sequence = this.#sequence;
    this.#fill(snapshot, values, gamestate.baselines);
    const { deltaNum } = values;
    const base =
      deltaNum === undefined
        ? this.#ring.previous
        : deltaNum === 0
          ? null
          : this.#ring.find(this.#sequence - deltaNum);
    if (deltaNum !== undefined && deltaNum !== 0 && base === null)
      this.#fail("bad_value", `there is no snapshot ${deltaNum} messages ago`);
    snapshot.deltaNum = base === null ? 0 : snapshot.sequence - base.sequence;
    snapshot.valid = true;
    this.#add(this.#writer.update(0, this.#commands, snapshot, base, gamestate.baselines));
    this.#ring.keep(snapshot, true);
    this.#commands = [];
    return this;
  }

  /** A message with the commands so far and no snapshot. */
  message(): this {
    const { baselines } = this.#gamestate ?? { baselines: new Int32Array(MAX_ENTITIES) };
    this.#add(this.#writer.update(0, this.#commands, null, null, baselines));
    this.#commands = [];
    return this;
  }

  /** Leaves out numbers of messages, as where a recording lost some. */
  skip(messages: number): this {
    this.#sequence += messages;
    return this;
  }

  /** The file, or what could not be written; `hasEnd` false: without the mark for its end. */
  finish({ hasEnd = true }: { readonly hasEnd?: boolean } = {}): DemoResult<Uint8Array> {
    if (this.#error !== null) return { ok: false, error: this.#error };
    if (this.#gamestate === null) return failed("no_gamestate", "a demo begins with a gamestate");
    const pieces = hasEnd ? [...this.#pieces, endMark()] : this.#pieces;
    return { ok: true, value: joined(pieces), warnings: [] };
  }

  #fill(snapshot: Snapshot, values: SnapshotValues, baselines: Int32Array): void {
    const { serverTime, player = {}, entities = {}, flags = 0, areas = [] } = values;
    snapshot.serverTime = serverTime;
    snapshot.flags = flags;
    snapshot.areaCount = Math.min(areas.length, MAX_AREA_BYTES);
    snapshot.areas.set(areas.slice(0, MAX_AREA_BYTES));
    snapshot.player.words.fill(0);
    const wrong = setPlayerValues(snapshot.player.words, player);
    if (wrong !== null) this.#fail("bad_value", `no value of a player: ${wrong}`);
    // Keys that are whole numbers come in their order.
    for (const [key, entity] of Object.entries(entities)) {
      const number = Number(key);
      const state = this.#stateOf(number, baselines[number] ?? ZERO_STATE, entity);
      if (state === null) continue;
      snapshot.numbers[snapshot.count] = number;
      snapshot.states[snapshot.count++] = state;
    }
  }

  /** A new state; null for an entity that cannot be. */
  #stateOf(number: number, from: number, values: EntityValues): number | null {
    if (!(Number.isInteger(number) && number >= 0 && number < WORLD)) {
      this.#fail("bad_value", `no number of an entity: ${number}`);
      return null;
    }
    const state = this.#pool.copyOf(from);
    const wrong = setEntityValues(this.#pool.words, state * ENTITY_STRIDE, values);
    if (wrong !== null) this.#fail("bad_value", `no value of an entity: ${wrong}`);
    return state;
  }

  #add(message: Message): this {
    if (message === null)
      this.#fail("message_too_large", "a message is longer than the game takes");
    else this.#pieces.push(frameOf(this.#sequence, message));
    this.#sequence++;
    return this;
  }

  #fail(code: DemoErrorCode, message: string): void {
    this.#error ??= { code, message };
  }
}
