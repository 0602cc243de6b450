import { colourOf, colourSpans } from "@slomix/stats-parser";
import { colourCode, readable } from "./colour.ts";
import type { Palette } from "./palette.ts";
import { printable } from "./printable.ts";

/**
 * A name or server name as the game shows it: its own colours, moved only so far that they can be
 * read on the terminal's ground. White is the terminal's own colour of text.
 */
export function gameText(raw: string, palette: Palette): string {
  let text = "";
  let coloured = false;
  for (const span of colourSpans(raw)) {
    const colour = colourOf(span.code);
    const white = colour === null || colour.every((value) => value === 255);
    if (palette.depth > 0 && !white) {
      text += colourCode(readable(colour, palette.ground), palette.depth);
      coloured = true;
    } else if (coloured) {
      text += "\u001b[39m";
      coloured = false;
    }
    text += printable(span.text);
  }
  return coloured ? `${text}\u001b[39m` : text;
}
