import { describe, expect, it } from "vitest";
import { clockSeconds, type RoundClock, secondsFaster } from "./round-clock.ts";

const round = (more: Partial<RoundClock>): RoundClock => ({
  outcome: "completed",
  timeLimitSeconds: 900,
  nextLimitSeconds: 420,
  durationSeconds: 421.2,
  ...more,
});

describe("the time of a round is", () => {
  it.each([
    ["the time that was set, not the measured one", round({}), 420],
    ["the measured time, cut, where no limit came", round({ nextLimitSeconds: null }), 421],
    [
      "the second that a sum of fractions means",
      round({ nextLimitSeconds: null, durationSeconds: 419.999_999_9 }),
      420,
    ],
    [
      "the limit of a hold",
      round({ outcome: "fullhold", nextLimitSeconds: 900, durationSeconds: 900.9 }),
      900,
    ],
    [
      "the limit of a hold that was measured short",
      round({ outcome: "fullhold", durationSeconds: 897.4 }),
      900,
    ],
    [
      "the measured time of a hold without a limit",
      round({ outcome: "fullhold", timeLimitSeconds: null, durationSeconds: 480.7 }),
      480,
    ],
    [
      "the measured time of an attack that gave up",
      round({ outcome: "surrender", nextLimitSeconds: 900, durationSeconds: 300.9 }),
      300,
    ],
    [
      "the next limit where the defenders gave up",
      round({ outcome: "surrender", nextLimitSeconds: 180, durationSeconds: 181 }),
      180,
    ],
    [
      "the measured time of a round cut off",
      round({ outcome: "aborted", nextLimitSeconds: null, durationSeconds: 40.2 }),
      40,
    ],
    ["what the clock said where nobody knows who won", round({ outcome: "unknown" }), 420],
    [
      "not known where nothing tells it",
      round({ nextLimitSeconds: null, durationSeconds: null }),
      null,
    ],
  ] as const)("%s", (_, facts, seconds) => {
    expect(clockSeconds(facts)).toBe(seconds);
  });
});

describe("Round 2 was faster by", () => {
  const timed = (seconds: number | null, outcome: RoundClock["outcome"] = "completed") => ({
    outcome,
    clockSeconds: seconds,
  });
  it.each([
    ["the difference of the two times", timed(638), timed(505), 133],
    ["less than a second", timed(505), timed(505), 0],
    ["nothing that is known without a time", timed(null), timed(505), null],
    ["nothing where Round 1 was held", timed(900, "fullhold"), timed(505), null],
    ["nothing where Round 2 was held", timed(505), timed(505, "fullhold"), null],
    ["nothing where it was slower", timed(505), timed(506), null],
    ["nothing without a Round 1", undefined, timed(505), null],
    ["nothing without a Round 2", timed(505), undefined, null],
  ])("%s", (_, first, second, seconds) => {
    expect(secondsFaster(first, second)).toBe(seconds);
  });
});
