import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitSessions, type TimedRound } from "./session-split.ts";

const minute = 60_000;
const at = (minutes: number, formsSession = true): TimedRound => ({
  key: `${minutes}${formsSession ? "" : "x"}`,
  endMs: minutes * minute,
  formsSession,
});
const keys = (rounds: readonly TimedRound[]) => rounds.map((round) => round.key);

describe("splitSessions", () => {
  it("a gap of exactly an hour stays, one more second parts", () => {
    const later = { ...at(60), key: "later", endMs: 60 * minute + 1000 };
    expect(splitSessions([at(0), at(60)], 60).sessions).toHaveLength(1);
    expect(splitSessions([at(0), later], 60).sessions).toHaveLength(2);
  });

  it("counts the gap from the round before, not from the first", () => {
    expect(splitSessions([at(0), at(50), at(100), at(150)], 60).sessions).toHaveLength(1);
  });

  it("rounds that form no session neither begin, extend nor bridge one", () => {
    const split = splitSessions([at(0), at(45, false), at(90), at(300, false)], 60);
    expect(split.sessions.map(({ rounds }) => keys(rounds))).toEqual([["0", "45x"], ["90"]]);
    expect(keys(split.outside)).toEqual(["300x"]);
    expect(splitSessions([at(0, false)], 60).sessions).toEqual([]);
  });

  it("places them in the nearer session", () => {
    const split = splitSessions([at(0), at(55, false), at(100)], 60);
    expect(split.sessions.map(({ rounds }) => keys(rounds))).toEqual([["0"], ["55x", "100"]]);
  });

  it("does not depend on the order of the rounds", () => {
    const rounds = fc.uniqueArray(
      fc.record({ key: fc.string(), end: fc.integer({ min: 0, max: 600 }), forms: fc.boolean() }),
      { selector: (round) => round.key, maxLength: 12 },
    );
    fc.assert(
      fc.property(rounds, fc.infiniteStream(fc.nat()), (sketches, picks) => {
        const list = sketches.map(({ key, end, forms }) => ({
          key,
          endMs: end * minute,
          formsSession: forms,
        }));
        const shuffled = list
          .map((round) => ({ round, by: picks.next().value }))
          .sort((a, b) => a.by - b.by)
          .map(({ round }) => round);
        expect(splitSessions(shuffled, 60)).toEqual(splitSessions(list, 60));
      }),
    );
  });
});
