import { PLAYER_FIELDS, TAB } from "./player-fields.ts";
import { countBits } from "./weapon-numbers.ts";
import { WEAPON_MASK, WEAPON_NUMBERS } from "./weapons.ts";

/** How a writer lays out the fields behind the weapons: by their number, or `spaced` (32, no tabs). */
export type FileLayoutName = "38" | "37" | "36" | "33" | "spaced";

/** A stats file's layout, or a league's `report`, which has the first ten fields. */
export type LayoutName = FileLayoutName | "report";

/** The fields behind the weapons as one writer has them. */
export interface LineLayout {
  readonly name: LayoutName;
  /** For each field in the line its position among the 38 PLAYER_FIELDS. */
  readonly columns: readonly number[];
  /** Positions that this writer does not have: never measured, null in every row. */
  readonly absent: readonly number[];
  /** The same for a file in which `bullets_fired` is a running sum and says nothing. */
  readonly absentWithBullets: readonly number[];
  /** This writer adds up `bullets_fired` anew at every snapshot. */
  readonly bulletsRunOn: boolean;
}

const upTo = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

function layout(name: LayoutName, columns: readonly number[], bulletsRunOn: boolean): LineLayout {
  const absent = PLAYER_FIELDS.map(({ index }) => index).filter((i) => !columns.includes(i));
  const absentWithBullets = [...absent, TAB.bulletsFired].sort((a, b) => a - b);
  return { name, columns, absent, absentWithBullets, bulletsRunOn };
}

/** The first ten fields, which a league's report has. */
export const REPORT_LAYOUT = layout("report", upTo(0, 9), false);

/** Every layout of stats files that is known; the newest writers have all 38 fields. */
export const LINE_LAYOUTS: Readonly<Record<FileLayoutName, LineLayout>> = {
  "38": layout("38", upTo(0, 37), false),
  "37": layout("37", upTo(0, 36), true),
  "36": layout("36", upTo(0, 35), true),
  // 2024: no playtime denied, so what follows stands one field earlier.
  "33": layout("33", [...upTo(0, 27), ...upTo(29, 33)], true),
  spaced: layout("spaced", [...upTo(0, 21), ...upTo(23, 27), ...upTo(29, 33)], false),
};

const BACKSLASH = 0x5c;
const TABULATOR = 0x09;
const SPACE = 0x20;
const LARGEST_MASK = 0xffff_ffff;

/**
 * The layout of a file's player lines, which begin at `from`: the widest of its whole lines tells, for a
 * damaged line can only be shorter. A count that no writer has is read as the 38 fields cut short, and so
 * is a file without a whole line.
 */
export function layoutOf(text: string, from: number): LineLayout {
  let widest = 0;
  let spaced = false;
  for (let at = from; at < text.length; ) {
    const newline = text.indexOf("\n", at);
    if (newline === -1) break;
    const mask = maskStart(text, at, newline);
    at = newline + 1;
    if (mask === -1) continue;
    const fields = countTabs(text, mask, newline);
    if (fields >= PLAYER_FIELDS.length) return LINE_LAYOUTS["38"];
    widest = Math.max(widest, fields);
    spaced ||= fields === 0 && spacedFields(text, mask, newline) !== -1;
  }
  if (widest === 0 && spaced) return LINE_LAYOUTS.spaced;
  if (widest === 37) return LINE_LAYOUTS["37"];
  if (widest === 36) return LINE_LAYOUTS["36"];
  return widest === 33 ? LINE_LAYOUTS["33"] : LINE_LAYOUTS["38"];
}

/**
 * Where the fields of a space separated line begin, between the position of its mask and its end: behind
 * the weapon numbers that the mask announces. −1 when the count of numbers fits no such line.
 */
export function spacedFields(text: string, from: number, to: number): number {
  const starts: number[] = [];
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code !== SPACE && (at === from || text.charCodeAt(at - 1) === SPACE)) starts.push(at);
  }
  const mask = Number(text.slice(from, starts[1] ?? to));
  if (!Number.isInteger(mask) || mask < 0 || mask > LARGEST_MASK) return -1;
  const numbers = starts.length - 1 - LINE_LAYOUTS.spaced.columns.length;
  const fits =
    numbers > 0 &&
    (numbers === countBits(mask & WEAPON_MASK) * WEAPON_NUMBERS ||
      numbers === countBits(mask) * WEAPON_NUMBERS);
  return fits ? (starts[1 + numbers] as number) : -1;
}

/** The position behind the fourth backslash of a line, or −1. */
function maskStart(text: string, from: number, to: number): number {
  let backslashes = 0;
  for (let at = from; at < to; at++) {
    if (text.charCodeAt(at) === BACKSLASH && ++backslashes === 4) return at + 1;
  }
  return -1;
}

/** Fields behind tabs; an empty last one is none. */
function countTabs(text: string, from: number, to: number): number {
  let tabs = 0;
  for (let at = from; at < to; at++) if (text.charCodeAt(at) === TABULATOR) tabs++;
  return to > from && text.charCodeAt(to - 1) === TABULATOR ? tabs - 1 : tabs;
}
