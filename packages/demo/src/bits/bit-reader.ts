import { MAX_MESSAGE_BYTES } from "../limits.ts";
import { DECODED, ESCAPE } from "./huffman.ts";

/**
 * Zeros behind a message. A field is read without asking whether the message still has its bits; who
 * reads asks now and then, and nothing that lies between two questions is longer than this.
 */
const PADDING = 4096;

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
  readonly #text = new Uint8Array(MAX_MESSAGE_BYTES);

  /** Takes `length` bytes from `from` on as the message to read. `length` is at most 32768. */
  load(source: Uint8Array, from: number, length: number): void {
    this.bytes.set(source.subarray(from, from + length));
    if (length < this.#used) this.bytes.fill(0, length, this.#used);
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
   * A text up to its zero byte, one character a byte; null when it is longer than `longest` characters
   * or has no end.
   */
  readText(longest: number): string | null {
    const text = this.#text;
    for (let length = 0; length <= longest; length++) {
      const byte = this.readByte();
      if (this.position > this.end) return null;
      if (byte === 0) return textOf(text, length);
      text[length] = byte;
    }
    return null;
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
function textOf(bytes: Uint8Array, length: number): string {
  const piece = 4096;
  if (length <= piece) return String.fromCharCode.apply(null, bytes.subarray(0, length) as never);
  let text = "";
  for (let at = 0; at < length; at += piece)
    text += String.fromCharCode.apply(
      null,
      bytes.subarray(at, Math.min(length, at + piece)) as never,
    );
  return text;
}
