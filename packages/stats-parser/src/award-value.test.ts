import { describe, expect, it } from "vitest";
import { readAwardValue } from "./award-value.ts";

describe("an award's value keeps its numbers and the unit of the first", () => {
  it.each([
    ["4120", 4120, null, null],
    ["1.5714285714286", 1.5714285714286, null, null],
    ["2.0", 2, null, null],
    ["0", 0, null, null],
    ["-3", -3, null, null],
    ["3 kills in 1.84s", 3, 1.84, null],
    ["41.27 m", 41.27, null, "m"],
    ["148 seconds", 148, null, "s"],
    ["18.02 percent", 18.02, null, "percent"],
    ["27.9 percent, 3.41 min", 27.9, 3.41, "percent"],
    ["Damage received vs death ratio: 3.41x", 3.41, null, "x"],
    ["6 min", 6, null, "min"],
    ["12 sausages", 12, null, null],
    ["nan", null, null, null],
    ["inf", null, null, null],
    ["", null, null, null],
    ["9".repeat(400), null, null, null],
  ] as const)("%j", (value, number, secondNumber, unit) => {
    expect(readAwardValue(value)).toEqual({ number, secondNumber, unit });
  });
});
