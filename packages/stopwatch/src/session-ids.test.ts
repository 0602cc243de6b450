import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assignSessionIds } from "./session-ids.ts";

const sequence = (from: number) => {
  let next = from;
  return () => next++;
};
const groups = (...keys: string[]) => keys.map((roundKeys) => ({ roundKeys: roundKeys.split("") }));
const known = (ids: Record<string, number>) =>
  new Map(Object.entries(ids).flatMap(([rounds, id]) => rounds.split("").map((key) => [key, id])));

describe("assignSessionIds", () => {
  it("numbers new sessions from the sequence, in order", () => {
    expect(assignSessionIds(groups("ab", "cd"), new Map(), sequence(7))).toEqual([7, 8]);
  });

  it("keeps the id of a session that grew, however much", () => {
    expect(assignSessionIds(groups("abcdefgh"), known({ ab: 5 }), sequence(9))).toEqual([5]);
  });

  it("the lower id survives a merge", () => {
    expect(assignSessionIds(groups("abcdx"), known({ a: 3, bcd: 8 }), sequence(9))).toEqual([3]);
  });

  it("the larger part keeps the id of a split, of equal parts the first", () => {
    expect(assignSessionIds(groups("ab", "cde"), known({ abcde: 4 }), sequence(9))).toEqual([9, 4]);
    expect(assignSessionIds(groups("ab", "cd"), known({ abcd: 4 }), sequence(9))).toEqual([4, 9]);
  });

  it("a few rounds that move over do not take their id along", () => {
    const ids = assignSessionIds(groups("abc", "defg"), known({ abcd: 2, efg: 6 }), sequence(9));
    expect(ids).toEqual([2, 6]);
  });

  it("an older session found later gets a fresh id and leaves the others alone", () => {
    expect(assignSessionIds(groups("xy", "ab"), known({ ab: 1 }), sequence(2))).toEqual([2, 1]);
  });

  it("refuses a sequence that gives a taken id again", () => {
    expect(() => assignSessionIds(groups("xy", "ab"), known({ ab: 1 }), () => 1)).toThrow(
      RangeError,
    );
  });

  it("never gives one id twice, and an unchanged grouping keeps every id", () => {
    const rounds = fc.array(
      fc.record({ group: fc.nat(4), id: fc.option(fc.integer({ min: 1, max: 5 })) }),
    );
    fc.assert(
      fc.property(rounds, (list) => {
        const byGroup = new Map<number, string[]>();
        const ids = new Map<string, number>();
        list.forEach(({ group, id }, index) => {
          byGroup.set(group, [...(byGroup.get(group) ?? []), `r${index}`]);
          if (id !== null) ids.set(`r${index}`, id);
        });
        const sessions = [...byGroup.values()].map((roundKeys) => ({ roundKeys }));
        const assigned = assignSessionIds(sessions, ids, sequence(100));
        expect(new Set(assigned).size).toBe(assigned.length);
        const stored = new Map(
          sessions.flatMap(({ roundKeys }, i) => roundKeys.map((key) => [key, assigned[i] ?? 0])),
        );
        expect(assignSessionIds(sessions, stored, sequence(900))).toEqual(assigned);
      }),
    );
  });
});
