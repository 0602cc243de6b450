import { width } from "./shorten.ts";

/**
 * A text cut at spaces into lines of at most `columns` (null: one line). All but the first begin
 * with `indent` spaces. A word that is longer than a line keeps its line to itself.
 */
export function wrap(text: string, columns: number | null, indent = 0): string[] {
  if (columns === null) return [text];
  const lines: string[] = [];
  const words = text.trimStart();
  let line = text.slice(0, text.length - words.length);
  for (const word of words.split(" ")) {
    const longer = line.trim() === "" ? line + word : `${line} ${word}`;
    if (line.trim() !== "" && width(longer) > columns) {
      lines.push(line);
      line = " ".repeat(indent) + word;
    } else line = longer;
  }
  lines.push(line);
  return lines;
}
