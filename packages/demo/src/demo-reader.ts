import { BitReader } from "./bits/bit-reader.ts";
import type { Demo } from "./demo.ts";
import type { DemoEvent, Hit } from "./events/demo-event.ts";
import { Timeline } from "./events/timeline.ts";
import { protocolOf, protocolOfName } from "./game/protocol.ts";
import { emptyPositions, type Positions, takePositions } from "./positions.ts";
import { type DemoError, type DemoResult, type DemoWarning, failed } from "./result.ts";
import { SnapshotView } from "./snapshot-view.ts";
import { StatePool } from "./states/state-pool.ts";
import { FAULTS } from "./stream/fault.ts";
import { type Frame, Frames, HEADER_BYTES } from "./stream/frames.ts";
import { MessageParser } from "./stream/message-parser.ts";
import { HEAD_BYTES, otherFileOf } from "./stream/other-files.ts";

/** What to read of a demo. Whatever is not asked for is not worked out. */
export interface ReadOptions {
  /** Name of the file: its ending tells the protocol. */
  readonly fileName?: string;
  /** Events and hits; without them, and without snapshots, only maps, players and times (default: true). */
  readonly events?: boolean;
  /** Takes each event as it comes; they are not collected then. */
  readonly onEvent?: (event: DemoEvent) => void;
  /** Takes each hit as it comes; they are not collected then. */
  readonly onHit?: (hit: Hit) => void;
  /** Takes the positions of all visible players, snapshot by snapshot. The object is used again. */
  readonly onPositions?: (positions: Positions) => void;
  /** Takes each snapshot whole. The object is used again: copy what you keep. */
  readonly onSnapshot?: (snapshot: SnapshotView) => void;
  /** Longer files are refused (default: 1 GiB). */
  readonly maxBytes?: number;
  /** Reading ends at so many events, or hits (default: 250,000). */
  readonly maxEvents?: number;
}

/** The longest file that is read when nothing else is said: ten minutes are about 5 MB. */
export const MAX_DEMO_BYTES = 2 ** 30;
const MAX_EVENTS = 250_000;

/**
 * Reads a demo that comes in pieces of any size: `push` each, then `finish`. Memory does not grow with
 * the file, but for the events that are collected.
 */
export class DemoReader {
  readonly #options: ReadOptions;
  readonly #frames = new Frames();
  readonly #bits = new BitReader();
  readonly #timeline: Timeline;
  readonly #parser: MessageParser;
  readonly #warnings: DemoWarning[] = [];
  readonly #head = new Uint8Array(HEAD_BYTES);
  #bytes = 0;
  #messages = 0;
  #protocol = 84;
  /** Why the file is refused. */
  #refusal: DemoError | null = null;
  /** Where a file that was read for a while is damaged. */
  #damage: DemoError | null = null;

