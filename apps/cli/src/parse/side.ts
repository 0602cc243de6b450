import type { Side } from "@slomix/stats-parser";
import type { Palette } from "../terminal/palette.ts";

/** The word for a side, in its colour. */
export function sideWord(side: Side | 0 | null, ink: Palette): string {
  return side === 1 ? ink.axis("Axis") : side === 2 ? ink.allies("Allies") : "–";
}

/** The side that stands against this one. */
export function otherSide(side: Side): Side {
  return side === 1 ? 2 : 1;
}
