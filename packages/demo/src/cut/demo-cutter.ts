import { BitReader } from "../bits/bit-reader.ts";
import { GAMESTATE_CHARACTERS } from "../limits.ts";
import { type DemoError, type DemoErrorCode, type DemoResult, failed } from "../result.ts";
import { FLAG_NOT_ACTIVE, type Snapshot } from "../states/snapshot.ts";
import { FAULTS } from "../stream/fault.ts";
import { type Frame, Frames, HEADER_BYTES } from "../stream/frames.ts";
import { MessageParser } from "../stream/message-parser.ts";
import { type Peek, peekMessage } from "../stream/peek-message.ts";
import { endMark, frameOf } from "../write/write-frame.ts";
import { type Command, type Message, MessageWriter } from "../write/write-message.ts";
import type { Stretch } from "./moment.ts";

/** What became of a cut. */
export interface CutReport {
  readonly stretch: Stretch;
  /** Server times of its first and last snapshot. */
  readonly firstServerTime: number;
  readonly lastServerTime: number;
  readonly bytes: number;
  /** Messages, the gamestate included; and how many of them are as they were to the byte. */
  readonly messages: number;
  readonly copied: number;
}

/**
 * Cuts a stretch out of a demo that comes in pieces: `push` each, then `finish`. The cut begins with a
 * gamestate of that moment and a whole snapshot. A message after that stays as it is where what it is a
 * difference to is in the cut, and is written anew where it is not. Numbers of messages and of commands,
 * and server times, stay.
 */
export class DemoCutter {
  readonly #stretch: Stretch;
  readonly #write: (piece: Uint8Array) => void;
  readonly #frames = new Frames();
  readonly #bits = new BitReader();
  readonly #parser: MessageParser;
  readonly #writer: MessageWriter;
  /** New commands of the message at hand. */
  #commands: Command[] = [];
  /** Its snapshot, and that which it is a difference to. */
  #snapshot: Snapshot | null = null;
  #base: Snapshot | null = null;
  /** Numbers of the messages whose snapshots the cut has. */
  readonly #written = new Set<number>();
  #part = -1;
  #bytes = 0;
  #messages = 0;
  #copied = 0;
  #read = 0;
  #first: number | null = null;
  #last = 0;
  #isDone = false;
  #error: DemoError | null = null;
  #damage: string | null = null;

