import { BitReader } from "../../src/bits/bit-reader.ts";
import { Frames } from "../../src/stream/frames.ts";
import { MessageParser } from "../../src/stream/message-parser.ts";
import { type Command, MessageWriter, type WriteOptions } from "../../src/write/write-message.ts";

/** One message of a demo, as it is and as it was written anew. */
export interface Rewritten {
  readonly sequence: number;
  readonly source: Uint8Array;
  readonly own: Uint8Array;
  /** Bits of the source that say something; those behind are left over from other messages. */
  readonly used: number;
}

/** Writes every message of a demo anew from what was read of it. */
export function rewrite(bytes: Uint8Array, options: WriteOptions): Rewritten[] {
  const rewritten: Rewritten[] = [];
  let commands: Command[] = [];
  let own: Uint8Array | null = null;
  let isGamestate = false;
  const parser = new MessageParser({
    gamestate: () => {
      isGamestate = true;
    },
    command: (sequence, text) => {
      commands.push({ sequence, text });
    },
    configString: () => {},
    moment: () => {},
    snapshot: (snapshot) => {
      const { ring, acknowledged, gamestate } = parser;
      const { deltaNum, sequence } = snapshot;
      const base = deltaNum === 0 ? null : ring.find(sequence - deltaNum);
      own = writer.update(acknowledged, commands, snapshot, base, gamestate.baselines, options);
    },
  });
  const writer = new MessageWriter(parser.pool);
  const bits = new BitReader();
  new Frames().push(bytes, ({ sequence, bytes: piece, from, length }) => {
    commands = [];
    own = null;
    isGamestate = false;
    bits.load(piece, from, length);
    const fault = parser.parse(bits, sequence);
    if (fault !== null) throw new Error(`${fault} in message ${sequence}`);
    const { acknowledged, gamestate } = parser;
    if (isGamestate) own = writer.gamestate(acknowledged, gamestate, options);
    own ??= writer.update(acknowledged, commands, null, null, gamestate.baselines, options);
    if (own === null) throw new Error(`message ${sequence} is too long`);
    const source = piece.slice(from, from + length);
    rewritten.push({ sequence, source, own, used: bits.position });
    return true;
  });
  return rewritten;
}

/** Whether both are alike in their first bits. */
export function alikeIn(a: Uint8Array, b: Uint8Array, bits: number): boolean {
  for (let bit = 0; bit < bits; bit++)
    if (((((a[bit >> 3] ?? 0) ^ (b[bit >> 3] ?? 0)) >> (bit & 7)) & 1) === 1) return false;
  return true;
}