  constructor(options: ReadOptions = {}) {
    this.#options = options;
    const { events = true, onPositions, onSnapshot } = options;
    const pool = new StatePool();
    const positions = emptyPositions();
    const view = new SnapshotView(pool);
    this.#timeline = new Timeline(pool, {
      tells: events,
      onEvent: options.onEvent ?? null,
      onHit: options.onHit ?? null,
      onSnapshot: (snapshot) => {
        if (onPositions !== undefined) {
          takePositions(snapshot, pool, positions);
          onPositions(positions);
        }
        if (onSnapshot !== undefined) onSnapshot(view.of(snapshot));
      },
      maxEvents: options.maxEvents ?? MAX_EVENTS,
    });
    const readsSnapshots = events || onPositions !== undefined || onSnapshot !== undefined;
    this.#parser = new MessageParser(this.#timeline, pool, readsSnapshots);
    if (options.fileName !== undefined) this.#accept(protocolOfName(options.fileName));
  }

  /** Takes the next piece of the file. False: nothing that follows will be read, the file is done with. */
  push(piece: Uint8Array): boolean {
    if (this.#bytes < HEAD_BYTES)
      this.#head.set(piece.subarray(0, HEAD_BYTES - this.#bytes), this.#bytes);
    this.#bytes += piece.length;
    const { maxBytes = MAX_DEMO_BYTES } = this.#options;
    if (this.#bytes > maxBytes) {
      const message = `the file is longer than ${Math.floor(maxBytes / 2 ** 20)} MB, and no demo is`;
      this.#refusal ??= { code: "too_large", message };
    }
    if (this.#isDone) return false;
    this.#frames.push(piece, (frame) => this.#readFrame(frame));
    const { badLength, offset } = this.#frames;
    if (badLength !== null && this.#damage === null) {
      this.#damage = {
        code: "bad_length",
        message: `a message claims to be ${badLength} bytes long; none is longer than 32768`,
        offset: offset + 4,
        messageNumber: this.#messages + 1,
      };
    }
    return !this.#isDone;
  }

  /** What was read. A demo that is damaged or cut off is read as far as it goes, and says so. */
  finish(): DemoResult<Demo> {
    if (this.#refusal !== null) return { ok: false, error: this.#refusal };
    if (this.#bytes === 0) return failed("empty", "the file is empty");
    const timeline = this.#timeline;
    timeline.settle();
    const { parts } = timeline;
    const [first] = parts;
    if (first === undefined) return { ok: false, error: this.#noDemo() };
    const times = parts.flatMap(({ firstServerTime, lastServerTime }) =>
      firstServerTime === null || lastServerTime === null
        ? []
        : [[firstServerTime, lastServerTime]],
    );
    const { counts } = this.#parser;
    const { map, mod, modVersion, recorder, players } = first;
    const value: Demo = {
      protocol: this.#protocol,
      mod,
      modVersion,
      map,
      recorder,
      players,
      parts,
      firstServerTime: times[0]?.[0] ?? null,
      lastServerTime: times.at(-1)?.[1] ?? null,
      durationMs: times.reduce((sum, [from = 0, to = 0]) => sum + Math.max(0, to - from), 0),
      end: this.#damage === null ? this.#frames.end : "corrupt",
      damage: this.#damage,
      events: timeline.events,
      hits: timeline.hits,
      counts: { messages: this.#messages, ...counts, obituaries: timeline.obituaries },
      bytes: this.#bytes,
    };
    return { ok: true, value, warnings: [...this.#warnings, ...this.#oddities(value)] };
  }

  get #isDone(): boolean {
    return this.#refusal !== null || this.#damage !== null || this.#frames.ended;
  }

  #readFrame({ sequence, bytes, from, length, offset }: Frame): boolean {
    this.#messages++;
    const bits = this.#bits;
    bits.load(bytes, from, length);
    const known = this.#parser.counts.gamestates;
    const fault = this.#parser.parse(bits, sequence);
    const place = { messageNumber: this.#messages, sequence };
    if (fault !== null) {
      const within = Math.min(length, bits.position >>> 3);
      const at = { offset: offset + HEADER_BYTES + within, ...place };
      this.#damage = { code: fault, message: FAULTS[fault], ...at };
    } else if (this.#timeline.isFull) {
      const message = "there are more events, or maps, than were allowed";
      this.#damage = { code: "too_many_events", message, offset, ...place };
    }
    if (known === 0 && this.#parser.counts.gamestates > 0) {
      const told = this.#timeline.protocol;
      if (told !== null) this.#accept(protocolOf(told));
    }
    return this.#damage === null && this.#refusal === null;
  }

  #accept(protocol: DemoResult<number>): void {
    if (!protocol.ok) {
      this.#refusal ??= protocol.error;
      return;
    }
    if (protocol.warnings.length === 0) return;
    this.#protocol = protocol.value;
    for (const warning of protocol.warnings)
      if (!this.#warnings.some(({ code }) => code === warning.code)) this.#warnings.push(warning);
  }

  /** Why a file without a gamestate is no demo, in words for a player. */
  #noDemo(): DemoError {
    const other = otherFileOf(this.#head.subarray(0, Math.min(HEAD_BYTES, this.#bytes)));
    if (other !== null) return { code: "not_a_demo", message: `this is no demo but ${other}` };
    if (this.#damage?.code === "ettv_demo") return this.#damage;
    const why = this.#damage === null ? "it ends before it tells the map" : this.#damage.message;
    return {
      ...(this.#damage ?? { offset: this.#bytes }),
      code: "not_a_demo",
      message: `this is no Enemy Territory demo, or only a piece of one: ${why}`,
    };
  }

  #oddities({ end, counts }: Demo): DemoWarning[] {
    const odd: DemoWarning[] = [];
    const add = (code: DemoWarning["code"], message: string) => odd.push({ code, message });
    if (end === "truncated") add("truncated", "the file ends within a message: it was cut off");
    if (end === "eof-without-marker")
      add("no_end_marker", "the file ends without the mark for its end, as after a crash");
    if (this.#damage !== null)
      add("damaged", `the file is damaged, and read up to there: ${this.#damage.message}`);
    if (this.#frames.ended && this.#bytes > this.#frames.offset)
      add("trailing_bytes", `${this.#bytes - this.#frames.offset} bytes follow the end`);
    if (counts.unusableSnapshots > 0)
      add(
        "unusable_snapshots",
        `${counts.unusableSnapshots} snapshots lean on some that are missing`,
      );
    if (!this.#timeline.isVerified)
      add("unverified_mod", "the numbers of this mod's events are the first game's, unchecked");
    return odd;
  }
}

/** Reads a whole demo. Never throws: a file that is no demo is an error in words for a player. */
export function readDemo(bytes: Uint8Array, options: ReadOptions = {}): DemoResult<Demo> {
  const reader = new DemoReader(options);
  reader.push(bytes);
  return reader.finish();
}
