import { LINE_LAYOUTS, type LineLayout } from "./line-layouts.ts";
import { PLAYER_FIELDS, TAB } from "./player-fields.ts";

/** The tab part of a player line. */
export interface TabFields {
  /** Always 38 numbers; garbled ones, and those that are missing or absent in the layout, are 0. */
  readonly values: readonly number[];
  /** Positions of fields that are there but no usable number. */
  readonly bad: readonly number[];
  /** How many of the layout's fields are there; a line can end early. */
  readonly present: number;
}

const LARGEST_VALUE = 1_000_000;
/** More digits than a number holds exactly. */
const MAX_DIGITS = 15;
const TABULATOR = 0x09;
const SPACE = 0x20;
const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;

const COUNT = PLAYER_FIELDS.length;
const WHOLE = PLAYER_FIELDS.map((field) => field.decimals === 0);

/**
 * Reads the tab-separated fields between two positions: the one behind the first tab, and the end of
 * the line. Usable is a decimal number of at most 1 000 000, not negative (XP excepted), whole where
 * the writer counts. Fields behind the layout's last are ignored; an empty last field counts as not
 * there.
 */
export function readTabFields(
  text: string,
  from: number,
  to: number,
  { columns }: LineLayout = LINE_LAYOUTS["38"],
): TabFields {
  const values = new Array<number>(COUNT).fill(0);
  const bad: number[] = [];
  let present = 0;
  let at = from;
  while (present < columns.length && at < to) {
    const index = columns[present] as number;
    const start = at;
    // Nearly all fields are digits, some with a point in between; anything else is read again with care.
    let value = 0;
    let divisor = 0;
    let plain = true;
    for (; at < to; at++) {
      const code = text.charCodeAt(at);
      const digit = code - ZERO;
      if (digit >= 0 && digit <= 9) {
        value = value * 10 + digit;
        divisor *= 10;
      } else if (code === TABULATOR) {
        break;
      } else if (code === POINT && divisor === 0 && at > start) {
        divisor = 1;
      } else {
        plain = false;
      }
    }
    const length = at - start;
    if (!plain || length === 0 || length > MAX_DIGITS || divisor === 1) {
      value = readNumber(text, start, at);
    } else if (divisor > 1) {
      value /= divisor;
    }
    const usable =
      value <= LARGEST_VALUE &&
      (value >= 0 || (index === TAB.xp && value >= -LARGEST_VALUE)) &&
      (!WHOLE[index] || Number.isInteger(value));
    if (!usable) bad.push(index);
    if (usable) values[index] = value;
    present++;
    at++;
  }
  return { values, bad, present };
}

/** A decimal number between two positions, spaces around it allowed; NaN when it is none. */
function readNumber(text: string, from: number, to: number): number {
  let at = from;
  let end = to;
  while (at < end && text.charCodeAt(at) === SPACE) at++;
  while (end > at && text.charCodeAt(end - 1) === SPACE) end--;
  const negative = text.charCodeAt(at) === MINUS;
  if (negative) at++;
  let digits = 0;
  let divisor = 0;
  let value = 0;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === POINT && divisor === 0 && digits > 0) {
      divisor = 1;
      continue;
    }
    const digit = code - ZERO;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
    divisor *= 10;
    digits++;
  }
  if (digits === 0 || digits > MAX_DIGITS || divisor === 1) return Number.NaN;
  if (divisor > 1) value /= divisor;
  return negative ? 0 - value : value;
}
