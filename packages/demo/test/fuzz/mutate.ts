import { MAX_MESSAGE_BYTES } from "../../src/limits.ts";
import { HEADER_BYTES, longAt } from "../../src/stream/frames.ts";
import { frameOf, joined } from "../../src/write/write-frame.ts";
import type { Random } from "./random.ts";

/** Where each message's header stands. */
function framesOf(bytes: Uint8Array): number[] {
  const offsets: number[] = [];
  for (let at = 0; at + HEADER_BYTES <= bytes.length; ) {
    const length = longAt(bytes, at + 4);
    if (length < 0 || length > MAX_MESSAGE_BYTES) break;
    offsets.push(at);
    at += HEADER_BYTES + length;
  }
  return offsets;
}

/** Lengths and numbers that no message has, or few. */
const NUMBERS = [-1, 0, 1, -2, 32_768, 32_769, 0x7fffffff, -0x80000000, 7, 0x77];

/** One kind of damage. `other` is another demo. */
type Damage = (input: Uint8Array, random: Random, other: Uint8Array) => Uint8Array;

const DAMAGES: readonly Damage[] = [
  function flipBits(input, random) {
    const out = input.slice();
    for (let times = 1 + random.below(8); times > 0; times--) {
      const at = random.below(out.length);
      out[at] = (out[at] ?? 0) ^ (1 << random.below(8));
    }
    return out;
  },
  function setBytes(input, random) {
    const out = input.slice();
    const at = random.below(out.length);
    const value = random.pick([0, 255, random.below(256)]);
    out.fill(value, at, at + 1 + random.below(64));
    return out;
  },
  function truncate(input, random) {
    return input.slice(0, random.below(input.length + 1));
  },
  function cutOut(input, random) {
    const at = random.below(input.length);
    return joined([input.subarray(0, at), input.subarray(at + 1 + random.below(64))]);
  },
  function setLength(input, random) {
    return setNumber(input, random, 4);
  },
  function setSequence(input, random) {
    return setNumber(input, random, 0);
  },
  function setOperation(input, random) {
    // The byte behind the first number of a message, or near it.
    const out = input.slice();
    const at = random.pick(framesOf(out)) ?? 0;
    const target = at + HEADER_BYTES + random.below(6);
    if (target < out.length) out[target] = random.below(256);
    return out;
  },
  function dropMessage(input, random) {
    const [from, to] = someMessage(input, random);
    return joined([input.subarray(0, from), input.subarray(to)]);
  },
  function repeatMessage(input, random) {
    const [from, to] = someMessage(input, random);
    return joined([input.subarray(0, to), input.subarray(from, to), input.subarray(to)]);
  },
  function insertMessage(input, random, other) {
    const [from, to] = someMessage(other, random);
    const [at] = someMessage(input, random);
    return joined([input.subarray(0, at), other.subarray(from, to), input.subarray(at)]);
  },
  function randomMessage(input, random) {
    const [at] = someMessage(input, random);
    const message = Uint8Array.from({ length: random.below(400) }, () => random.below(256));
    // A number of the game, two bits a zero byte, then an operation that is known.
    if (random.next() < 0.7) message.set([0b10101010, random.below(256)].slice(0, message.length));
    return joined([input.subarray(0, at), frameOf(random.below(200), message), input.subarray(at)]);
  },
];

function someMessage(bytes: Uint8Array, random: Random): [from: number, to: number] {
  const from = random.pick(framesOf(bytes)) ?? 0;
  return [from, Math.min(bytes.length, from + HEADER_BYTES + Math.max(0, longAt(bytes, from + 4)))];
}

function setNumber(input: Uint8Array, random: Random, within: 0 | 4): Uint8Array {
  const out = input.slice();
  const at = (random.pick(framesOf(out)) ?? 0) + within;
  if (at + 4 > out.length) return out;
  const near = longAt(out, at) + random.below(20) - 10;
  const value = random.next() < 0.5 ? near : random.pick(NUMBERS);
  new DataView(out.buffer).setInt32(at, value, true);
  return out;
}

/** The demo with one to four kinds of damage done to it. */
export function mutate(input: Uint8Array, random: Random, other: Uint8Array): Uint8Array {
  let out = input;
  for (let times = 1 + random.below(4); times > 0 && out.length > 0; times--)
    out = random.pick(DAMAGES)(out, random, other);
  return out;
}
