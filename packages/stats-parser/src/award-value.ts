import type { Award } from "./endstats-file.ts";

/** The numbers in an award's value text. */
export interface AwardValue {
  /** First number; null when there is none. */
  readonly number: number | null;
  /** Number behind the first one: seconds of a multikill, minutes of a respawn award. */
  readonly secondNumber: number | null;
  /** Unit of the first number. */
  readonly unit: Award["unit"];
}

const PREFIX = /^[^:]*: /;
const NUMBER = /-?\d+(?:\.\d+)?/;
const UNIT = /^ ?(percent|seconds|min|m|s|x)(?![A-Za-z])/;

/**
 * Reads an award's value as endstats writers print it: `4120`, `41.27 m`, `148 seconds`,
 * `3 kills in 1.84s`, `27.9 percent, 3.41 min`, `Damage received vs death ratio: 3.41x`. A leading
 * `text: ` is skipped; a whole float (`2.0`) reads as the whole number.
 */
export function readAwardValue(value: string): AwardValue {
  const text = value.replace(PREFIX, "");
  const first = NUMBER.exec(text);
  if (!first) return { number: null, secondNumber: null, unit: null };
  const rest = text.slice(first.index + first[0].length);
  const word = UNIT.exec(rest)?.[1];
  return {
    number: finite(first[0]),
    secondNumber: finite(NUMBER.exec(rest)?.[0]),
    unit: word === "seconds" ? "s" : ((word as Award["unit"] | undefined) ?? null),
  };
}

/** Hundreds of digits read as infinity, which is no number of anything. */
function finite(digits: string | undefined): number | null {
  const number = digits === undefined ? Number.NaN : Number(digits);
  return Number.isFinite(number) ? number : null;
}
