/** The lines of a text file that the game server wrote as raw bytes. */
export interface DecodedLines {
  /** Without line ends; the piece behind the last `\n` is left out when it is empty. */
  readonly lines: readonly string[];
  /** How many lines were not UTF-8 and were read as windows-1252. */
  readonly cp1252Lines: number;
  /** False: the last line may have been cut by an unfinished transfer. */
  readonly endsWithNewline: boolean;
}

const LF = 0x0a;
const CR = 0x0d;

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The text of such a file in one piece. */
export interface DecodedText {
  /** Lines end in `\n`. */
  readonly text: string;
  readonly cp1252Lines: number;
}

/**
 * Decodes a server file line by line: each line is UTF-8 if it can be, else windows-1252. Names are
 * raw game bytes, so one file can hold a UTF-8 name and a Latin-1 name. A byte order mark is dropped,
 * and one `\r` at the end of each line; nothing else is trimmed. Cannot fail.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const whole = decodeUtf8(start === 0 ? bytes : bytes.subarray(start));
  if (whole === null) return decodeEachLine(bytes, start);
  const text = whole.includes("\r") ? whole.replace(/\r(?=\n|$)/g, "") : whole;
  return { text, cp1252Lines: 0 };
}

/** Like {@link decodeText}, cut at the newlines. */
export function decodeLines(bytes: Uint8Array): DecodedLines {
  const { text, cp1252Lines } = decodeText(bytes);
  const lines = text.split("\n");
  const endsWithNewline = text.endsWith("\n");
  if (lines[lines.length - 1] === "") lines.pop();
  return { lines, cp1252Lines, endsWithNewline };
}

function decodeEachLine(bytes: Uint8Array, start: number): DecodedText {
  const lines: string[] = [];
  let cp1252Lines = 0;
  let from = start;
  while (from <= bytes.length) {
    const newline = bytes.indexOf(LF, from);
    const next = newline === -1 ? bytes.length : newline;
    const end = next > from && bytes[next - 1] === CR ? next - 1 : next;
    const piece = bytes.subarray(from, end);
    const text = decodeUtf8(piece);
    if (text === null) cp1252Lines++;
    lines.push(text ?? decodeCp1252(piece));
    from = next + 1;
  }
  return { text: lines.join("\n"), cp1252Lines };
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
}

/** Bytes 80–9F of windows-1252; the five unassigned ones stay control characters. */
const CP1252_80_TO_9F = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/**
 * Decodes windows-1252 by the WHATWG table. Every byte has a character, so this cannot fail.
 * (Runtimes disagree on 80–9F under that label, hence the own table.)
 */
export function decodeCp1252(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) {
    text += byte >= 0x80 && byte <= 0x9f ? CP1252_80_TO_9F[byte - 0x80] : String.fromCharCode(byte);
  }
  return text;
}
