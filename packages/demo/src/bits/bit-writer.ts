import { MAX_MESSAGE_BYTES } from "../limits.ts";
import { CODE_BITS, CODE_LENGTHS } from "./huffman.ts";

/** Room behind the longest message, so that only whole values need a check. */
const SLACK = 16;

/**
 * Writes one message as {@link BitReader} reads it. What goes beyond the longest message is dropped and
 * remembered: see {@link overflowed}.
 */
export class BitWriter {
  readonly #bytes = new Uint8Array(MAX_MESSAGE_BYTES + SLACK);
  /** The next bit. */
  position = 0;
  /** Whether more was written than a message may hold. */
  overflowed = false;

  /** Begins a new message. */
  reset(): void {
    this.#bytes.fill(0, 0, Math.min(this.#bytes.length, (this.position >>> 3) + 8));
    this.position = 0;
    this.overflowed = false;
  }

  /** A number of 1 to 32 bits, signed or not; higher bits of it are left out. */
  writeBits(value: number, bits: number): void {
    const plain = bits & 7;
    if (plain > 0) this.#put(value & ((1 << plain) - 1), plain);
    for (let shift = plain; shift < bits; shift += 8) {
      const byte = (value >>> shift) & 255;
      this.#put(CODE_BITS[byte] as number, CODE_LENGTHS[byte] as number);
    }
  }

  /** One bit, as it is. */
  writeBit(value: 0 | 1): void {
    this.#put(value, 1);
  }

  writeByte(value: number): void {
    this.writeBits(value, 8);
  }

  writeLong(value: number): void {
    this.writeBits(value, 32);
  }

  /** A text of one character a byte, and its zero byte. */
  writeText(text: string): void {
    for (let at = 0; at < text.length; at++) this.writeByte(text.charCodeAt(at) & 255);
    this.writeByte(0);
  }

  /** The message so far. The game adds a byte where the last one is full. */
  finish(): Uint8Array {
    const length = (this.position >>> 3) + 1;
    if (length > MAX_MESSAGE_BYTES) this.overflowed = true;
    return this.#bytes.slice(0, Math.min(length, MAX_MESSAGE_BYTES));
  }

  #put(bits: number, length: number): void {
    const at = this.position >>> 3;
    if (at >= MAX_MESSAGE_BYTES) {
      this.overflowed = true;
      return;
    }
    const bytes = this.#bytes;
    const shifted = bits << (this.position & 7);
    bytes[at] = (bytes[at] as number) | (shifted & 255);
    bytes[at + 1] = (bytes[at + 1] as number) | ((shifted >>> 8) & 255);
    bytes[at + 2] = (bytes[at + 2] as number) | ((shifted >>> 16) & 255);
    this.position += length;
  }
}
