import { describe, expect, it } from "vitest";
import { countOf, numberOf, sideText, textOf, unixOf, wholeGuidOf } from "./report-values.ts";

describe("numbers may be text", () => {
  it.each([
    [7, 7],
    ["7", 7],
    [" 78.9 ", 78.9],
    ["-3", -3],
    ["-0", 0],
    ["+4", 4],
    ["", null],
    ["0x7f", null],
    ["1e3", null],
    ["12 s", null],
    [Number.POSITIVE_INFINITY, null],
    [true, null],
    [null, null],
    [[7], null],
  ])("%j: %s", (value, number) => {
    expect(numberOf(value)).toBe(number);
  });

  it.each([
    ["2", 2],
    [2.5, null],
    [-1, null],
    [4, null],
  ])("as a whole number up to 3, %j: %s", (value, count) => {
    expect(countOf(value, 3)).toBe(count);
  });
});

describe("a time in unix seconds", () => {
  it.each([
    ["seconds", 1_775_843_268, 1_775_843_268],
    ["seconds as text", "1775843268", 1_775_843_268],
    ["with a fraction", 1_775_843_268.9, 1_775_843_268],
    ["milliseconds", 1_775_843_268_123, 1_775_843_268],
    ["unknown", 0, null],
    ["a level time", 864_159, null],
    ["microseconds", 1_775_843_268_123_456, null],
    ["2019", 1_560_000_000, null],
  ])("%s", (_, value, seconds) => {
    expect(unixOf(value)).toBe(seconds);
  });
});

it.each([
  ["axis", "1"],
  ["Allies", "2"],
  [2, "2"],
  [" 1 ", "1"],
  ["spectator", "spectator"],
  [undefined, ""],
])("the side %j is %j", (value, side) => {
  expect(sideText(value)).toBe(side);
});

it.each([
  ["a1".repeat(16), "A1".repeat(16)],
  [` ${"A1".repeat(16)} `, "A1".repeat(16)],
  ["OMNIBOT0100000000000000000000000", "OMNIBOT0100000000000000000000000"],
  ["A1".repeat(15), null],
  ["A1".repeat(17), null],
  ["G1".repeat(16), null],
  ["WORLD", null],
  [7, null],
])("%j as a whole GUID: %s", (value, guid) => {
  expect(wholeGuidOf(value)).toBe(guid);
});

it("decodes bytes that a writer escaped, and takes blank text for none", () => {
  expect(textOf("J\\u{c3}\\u{b6}rg")).toBe("Jörg");
  expect(textOf("\\u{e9}tude")).toBe("étude");
  expect(textOf(" ")).toBeNull();
  expect(textOf(82026)).toBe("82026");
  expect(textOf({})).toBeNull();
});
