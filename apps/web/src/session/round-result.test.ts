import { expect, it } from "vitest";
import { type RoundFacts, roundResult, timeSet } from "./round-result.ts";

const one = (more: Partial<RoundFacts>): RoundFacts => ({
  round: 1,
  durationSeconds: 512,
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
  ["set 8:30", one({}), two({ timeLimitSeconds: 510 }), 1],
  ["set 8:32", one({}), undefined, 1],
  ["set a time", one({ durationSeconds: null }), undefined, 1],
  ["full hold 15:00", one({ outcome: "fullhold", durationSeconds: 901 }), undefined, 1],
  ["7:32, 1:00 faster", one({}), two({ durationSeconds: 452 }), 2],
  ["8:32", one({}), two({ durationSeconds: 511.8 }), 2],
  ["held at 8:32", one({}), two({ outcome: "fullhold" }), 2],
  [
    "full hold 15:00",
    one({ outcome: "fullhold" }),
    two({ outcome: "fullhold", timeLimitSeconds: 900 }),
    2,
  ],
  ["7:32", one({ outcome: "fullhold" }), two({ durationSeconds: 452, timeLimitSeconds: 900 }), 2],
  ["gave up at 5:00", one({ outcome: "surrender", durationSeconds: 300 }), undefined, 1],
  ["gave up", one({ outcome: "surrender", durationSeconds: null }), undefined, 1],
  ["broken off at 0:40", one({ outcome: "aborted", durationSeconds: 40 }), undefined, 1],
  ["not known", one({ outcome: "unknown", durationSeconds: null }), undefined, 1],
  ["reached", undefined, two({ durationSeconds: null }), 2],
] as const)("says %s", (text, first, second, round) => {
  expect(say(first, second, round)).toBe(text);
});

it("takes the time to beat for the time that was set", () => {
  expect(timeSet({ first: one({}), second: two({ timeLimitSeconds: 510 }) })).toBe(510);
  expect(timeSet({ first: one({ outcome: "fullhold" }), second: two({}) })).toBe(512);
  expect(timeSet({ first: undefined, second: two({}) })).toBeNull();
});
