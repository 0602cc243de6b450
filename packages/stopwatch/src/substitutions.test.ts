import { describe, expect, it } from "vitest";
import { findSubstitutions } from "./substitutions.ts";

/** Line-ups as `A v B`, one letter a player. */
const found = (...sketches: string[]) =>
  findSubstitutions(
    sketches.map((sketch, index) => {
      const [A = "", B = ""] = sketch.split(" v ");
      return { key: `${index}`, A: A.split(""), B: B.split("") };
    }),
  ).map((s) => `${s.team}${s.round}:${s.out ?? "-"}>${s.in ?? "-"}`);

describe("findSubstitutions", () => {
  it("who leaves and who comes at one step are a pair, per team", () => {
    expect(found("abc v xyz", "abd v xyz", "abd v xyw")).toEqual(["A1:c>d", "B2:z>w"]);
  });

  it("nobody changes: nothing", () => {
    expect(found("abc v xyz", "abc v xyz")).toEqual([]);
    expect(found()).toEqual([]);
  });

  it("late joiners and early leavers have no counterpart", () => {
    expect(found("abc v xyz", "abcd v xyz", "abcd v xy")).toEqual(["A1:->d", "B2:z>-"]);
  });

  it("missing one round is no substitution", () => {
    expect(found("abc v xyz", "ab v xyz", "abc v xyz")).toEqual([]);
  });

  it("a substitute for one round, and back again", () => {
    expect(found("abc v xyz", "abd v xyz", "abc v xyz")).toEqual(["A1:c>d", "A2:d>c"]);
  });

  it("who is gone for good is paired before who only pauses", () => {
    expect(found("abc v xyz", "ad v xyz", "abd v xyz")).toEqual(["A1:c>d"]);
  });

  it("who goes over to the other team is no substitute", () => {
    expect(found("abc v xyz", "abx v cyz")).toEqual([]);
    expect(found("abc v xyz", "abx v yzw")).toEqual(["A1:c>-", "B1:->w"]);
  });
});
