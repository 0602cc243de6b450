import { MAX_MESSAGE_BYTES } from "../limits.ts";

/** How a file ended: with its mark, without it, within a message, or with damage that nothing can follow. */
export type DemoEnd = "marker" | "eof-without-marker" | "truncated" | "corrupt";

/** Bytes before each message: its number and its length. */
export const HEADER_BYTES = 8;

/** One message in a buffer; the bytes are only lent. */
export interface Frame {
  readonly sequence: number;
  readonly bytes: Uint8Array;
  /** Where in `bytes` the message begins, behind its header. */
  readonly from: number;
  readonly length: number;
  /** Where in the file its header begins. */
  readonly offset: number;
}

/**
 * Cuts a file that comes in pieces into messages. Each has its number and its length before it, two signed
 * numbers of 32 bits, low byte first; −1 and −1 end the file.
 */
export class Frames {
  /** A header, and what has come of a message, that began in an earlier piece. */
  readonly #carry = new Uint8Array(HEADER_BYTES + MAX_MESSAGE_BYTES);
  #carried = 0;
  /** Bytes of the file that are done with. */
  offset = 0;
  /** The mark for the end was met. */
  ended = false;
  /** A length that no message has: nothing behind it can be found. */
  badLength: number | null = null;

  /**
   * Takes the next piece of the file. `each` gets every message that is complete and says whether to go
   * on. The answer is how much of the piece was used: all of it, unless the file ended or `each` stopped.
   */
  push(piece: Uint8Array, each: (frame: Frame) => boolean): number {
    let at = 0;
    if (this.#carried > 0) {
      at = this.#fill(piece, 0, HEADER_BYTES);
      if (this.#carried < HEADER_BYTES) return at;
      const frame = this.#frame(this.#carry, 0);
      if (frame === null) return at;
      at += this.#fill(piece, at, HEADER_BYTES + frame.length);
      if (this.#carried < HEADER_BYTES + frame.length) return at;
      this.#carried = 0;
      this.offset += HEADER_BYTES + frame.length;
      if (!each(frame)) return at;
    }
    while (piece.length - at >= HEADER_BYTES) {
      const frame = this.#frame(piece, at);
      if (frame === null) return at;
      const end = at + HEADER_BYTES + frame.length;
      if (end > piece.length) break;
      at = end;
      this.offset += HEADER_BYTES + frame.length;
      if (!each(frame)) return at;
    }
    this.#carry.set(piece.subarray(at));
    this.#carried = piece.length - at;
    return piece.length;
  }

  /** How the file ended, if it ends here. */
  get end(): DemoEnd {
    if (this.ended) return "marker";
    if (this.badLength !== null) return "corrupt";
    return this.#carried > 0 ? "truncated" : "eof-without-marker";
  }

  /** Moves bytes of the piece behind what was carried, until that is `want` bytes long. */
  #fill(piece: Uint8Array, at: number, want: number): number {
    const take = Math.max(0, Math.min(want - this.#carried, piece.length - at));
    this.#carry.set(piece.subarray(at, at + take), this.#carried);
    this.#carried += take;
    return take;
  }

  /** The message whose header stands at `at`; null at the end of the file, or where there is none. */
  #frame(bytes: Uint8Array, at: number): Frame | null {
    const sequence = longAt(bytes, at);
    const length = longAt(bytes, at + 4);
    if (sequence === -1 && length === -1) {
      this.ended = true;
      this.offset += HEADER_BYTES;
      this.#carried = 0;
      return null;
    }
    if (length < 0 || length > MAX_MESSAGE_BYTES) {
      this.badLength = length;
      return null;
    }
    return { sequence, bytes, from: at + HEADER_BYTES, length, offset: this.offset };
  }
}

/** A signed number of 32 bits, low byte first. */
export function longAt(bytes: Uint8Array, at: number): number {
  const byte = (index: number) => bytes[at + index] ?? 0;
  return byte(0) | (byte(1) << 8) | (byte(2) << 16) | (byte(3) << 24);
}
