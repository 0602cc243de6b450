import stringWidth from "string-width";

const graphemes = new Intl.Segmenter();
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one
const pieces = /(\u001b\[[0-9;]*m)/;

/** Columns that a text takes in a terminal; escape sequences take none, wide characters two. */
export function width(text: string): number {
  return stringWidth(text);
}

/** The text cut to at most `columns`, with `…` where something was left out. Colours stay whole. */
export function shorten(text: string, columns: number): string {
  if (width(text) <= columns) return text;
  let room = Math.max(0, columns - 1);
  let cut = false;
  let result = "";
  for (const piece of text.split(pieces)) {
    if (piece.startsWith("\u001b[")) {
      result += piece;
      continue;
    }
    for (const { segment } of graphemes.segment(piece)) {
      if (cut) break;
      const needs = width(segment);
      if (needs > room) {
        cut = true;
        if (columns > 0) result += "…";
        break;
      }
      room -= needs;
      result += segment;
    }
  }
  return result;
}

/** The text with spaces added up to `columns`. */
export function pad(text: string, columns: number, align: "left" | "right" = "left"): string {
  const spaces = " ".repeat(Math.max(0, columns - width(text)));
  return align === "left" ? text + spaces : spaces + text;
}
