import { expect, it } from "vitest";
import { type RoundFacts, roundResult } from "./round-result.ts";

const one = (more: Partial<RoundFacts>): RoundFacts => ({
  round: 1,
  clockSeconds: 512,
  timeLimitSeconds: 900,
  outcome: "completed",
  valid: true,
  ...more,
});
const two = (more: Partial<RoundFacts>) => one({ round: 2, timeLimitSeconds: 512, ...more });
const say = (first: RoundFacts | undefined, second: RoundFacts | undefined, round: 1 | 2) =>
  roundResult((round === 1 ? first : second) as RoundFacts, { first, second }).text;

it.each([
  ["set 8:32", one({}), two({}), 1],
  ["set 8:32", one({}), undefined, 1],
  ["set a time", one({ clockSeconds: null }), undefined, 1],
  ["full hold 15:00", one({ outcome: "fullhold", clockSeconds: 900 }), undefined, 1],
  ["7:32, 1:00 faster", one({}), two({ clockSeconds: 452 }), 2],
  ["8:32", one({}), two({}), 2],
  ["held at 8:32", one({}), two({ outcome: "fullhold" }), 2],
  [
    "full hold 15:00",
    one({ outcome: "fullhold" }),
    two({ outcome: "fullhold", timeLimitSeconds: 900, clockSeconds: 900 }),
    2,
  ],
  ["7:32", one({ outcome: "fullhold" }), two({ clockSeconds: 452, timeLimitSeconds: 900 }), 2],
  ["gave up at 5:00", one({ outcome: "surrender", clockSeconds: 300 }), undefined, 1],
  ["gave up", one({ outcome: "surrender", clockSeconds: null }), undefined, 1],
  ["broken off at 0:40", one({ outcome: "aborted", clockSeconds: 40 }), undefined, 1],
  ["not known", one({ outcome: "unknown", clockSeconds: null }), undefined, 1],
  ["reached", undefined, two({ clockSeconds: null }), 2],
] as const)("says %s", (text, first, second, round) => {
  expect(say(first, second, round)).toBe(text);
});
