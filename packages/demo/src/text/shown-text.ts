const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

// biome-ignore lint/suspicious/noControlCharactersInRegex: every character that is one byte in UTF-8
const ASCII = /^[\x00-\x7f]*$/;

/**
 * A text of the stream, one character a byte, as players see it: UTF-8 where it can be, else Latin-1
 * (older mods). The game shows `%` as `.`.
 */
export function shownText(bytes: string): string {
  const text = bytes.includes("%") ? bytes.replaceAll("%", ".") : bytes;
  if (ASCII.test(text)) return text;
  try {
    return utf8.decode(Uint8Array.from(text, (character) => character.charCodeAt(0)));
  } catch {
    return text;
  }
}

/** The bytes of a text in UTF-8, one character a byte: what {@link shownText} takes. */
export function streamText(text: string): string {
  if (ASCII.test(text)) return text;
  let bytes = "";
  for (const byte of new TextEncoder().encode(text)) bytes += String.fromCharCode(byte);
  return bytes;
}

/** A text without its colour codes: `^` and the character behind it, unless that is a `^` too. */
export function withoutColours(text: string): string {
  return text.replace(/\^[^^]/gsu, "");
}
