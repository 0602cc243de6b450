import type { Random } from "./random.ts";

const encoder = new TextEncoder();

/** Numbers that no counter holds. */
const NUMBERS = [
  "0",
  "-1",
  "-12345",
  "1e308",
  "1e-7",
  "0.1",
  "NaN",
  "inf",
  "-nan",
  "4294967296",
  "9007199254740993",
  "99999999999999999999999",
  "9".repeat(400),
  "0x7f",
  "",
].map((text) => encoder.encode(text));

/** What means something in one of the formats, and characters that are cut or no UTF-8. */
const TOKENS = [
  "\t",
  "\t\t",
  "\\",
  "\\\\\\\\\\\\\\\\",
  "\n",
  "\r\n",
  "^",
  "^^1^",
  '"',
  '\\"',
  "{",
  "}",
  "[",
  "]",
  ",",
  ":",
  "VS_HEADER\t",
  "VS_HEADER\ta\tD2F09CA120257DF351FDC513B27EC11B\n",
  "Most deaths\t",
  "Longest killing spree\t1\t1\n",
  "AWARD\\1\\Most deaths\\a\\\\1\n",
  "OMNIBOT0",
  "__proto__",
  '"constructor":',
  "null",
  "# PROXIMITY_TRACKER",
  "\ufeff",
  "☠",
  "\u202e",
].map((text) => encoder.encode(text));
const BYTES = [
  [0],
  [0, 0, 0, 0],
  [0xc3],
  [0xe2, 0x98],
  [0xf0, 0x9f, 0x92],
  [0xff, 0xfe],
  [0x80],
  [0x9d],
].map((bytes) => Uint8Array.from(bytes));

const LF = 0x0a;
/** The parsers refuse more than 1 MB; growing beyond some of it finds nothing new. */
const LARGEST = 256 * 1024;

function join(...pieces: readonly Uint8Array[]): Uint8Array {
  const size = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const out = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    out.set(piece, at);
    at += piece.length;
  }
  return out;
}

function insert(input: Uint8Array, at: number, piece: Uint8Array): Uint8Array {
  return join(input.subarray(0, at), piece, input.subarray(at));
}

/** Start and end of the line around a position, its line end included. */
function lineAt(input: Uint8Array, at: number): [number, number] {
  const start = at === 0 ? 0 : input.lastIndexOf(LF, at - 1) + 1;
  const end = input.indexOf(LF, at);
  return [start, end === -1 ? input.length : end + 1];
}

/** A run of digits from a position on; null when there is none. */
function digitsFrom(input: Uint8Array, from: number): [number, number] | null {
  const digit = (at: number) => {
    const byte = input[at] ?? 0;
    return byte >= 0x30 && byte <= 0x39;
  };
  let start = from;
  while (start < input.length && !digit(start)) start++;
  if (start === input.length) return null;
  let end = start;
  while (digit(end)) end++;
  return [start, end];
}

/** One kind of damage. `other` is another file, of any kind. */
type Damage = (input: Uint8Array, random: Random, other: Uint8Array) => Uint8Array;

