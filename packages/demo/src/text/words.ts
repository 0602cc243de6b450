import { MAX_COMMAND_WORDS } from "../limits.ts";

/**
 * The words of a server command: whitespace (every byte up to 0x20) stands between them; a `"` begins
 * one that runs to the next `"`, may be empty and knows no escapes, and ends a word it stands behind. At
 * most 256. A text that begins with `//` is a remark of the engine and has none.
 */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  if (text.startsWith("//")) return words;
  let at = 0;
  while (words.length < MAX_COMMAND_WORDS) {
    while (at < text.length && text.charCodeAt(at) <= 0x20) at++;
    if (at >= text.length) break;
    if (text[at] === '"') {
      const close = text.indexOf('"', at + 1);
      const end = close === -1 ? text.length : close;
      words.push(text.slice(at + 1, end));
      at = end + 1;
      continue;
    }
    const start = at;
    while (at < text.length && text.charCodeAt(at) > 0x20 && text[at] !== '"') at++;
    words.push(text.slice(start, at));
  }
  return words;
}
