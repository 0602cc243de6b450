import { HEADER_BYTES } from "../stream/frames.ts";

/** A message as it stands in a file: its number, its length, itself. */
export function frameOf(sequence: number, message: Uint8Array): Uint8Array {
  const frame = new Uint8Array(HEADER_BYTES + message.length);
  const view = new DataView(frame.buffer);
  view.setInt32(0, sequence, true);
  view.setInt32(4, message.length, true);
  frame.set(message, HEADER_BYTES);
  return frame;
}

/** The mark for the end of a file. */
export function endMark(): Uint8Array {
  return new Uint8Array(HEADER_BYTES).fill(0xff);
}

/** Pieces in one. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
