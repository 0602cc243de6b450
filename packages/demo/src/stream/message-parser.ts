import type { BitReader } from "../bits/bit-reader.ts";
import { MAX_COMMAND_CHARACTERS, MAX_CONFIG_STRINGS, MAX_ENTITIES } from "../limits.ts";
import type { Snapshot } from "../states/snapshot.ts";
import { FLAG_NOT_ACTIVE } from "../states/snapshot.ts";
import { SnapshotRing } from "../states/snapshot-ring.ts";
import { StatePool } from "../states/state-pool.ts";
import { wordsOf } from "../text/words.ts";
import { ConfigStrings } from "./config-strings.ts";
import { type Fault, faultOf } from "./fault.ts";
import { OPERATION } from "./operations.ts";
import { type Gamestate, readGamestate } from "./read-gamestate.ts";
import { readSnapshot } from "./read-snapshot.ts";

/** Who is told what messages hold, in their order. All texts have one character a byte. */
export interface MessageSink {
  /** A map begins; all that was known of the game before is void. */
  gamestate(gamestate: Gamestate): void;
  /** Whether a command of this name is to be told; left out: each is. */
  wantsCommand?(name: string): boolean;
  /** A command of the server as it was sent. One that is not new is a repetition. */
  command(sequence: number, text: string, isNew: boolean): void;
  /** What a new command did to a configstring, after the command itself. */
  configString(sequence: number, index: number, before: string, after: string): void;
  /**
   * A usable snapshot of a running game and the one before it. Both are used again later: whoever wants
   * to keep something copies it.
   */
  snapshot(snapshot: Snapshot, previous: Snapshot | null): void;
  /** In place of the above when snapshots are not read: the server time of one in the message. */
  moment(serverTime: number): void;
}

/** What was counted on the way. */
export interface MessageCounts {
  gamestates: number;
  /** Usable ones. */
  snapshots: number;
  /** Usable ones that are a difference to none before. */
  wholeSnapshots: number;
  /** Those that are a difference to one that is not there. */
  unusableSnapshots: number;
  commands: number;
  repeatedCommands: number;
}

/**
 * Reads one message after the other and keeps what the next one needs: configstrings, baselines, the
 * ring of snapshots, the number of the last command.
 */
export class MessageParser {
  readonly pool: StatePool;
  readonly ring: SnapshotRing;
  readonly gamestate: Gamestate = {
    configStrings: new ConfigStrings(),
    baselines: new Int32Array(MAX_ENTITIES),
    commandSequence: 0,
    recorder: 0,
    checksumFeed: 0,
  };
  readonly counts: MessageCounts = {
    gamestates: 0,
    snapshots: 0,
    wholeSnapshots: 0,
    unusableSnapshots: 0,
    commands: 0,
    repeatedCommands: 0,
  };
  /** The client's last command that the server knew when it sent the message. */
  acknowledged = 0;
  readonly #sink: MessageSink;
  readonly #readsSnapshots: boolean;
  /** Parts of a configstring that comes in several commands. */
  #parts = "";

  /**
   * `pool` takes the states. `readsSnapshots` false: of a snapshot only its time is read, and the rest of
   * the message passed over.
   */
  constructor(sink: MessageSink, pool = new StatePool(), readsSnapshots = true) {
    this.#sink = sink;
    this.pool = pool;
    this.ring = new SnapshotRing(pool);
    this.#readsSnapshots = readsSnapshots;
  }

