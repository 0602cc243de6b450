import { type ColourDepth, colourCode, type Ground, type Rgb } from "./colour.ts";

/** Writes a piece of text in one role; without colours the text comes back as it is. */
type Ink = (text: string) => string;

/**
 * The roles that colour has here. Team and side are different things: a team keeps its colour all
 * evening, its side changes every round. Nothing is told by colour alone.
 */
export interface Palette {
  readonly strong: Ink;
  readonly quiet: Ink;
  readonly good: Ink;
  readonly bad: Ink;
  readonly teamA: Ink;
  readonly teamB: Ink;
  readonly axis: Ink;
  readonly allies: Ink;
  readonly depth: ColourDepth;
  readonly ground: Ground;
}

const roles: Record<Ground, Record<"good" | "bad" | "teamA" | "teamB" | "axis" | "allies", Rgb>> = {
  dark: {
    good: [0xa9, 0xcb, 0x6b],
    bad: [0xee, 0x9a, 0x6c],
    teamA: [0xe8, 0xb4, 0x4c],
    teamB: [0x5c, 0xc4, 0xad],
    axis: [0xf2, 0x87, 0x7e],
    allies: [0x88, 0xb6, 0xee],
  },
  light: {
    good: [0x3a, 0x60, 0x0f],
    bad: [0x8c, 0x3c, 0x0d],
    teamA: [0x77, 0x52, 0x00],
    teamB: [0x0b, 0x63, 0x54],
    axis: [0xa3, 0x27, 0x1d],
    allies: [0x1c, 0x50, 0x93],
  },
};

/** The palette of a terminal with this depth and ground. */
export function palette(depth: ColourDepth, ground: Ground): Palette {
  const style =
    (on: number, off: number): Ink =>
    (text) =>
      depth === 0 || text === "" ? text : `\u001b[${on}m${text}\u001b[${off}m`;
  const ink =
    (colour: Rgb): Ink =>
    (text) =>
      depth === 0 || text === "" ? text : `${colourCode(colour, depth)}${text}\u001b[39m`;
  const colours = roles[ground];
  return {
    strong: style(1, 22),
    quiet: style(2, 22),
    good: ink(colours.good),
    bad: ink(colours.bad),
    teamA: ink(colours.teamA),
    teamB: ink(colours.teamB),
    axis: ink(colours.axis),
    allies: ink(colours.allies),
    depth,
    ground,
  };
}
