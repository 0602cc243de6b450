import { describe, expect, it } from "vitest";
import { dayBefore, placeChange } from "./places.ts";

const row = (guid: string, rank: number) => ({ guid, rank });
const board = (guids: readonly string[], total = guids.length) => ({
  rows: guids.map((guid, i) => row(guid, i + 1)),
  total,
});

describe("a change of places", () => {
  const before = board(["A", "B", "C"]);

  it.each([
    ["B", 1, 1],
    ["A", 2, -1],
    ["C", 3, 0],
    ["D", 4, "new"],
  ] as const)("of %s, now on place %i, is %s", (guid, rank, change) => {
    expect(placeChange(row(guid, rank), before)).toBe(change);
  });

  it("is not known where nobody was ranked yet", () => {
    expect(placeChange(row("A", 1), board([]))).toBeNull();
  });

  it("is not known of who may stand behind the end of the list", () => {
    expect(placeChange(row("D", 4), board(["A", "B", "C"], 120))).toBeNull();
  });
});

it.each([
  ["2026-03-01", "2026-02-28"],
  ["2024-03-01", "2024-02-29"],
  ["2026-01-01", "2025-12-31"],
])("the day before %s is %s", (day, before) => {
  expect(dayBefore(day)).toBe(before);
});
