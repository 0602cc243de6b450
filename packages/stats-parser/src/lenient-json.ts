import { decodeCp1252 } from "./text-lines.ts";

const utf8 = new TextDecoder("utf-8", { fatal: true });
const encoder = new TextEncoder();

/**
 * Where a byte that is not ASCII goes while text that is not UTF-8 is read as JSON: byte b to
 * U+F700 + b, in a block that no name uses. {@link restoreBytes} brings them back string by string,
 * because one line of JSON can hold one name in UTF-8 and another in Latin-1.
 */
const BYTE_PLANE = 0xf700;
/** Bytes that become text at once; a function takes only so many arguments. */
const PIECE = 8192;
const PLACED_BYTES = /[\uf780-\uf7ff]/;

/** What {@link parseLenientJson} answers: `undefined` inside `value` never occurs. */
export type LenientJson = { readonly value: unknown } | { readonly problem: string };

/**
 * Reads JSON that a game script put together by hand: raw control bytes inside strings, backslashes
 * that escape nothing, a byte order mark, NULs behind the end, and bytes that are no UTF-8 are
 * accepted. Pass each string that is shown or compared through {@link restoreBytes}. Never throws.
 */
export function parseLenientJson(input: Uint8Array | string): LenientJson {
  const text = withoutBlankEnd(typeof input === "string" ? input : textOf(input));
  try {
    return { value: JSON.parse(text) };
  } catch {
    // Not as it stands.
  }
  try {
    return { value: JSON.parse(repairStrings(text)) };
  } catch (error) {
    return { problem: withoutQuote(error) };
  }
}

/** What is wrong, without the piece of the text that the engine quotes: it can be anybody's chat. */
function withoutQuote(error: unknown): string {
  const message = error instanceof Error ? error.message : "";
  const said = message.split(/, (?:\.\.\.)?"/, 1)[0] ?? "";
  return said === "" || said.startsWith('"') ? "not JSON" : said.slice(0, 200);
}

/** A string out of lenient JSON with its bytes decoded: as UTF-8 if they are, else as windows-1252. */
export function restoreBytes(text: string): string {
  if (!PLACED_BYTES.test(text)) return text;
  const bytes: number[] = [];
  for (const char of text) {
    if (PLACED_BYTES.test(char)) bytes.push(char.charCodeAt(0) - BYTE_PLANE);
    else for (const byte of encoder.encode(char)) bytes.push(byte);
  }
  try {
    return utf8.decode(Uint8Array.from(bytes));
  } catch {
    return text.replace(/[\uf780-\uf7ff]/g, (char) =>
      decodeCp1252(Uint8Array.of(char.charCodeAt(0) - BYTE_PLANE)),
    );
  }
}

/** A byte as some writers escape it in names, `\u{c3}`: no escape of JSON, so it arrives as it stands. */
const ESCAPED_BYTE = /\\u\{([0-9a-fA-F]{2})\}/g;

/** Like {@link restoreBytes}, with `\u{c3}\u{b6}` taken for the bytes that it stands for. */
export function restoreEscapedBytes(text: string): string {
  if (!text.includes("\\u{")) return restoreBytes(text);
  const placed = text.replace(ESCAPED_BYTE, (_, digits: string) => {
    const byte = Number.parseInt(digits, 16);
    return String.fromCharCode(placeOf(byte));
  });
  return restoreBytes(placed);
}

/** Without the NULs and white space at the end; one step for each of them. */
function withoutBlankEnd(text: string): string {
  let end = text.length;
  while (end > 0 && isBlank(text, end - 1)) end--;
  return end === text.length ? text : text.slice(0, end);
}

function isBlank(text: string, at: number): boolean {
  return text.charCodeAt(at) === 0 || text.charAt(at).trim() === "";
}

function textOf(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    let text = "";
    for (let at = hasMark ? 3 : 0; at < bytes.length; at += PIECE) {
      const units = new Uint16Array(Math.min(PIECE, bytes.length - at));
      for (let i = 0; i < units.length; i++) units[i] = placeOf(bytes[at + i] as number);
      text += String.fromCharCode.apply(null, units as unknown as number[]);
    }
    return text;
  }
}

/** The code unit that stands for a byte. */
function placeOf(byte: number): number {
  return byte < 0x80 ? byte : BYTE_PLANE + byte;
}

/** Escapes raw control characters inside strings, and backslashes that begin no escape. */
function repairStrings(text: string): string {
  let out = "";
  let copied = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x22) {
      inString = !inString;
    } else if (inString && unit === 0x5c) {
      const length = escapeLength(text, at + 1);
      if (length === 0) {
        out += `${text.slice(copied, at)}\\`;
        copied = at;
      } else {
        at += length;
      }
    } else if (inString && unit < 0x20) {
      out += `${text.slice(copied, at)}\\u${unit.toString(16).padStart(4, "0")}`;
      copied = at + 1;
    }
  }
  return out + text.slice(copied);
}

/** How many characters behind a backslash are its escape; 0 when it begins none. */
function escapeLength(text: string, at: number): number {
  const character = text.charAt(at);
  if (character !== "u") return character !== "" && '"\\/bfnrt'.includes(character) ? 1 : 0;
  return /^[0-9a-fA-F]{4}$/.test(text.slice(at + 1, at + 5)) ? 5 : 0;
}
