import { describe, expect, it } from "vitest";
import { type LineSpec, round1, round2 } from "../test/support/stats-text.ts";
import { roundsBase, roundsWentOn } from "./rounds-counter.ts";

const lines = (...rounds: number[]): LineSpec[] =>
  rounds.map((value, i) => ({ guid: `AAAA000${i}`, name: `p${i}`, rounds: value }));

describe("what `rounds` counts from", () => {
  it.each<[number[], number]>([
    [[0, 0, 0], 0],
    [[1, 1, 1], 1],
    [[3, 3, 0], 3],
    [[0, 1, 1, 0], 0],
    [[1, 0, 0, 1], 0],
    [[7], 7],
  ])("%j: from %d", (values, base) => {
    expect(roundsBase(round1({}, lines(...values)))).toBe(base);
  });
});

it.each<[number, number | null, number, boolean]>([
  [1, 0, 0, true],
  [2, 1, 1, true],
  [1, 1, 1, false],
  [1, 1, 0, false],
  [2, null, 1, true],
  [1, null, 1, false],
  [0, null, 0, false],
])("%d after %s, base %d: went on %s", (later, own, base, wentOn) => {
  const [line] = round2({}, lines(later)).lines;
  const earlier = own === null ? null : (round1({}, lines(own)).lines[0] ?? null);
  if (!line) throw new Error("no line");
  expect(roundsWentOn(line, earlier, base)).toBe(wentOn);
});