  /** `write` gets the pieces of the cut in order; each is its own. */
  constructor(stretch: Stretch, write: (piece: Uint8Array) => void) {
    this.#stretch = stretch;
    this.#write = write;
    this.#parser = new MessageParser({
      gamestate: () => {
        this.#part++;
      },
      command: (sequence, text, isNew) => {
        if (isNew) this.#commands.push({ sequence, text });
      },
      configString: () => {},
      moment: () => {},
      snapshot: (snapshot) => {
        this.#snapshot = snapshot;
        const { deltaNum, sequence } = snapshot;
        this.#base = deltaNum === 0 ? null : this.#parser.ring.find(sequence - deltaNum);
      },
    });
    this.#writer = new MessageWriter(this.#parser.pool);
  }

  /** Takes the next piece of the demo. False: the cut is complete, or cannot be made. */
  push(piece: Uint8Array): boolean {
    if (!this.#isDone) this.#frames.push(piece, (frame) => this.#take(frame));
    return !this.#isDone && !this.#frames.ended;
  }

  /** Ends the cut. */
  finish(): DemoResult<CutReport> {
    if (this.#error !== null) return { ok: false, error: this.#error };
    if (this.#first === null) {
      const { from, to } = this.#stretch;
      return failed("out_of_range", `the demo has no snapshot from @${from} to @${to}`);
    }
    this.#put(endMark());
    const value: CutReport = {
      stretch: this.#stretch,
      firstServerTime: this.#first,
      lastServerTime: this.#last,
      bytes: this.#bytes,
      messages: this.#messages,
      copied: this.#copied,
    };
    if (this.#damage === null) return { ok: true, value, warnings: [] };
    const message = `the demo is damaged, the cut ends there: ${this.#damage}`;
    return { ok: true, value, warnings: [{ code: "damaged", message }] };
  }

  #take(frame: Frame): boolean {
    const { sequence, bytes, from, length } = frame;
    this.#read++;
    this.#bits.load(bytes, from, length);
    const peek = peekMessage(this.#bits);
    if (peek.isGamestate && this.#part === this.#stretch.part) return this.#stop();
    const isFirst = this.#first === null && this.#isFirst(peek, sequence);
    // As it was before the commands of the first message.
    const gamestate = isFirst ? this.#gamestate(peek.acknowledged) : null;
    if (this.#isDone) return false;

    this.#commands = [];
    this.#snapshot = null;
    this.#bits.load(bytes, from, length);
    const fault = this.#parser.parse(this.#bits, sequence);
    if (fault !== null) {
      const offset = frame.offset + HEADER_BYTES + Math.min(length, this.#bits.position >>> 3);
      this.#damage = `${FAULTS[fault]} (message ${this.#read}, byte ${offset})`;
      if (this.#first === null)
        this.#fail(fault, FAULTS[fault], { offset, messageNumber: this.#read, sequence });
      return this.#stop();
    }
    // Not before it is known that the message is sound, its time included.
    const isInPart = this.#part === this.#stretch.part;
    if (isInPart && peek.snapshot !== null && peek.snapshot.serverTime > this.#stretch.to)
      return this.#stop();
    if (isFirst) {
      this.#first = peek.snapshot?.serverTime ?? 0;
      if (gamestate !== null) this.#put(frameOf(sequence - 1, gamestate));
      this.#messages++;
    }
    if (this.#first === null) return true;
    this.#keep(frame);
    return !this.#isDone;
  }

  /** Whether the cut begins with the message: it has a snapshot from the stretch that can be used. */
  #isFirst({ snapshot }: Peek, sequence: number): boolean {
    if (snapshot === null || this.#part !== this.#stretch.part) return false;
    const { serverTime, deltaNum, flags } = snapshot;
    if (serverTime < this.#stretch.from || (flags & FLAG_NOT_ACTIVE) !== 0) return false;
    return deltaNum === 0 || this.#parser.ring.find(sequence - deltaNum) !== null;
  }

  #gamestate(acknowledged: number): Message {
    const { gamestate } = this.#parser;
    const texts = gamestate.configStrings.entries();
    const characters = texts.reduce((sum, [, text]) => sum + text.length + 1, 0);
    if (characters > GAMESTATE_CHARACTERS) {
      const most = `${characters} characters; the game has room for ${GAMESTATE_CHARACTERS}`;
      this.#fail("message_too_large", `the configstrings of this moment have ${most}`);
    }
    return this.#checked(this.#writer.gamestate(acknowledged, gamestate));
  }

  /** Writes the message at hand: as it is, or with a whole snapshot where its base is not in the cut. */
  #keep({ sequence, bytes, from, length }: Frame): void {
    const snapshot = this.#snapshot;
    this.#messages++;
    const isFirst = this.#written.size === 0;
    const leansOutside =
      snapshot !== null && this.#base !== null && !this.#written.has(this.#base.sequence);
    if (isFirst || leansOutside) {
      const { baselines } = this.#parser.gamestate;
      const { acknowledged } = this.#parser;
      const message = this.#checked(
        this.#writer.update(acknowledged, this.#commands, snapshot, null, baselines),
      );
      if (message !== null) this.#put(frameOf(sequence, message));
    } else {
      this.#copied++;
      this.#put(frameOf(sequence, bytes.subarray(from, from + length)));
    }
    if (snapshot === null) return;
    this.#written.add(sequence);
    this.#last = snapshot.serverTime;
  }

  #checked(message: Message): Message {
    if (message === null)
      this.#fail(
        "message_too_large",
        "a whole snapshot of this moment is longer than a message may be",
      );
    return message;
  }

  #put(piece: Uint8Array): void {
    this.#bytes += piece.length;
    this.#write(piece);
  }

  #fail(
    code: DemoErrorCode,
    message: string,
    place: Omit<DemoError, "code" | "message"> = {},
  ): void {
    this.#error ??= { code, message, ...place };
    this.#isDone = true;
  }

  #stop(): false {
    this.#isDone = true;
    return false;
  }
}
