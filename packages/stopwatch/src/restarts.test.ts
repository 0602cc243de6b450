import { describe, expect, it } from "vitest";
import { findRestarts, type RestartCandidate } from "./restarts.ts";

const minute = 60_000;
const round = (
  key: string,
  number: 1 | 2,
  start: number | null,
  end: number,
  more: Partial<RestartCandidate> = {},
): RestartCandidate => ({
  key,
  number,
  map: "supply",
  paired: false,
  startMs: start === null ? null : start * minute,
  endMs: end * minute,
  humans: ["a", "b"],
  aborted: false,
  ...more,
});
const found = (...rounds: RestartCandidate[]) => Object.fromEntries(findRestarts(rounds));

describe("findRestarts", () => {
  it("the same people begin again: cancelled", () => {
    expect(found(round("1", 1, 0, 4), round("2", 1, 5, 15, { paired: true }))).toEqual({
      1: "cancelled",
    });
  });

  it("others begin: substitution", () => {
    expect(found(round("1", 1, 0, 4), round("2", 1, 5, 15, { humans: ["a", "c"] }))).toEqual({
      1: "substitution",
    });
  });

  it("counts from the end to the next start: 15 minutes at most, however long the rounds were", () => {
    expect(found(round("1", 1, 0, 20), round("2", 1, 35, 55))).toEqual({ 1: "cancelled" });
    expect(found(round("1", 1, 0, 20), round("2", 1, 35.1, 55))).toEqual({});
    expect(found(round("1", 1, 0, 20), round("2", 1, 20, 40))).toEqual({});
    expect(found(round("1", 1, 0, 20), round("2", 1, null, 30))).toEqual({});
  });

  it("a Round 1 with its Round 2 was played, even if the map is played again at once", () => {
    const first = round("1", 1, 0, 10, { paired: true });
    const second = round("2", 2, 11, 20, { paired: true });
    expect(found(first, second, round("3", 1, 21, 30, { paired: true }))).toEqual({});
  });

  it("only the very next round counts, on the same map, whatever its case", () => {
    expect(found(round("1", 1, 0, 4), round("2", 1, 5, 9, { map: " Supply" }))).toEqual({
      1: "cancelled",
    });
    expect(found(round("1", 1, 0, 4), round("2", 1, 5, 9, { map: "radar" }))).toEqual({});
    const between = round("2", 2, 5, 6, { map: "radar" });
    expect(found(round("1", 1, 0, 4), between, round("3", 1, 7, 9))).toEqual({});
  });

  it("several false starts in a row are all replaced", () => {
    expect(
      found(round("1", 1, 0, 1), round("2", 1, 2, 3), round("3", 1, 4, 9, { paired: true })),
    ).toEqual({ 1: "cancelled", 2: "cancelled" });
  });

  it("an aborted Round 2 means that the Round 1 stood; an aborted file of another map means nothing", () => {
    const after = round("3", 1, 8, 12);
    const dump = round("2", 1, null, 6, { aborted: true });
    expect(found(round("1", 1, 0, 4), dump, after)).toEqual({});
    expect(found(round("1", 1, 0, 4), { ...dump, map: "radar" }, after)).toEqual({
      1: "cancelled",
    });
  });
});
