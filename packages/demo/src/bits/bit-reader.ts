import { MAX_CONFIG_STRING_CHARACTERS, MAX_MESSAGE_BYTES } from "../limits.ts";
import { DECODED, ESCAPE } from "./huffman.ts";

/**
 * Zeros behind a message. A field is read without asking whether the message still has its bits; who
 * reads asks now and then, and nothing that lies between two questions is longer than this.
 */
const PADDING = 4096;
/** Characters that the name of a command has at most. */
const LONGEST_NAME = 15;

/**
 * The bits of one message, lowest bit of the first byte first. Values of n bits are n mod 8 bits as they
 * are, then bytes in a prefix code. Reading never fails by itself: see {@link overrun} and {@link escaped}.
 */
export class BitReader {
  /** The message, and zeros behind it. */
  readonly bytes = new Uint8Array(MAX_MESSAGE_BYTES + PADDING);
  readonly view = new DataView(this.bytes.buffer);
  /** The next bit. */
  position = 0;
  /** Bits in the message. */
  end = 0;
  /** Every table entry that was met, or-ed. */
  met = 0;
  #used = 0;
  readonly #text = new Uint8Array(MAX_CONFIG_STRING_CHARACTERS + 1);
  #textLength = 0;

  /** Takes `length` bytes from `from` on as the message to read. `length` is at most 32768. */
  load(source: Uint8Array, from: number, length: number): void {
    const { bytes } = this;
    // Not `set`: it would take a view of the source for each message.
    for (let at = 0; at < length; at++) bytes[at] = source[from + at] as number;
    if (length < this.#used) bytes.fill(0, length, this.#used);
    this.#used = length;
    this.position = 0;
    this.end = length * 8;
    this.met = 0;
  }

  /** Whether more was read than the message holds. */
  get overrun(): boolean {
    return this.position > this.end;
  }

  /** Whether a code was met that stands for no byte. */
  get escaped(): boolean {
    return (this.met & ESCAPE) !== 0;
  }

  /** One bit, as it is. */
  readBit(): number {
    const at = this.position++;
    return ((this.bytes[at >>> 3] as number) >>> (at & 7)) & 1;
  }

  /** An unsigned number of 1 to 32 bits; of 32 it is signed. */
  readBits(bits: number): number {
    const { view } = this;
    let at = this.position;
    const plain = bits & 7;
    let value = (view.getUint32(at >>> 3, true) >>> (at & 7)) & ((1 << plain) - 1);
    at += plain;
    for (let shift = plain; shift < bits; shift += 8) {
      const entry = DECODED[(view.getUint32(at >>> 3, true) >>> (at & 7)) & 2047] as number;
      value |= (entry & 255) << shift;
      at += (entry >>> 8) & 15;
      this.met |= entry;
    }
    this.position = at;
    return value;
  }

  /** A signed number of 1 to 32 bits. */
  readSigned(bits: number): number {
    return (this.readBits(bits) << (32 - bits)) >> (32 - bits);
  }

  /** An unsigned number of 8 bits. */
  readByte(): number {
    const at = this.position;
    const entry = DECODED[(this.view.getUint32(at >>> 3, true) >>> (at & 7)) & 2047] as number;
    this.position = at + ((entry >>> 8) & 15);
    this.met |= entry;
    return entry & 255;
  }

  /** A signed number of 32 bits. */
  readLong(): number {
    return this.readBits(32);
  }

  /**
   * Reads a text up to its zero byte; {@link text} has it then. False when it is longer than `longest`
   * characters or has no end.
   */
  nextText(longest: number): boolean {
    const text = this.#text;
    for (let length = 0; length <= longest; length++) {
      const byte = this.readByte();
      if (this.position > this.end) return false;
      if (byte === 0) {
        this.#textLength = length;
        return true;
      }
      text[length] = byte;
    }
    return false;
  }

  /** The text that was read last, one character a byte. */
  get text(): string {
    return textOf(this.#text, 0, this.#textLength);
  }

  /** Its first word; empty when that is longer than the name of any command. */
  get firstWord(): string {
    const text = this.#text;
    let from = 0;
    while (from < this.#textLength && (text[from] as number) <= 0x20) from++;
    let to = from;
    while (to < this.#textLength && (text[to] as number) > 0x22 && to - from <= LONGEST_NAME) to++;
    return to - from > LONGEST_NAME ? "" : textOf(text, from, to);
  }

  /** A text, or null where there is none: see {@link nextText}. */
  readText(longest: number): string | null {
    return this.nextText(longest) ? this.text : null;
  }

  /** Passes over a text; false when it is longer than `longest` characters or has no end. */
  skipText(longest: number): boolean {
    for (let length = 0; length <= longest; length++) {
      if (this.readByte() === 0) return this.position <= this.end;
      if (this.position > this.end) return false;
    }
    return false;
  }
}

/** One character a byte. Calls with more arguments than this can exhaust the stack. */
const PIECE = 4096;

function textOf(bytes: Uint8Array, from: number, to: number): string {
  let text = "";
  for (let at = from; at < to; at += PIECE)
    text += String.fromCharCode.apply(null, bytes.subarray(at, Math.min(to, at + PIECE)) as never);
  return text;
}
