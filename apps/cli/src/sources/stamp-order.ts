import { baseName, parseGametimeFileName, parseRoundFileName } from "@slomix/stats-parser";

/**
 * Where a file stands in time by its name, in milliseconds; Infinity for names without a stamp.
 * Names of stats files are local time and those of gametimes unix time: near enough to bring the
 * files of an evening together, which is all that order is for.
 */
function stampOf(path: string): number {
  const name = baseName(path);
  const round = parseRoundFileName(name);
  if (round) return round.stamp.naiveMs;
  const gametime = parseGametimeFileName(name);
  return gametime ? gametime.endUnix * 1000 : Number.POSITIVE_INFINITY;
}

/** The same things by the stamp in their name, then by path. */
export function byStamp<T>(things: readonly T[], path: (thing: T) => string): T[] {
  return things
    .map((thing) => ({ thing, path: path(thing), stamp: stampOf(path(thing)) }))
    .sort((a, b) => (a.stamp === b.stamp ? compare(a.path, b.path) : a.stamp - b.stamp))
    .map(({ thing }) => thing);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
