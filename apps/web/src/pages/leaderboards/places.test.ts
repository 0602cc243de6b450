import { describe, expect, it } from "vitest";
import { justBefore, placeChange, seasonId } from "./places.ts";

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

it("the instant before a session is one, whatever is known of the session", () => {
  expect(justBefore("2026-02-23T19:49:00.000Z")).toBe("2026-02-23T19:48:59.000Z");
  expect(Number.isNaN(Date.parse(justBefore("")))).toBe(false);
});

it.each([
  ["2026-01-01", "2026-Q1"],
  ["2025-10-01", "2025-Q4"],
])("the season of %s is %s", (day, id) => {
  expect(seasonId(day)).toBe(id);
});