  /** Reads the message in the reader; `sequence` is its number. What is wrong with it, or null. */
  parse(reader: BitReader, sequence: number): Fault | null {
    this.acknowledged = reader.readLong();
    for (;;) {
      // Some writers leave out the last operation when the bits end with a byte.
      if (reader.position === reader.end) return faultOf(reader, null);
      const operation = reader.readByte();
      if (reader.overrun) return "past_end";
      switch (operation) {
        case OPERATION.nop:
          break;
        case OPERATION.end:
        case OPERATION.download:
          return faultOf(reader, null);
        case OPERATION.gamestate: {
          const fault = readGamestate(reader, this.gamestate, this.pool);
          if (fault !== null) return fault;
          this.ring.clear();
          this.#parts = "";
          this.counts.gamestates++;
          this.#sink.gamestate(this.gamestate);
          break;
        }
        case OPERATION.serverCommand: {
          const fault = this.#readCommand(reader);
          if (fault !== null) return fault;
          break;
        }
        case OPERATION.snapshot: {
          if (this.counts.gamestates === 0) return faultOf(reader, "no_gamestate");
          if (!this.#readsSnapshots) return this.#readMoment(reader);
          const fault = this.#readSnapshot(reader, sequence);
          if (fault !== null) return fault;
          break;
        }
        case OPERATION.ettvPlayerStates:
        case OPERATION.ettvCurrentState:
          return faultOf(reader, "ettv_demo");
        default:
          return faultOf(reader, "bad_operation");
      }
    }
  }

  #readCommand(reader: BitReader): Fault | null {
    if (this.counts.gamestates === 0) return faultOf(reader, "no_gamestate");
    const sequence = reader.readLong();
    // The server repeats a command until the client has said that it came.
    const isNew = sequence > this.gamestate.commandSequence;
    if (!reader.nextText(MAX_COMMAND_CHARACTERS)) return faultOf(reader, "text_too_long");
    if (reader.escaped) return "bad_code";
    const name = reader.firstWord;
    const isTold = this.#sink.wantsCommand?.(name) ?? true;
    // Most commands are of no interest to anybody.
    if (isTold) this.#sink.command(sequence, reader.text, isNew);
    if (!isNew) {
      this.counts.repeatedCommands++;
      return null;
    }
    this.gamestate.commandSequence = sequence;
    this.counts.commands++;
    return SETTERS.has(name) ? this.#carryOut(sequence, reader.text) : null;
  }

  /** `cs INDEX "TEXT"` sets a configstring, `bcs0`, `bcs1` … `bcs2` one in parts. */
  #carryOut(sequence: number, text: string): Fault | null {
    const [name, index = "", part = ""] = wordsOf(text);
    if (name === "cs") return this.#setConfigString(sequence, index, part);
    this.#parts = name === "bcs0" ? part : this.#parts + part;
    if (name !== "bcs2") return this.#parts.length > MAX_PARTS ? "text_too_long" : null;
    const whole = this.#parts;
    this.#parts = "";
    return this.#setConfigString(sequence, index, whole);
  }

  #setConfigString(sequence: number, index: string, text: string): Fault | null {
    const at = Number.parseInt(index, 10);
    if (!(at >= 0 && at < MAX_CONFIG_STRINGS)) return "bad_config_string";
    const { configStrings } = this.gamestate;
    const before = configStrings.get(at);
    if (!configStrings.set(at, text)) return "text_too_long";
    if (before !== text) this.#sink.configString(sequence, at, before, text);
    return null;
  }

  #readMoment(reader: BitReader): Fault | null {
    const serverTime = reader.readLong();
    const deltaNum = reader.readByte();
    const flags = reader.readByte();
    const fault = faultOf(reader, null);
    if (fault !== null) return fault;
    this.counts.snapshots++;
    if (deltaNum === 0) this.counts.wholeSnapshots++;
    if ((flags & FLAG_NOT_ACTIVE) === 0) this.#sink.moment(serverTime);
    return null;
  }

  #readSnapshot(reader: BitReader, sequence: number): Fault | null {
    const { ring, pool, counts } = this;
    const snapshot = ring.take();
    const fault = readSnapshot(reader, snapshot, sequence, ring, pool, this.gamestate.baselines);
    if (fault !== null || !snapshot.valid) {
      ring.drop(snapshot);
      if (fault === null) counts.unusableSnapshots++;
      return fault;
    }
    counts.snapshots++;
    if (snapshot.deltaNum === 0) counts.wholeSnapshots++;
    const isActive = (snapshot.flags & FLAG_NOT_ACTIVE) === 0;
    if (isActive) this.#sink.snapshot(snapshot, ring.previous);
    ring.keep(snapshot, isActive);
    return null;
  }
}

/** The commands that set configstrings. */
const SETTERS = new Set(["cs", "bcs0", "bcs1", "bcs2"]);
/** Characters of a configstring that comes in parts: the game has no room for more. */
const MAX_PARTS = 8192;