const DAMAGES: readonly Damage[] = [
  function flipBit(input, random) {
    const out = input.slice();
    const at = random.below(out.length);
    out[at] = (out[at] ?? 0) ^ (1 << random.below(8));
    return out;
  },
  function setBytes(input, random) {
    const out = input.slice();
    const at = random.below(out.length);
    const end = Math.min(out.length, at + 1 + random.below(8));
    for (let i = at; i < end; i++) out[i] = random.below(256);
    return out;
  },
  function truncate(input, random) {
    return input.subarray(0, random.below(input.length + 1));
  },
  function cutOut(input, random) {
    const at = random.below(input.length);
    return join(input.subarray(0, at), input.subarray(at + 1 + random.below(64)));
  },
  function splice(input, random, other) {
    const from = random.below(other.length);
    const piece = other.subarray(from, from + 1 + random.below(400));
    const at = random.below(input.length + 1);
    return join(input.subarray(0, at), piece, input.subarray(at + random.below(piece.length)));
  },
  function graftTail(input, random, other) {
    const tail = other.subarray(random.below(other.length));
    return join(input.subarray(0, random.below(input.length + 1)), tail);
  },
  function repeatLine(input, random) {
    const [start, end] = lineAt(input, random.below(input.length));
    const times = random.next() < 0.05 ? 200 : 1 + random.below(3);
    const line = input.subarray(start, end);
    return insert(input, end, join(...Array.from({ length: times }, () => line)));
  },
  function dropLine(input, random) {
    const [start, end] = lineAt(input, random.below(input.length));
    return join(input.subarray(0, start), input.subarray(end));
  },
  function swapLines(input, random) {
    const [start, end] = lineAt(input, random.below(input.length));
    const rest = join(input.subarray(0, start), input.subarray(end));
    const [target] = lineAt(rest, random.below(rest.length));
    return insert(rest, target, input.subarray(start, end));
  },
  function changeNumber(input, random) {
    const digits = digitsFrom(input, random.below(input.length));
    if (!digits) return input;
    const [start, end] = digits;
    return join(input.subarray(0, start), random.pick(NUMBERS), input.subarray(end));
  },
  function insertToken(input, random) {
    return insert(input, random.below(input.length + 1), random.pick(TOKENS));
  },
  function insertBytes(input, random) {
    return insert(input, random.below(input.length + 1), random.pick(BYTES));
  },
];

/** The input with one to six kinds of damage done to it. */
export function mutate(
  input: Uint8Array,
  random: Random,
  others: readonly Uint8Array[],
): Uint8Array {
  let out = input;
  const times = 1 + random.below(random.next() < 0.5 ? 2 : 6);
  for (let i = 0; i < times; i++) {
    const damaged = random.pick(DAMAGES)(out, random, random.pick(others));
    if (damaged.length > LARGEST) break;
    out = damaged;
  }
  return out;
}

/** Where a leaf of a JSON value is: its holder and the key in it. */
type Leaf = readonly [holder: Record<string, unknown>, key: string];

function leavesOf(value: unknown, leaves: Leaf[] = []): Leaf[] {
  if (typeof value !== "object" || value === null) return leaves;
  for (const [key, inner] of Object.entries(value)) {
    leaves.push([value as Record<string, unknown>, key]);
    leavesOf(inner, leaves);
  }
  return leaves;
}

/**
 * JSON that stays JSON: one to four of its values changed, replaced or taken away. Bytes that are no
 * UTF-8 come back as single characters. Null when the input is no JSON.
 */
export function mutateJson(
  input: Uint8Array,
  random: Random,
  others: readonly Uint8Array[],
): Uint8Array | null {
  let root: unknown;
  try {
    root = JSON.parse(Buffer.from(input).toString("utf8"));
  } catch {
    return null;
  }
  const times = 1 + random.below(4);
  for (let i = 0; i < times; i++) {
    const leaves = leavesOf(root);
    if (leaves.length === 0) break;
    const [holder, key] = random.pick(leaves);
    const value = holder[key];
    const kind = random.below(6);
    if (kind === 0) delete holder[key];
    else if (kind === 1) holder[key] = random.pick([null, true, [], {}, -1, 1e300, "", "-", value]);
    else if (kind === 2) holder[key] = Buffer.from(random.pick(NUMBERS)).toString();
    else if (kind === 3 && Array.isArray(value)) holder[key] = [...value, ...value];
    else if (kind === 4) holder[key] = JSON.stringify(value);
    else {
      const text = typeof value === "string" ? value : String(value);
      const damaged = mutate(encoder.encode(text), random, others);
      holder[key] = Buffer.from(damaged).toString("latin1");
    }
  }
  return encoder.encode(JSON.stringify(root));
}
