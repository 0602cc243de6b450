import { expect, it } from "vitest";
import { type RoundFacts, roundResult } from "./round-result.ts";

const one = (more: Partial<RoundFacts>): RoundFacts => ({
  round: 1,
  clockSeconds: 512,
  timeLimitSeconds: 900,
  outcome: "completed",
  gaveUp: false,
  attackerSide: 2,
  winnerSide: 2,
  valid: true,
  ...more,
});
const two = (more: Partial<RoundFacts>) => one({ round: 2, timeLimitSeconds: 512, ...more });
const early = { outcome: "surrender", winnerSide: 1 } as const;
const gaveUp = { ...early, gaveUp: true };
const given = { outcome: "surrender", gaveUp: true } as const;
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
  ["gave up at 5:00", one({ ...gaveUp, clockSeconds: 300 }), undefined, 1],
  ["gave up", one({ ...gaveUp, clockSeconds: null }), undefined, 1],
  ["ended 10:00 early", one({ ...early, clockSeconds: 300 }), undefined, 1],
  ["ended 0:30 early", one({}), two({ ...early, clockSeconds: 482 }), 2],
  ["ended early", one({ ...early, clockSeconds: null }), undefined, 1],
  ["defence gave up at 4:00", one({}), two({ ...given, clockSeconds: 240 }), 2],
  ["4:00", one({}), two({ ...given, gaveUp: false, clockSeconds: 240 }), 2],
  ["broken off at 0:40", one({ outcome: "aborted", clockSeconds: 40 }), undefined, 1],
  ["not known", one({ outcome: "unknown", clockSeconds: null }), undefined, 1],
  ["reached", undefined, two({ clockSeconds: null }), 2],
] as const)("says %s", (text, first, second, round) => {
  expect(say(first, second, round)).toBe(text);
});
