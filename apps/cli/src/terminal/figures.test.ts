import { describe, expect, test } from "vitest";
import { clock, count, decimal, plural, size, span } from "./figures.ts";

describe("figures", () => {
  test.each([
    [0, "0"],
    [9999, "9999"],
    [38_611, "38 611"],
    [1_234_567, "1 234 567"],
    [-12_345, "-12 345"],
    [-0.2, "0"],
    [null, "–"],
    [Number.NaN, "–"],
  ])("count %s", (value, text) => expect(count(value)).toBe(text));

  test.each([
    [321.4, "5:21"],
    [0, "0:00"],
    [59.9999999, "1:00"],
    [3600, "60:00"],
    [-3, "0:00"],
    [null, "–"],
  ])("clock %s", (value, text) => expect(clock(value)).toBe(text));

  test.each([
    [0, "0 s"],
    [0.24, "0.2 s"],
    [9.96, "10 s"],
    [59, "59 s"],
    [60, "1 min"],
    [125, "2 min 5 s"],
    [601, "10 min"],
    [4800, "1 h 20 min"],
    [7200, "2 h"],
  ])("span %s", (value, text) => expect(span(value)).toBe(text));

  test.each([
    [999, "999 B"],
    [3400, "3.4 kB"],
    [16_000_000, "16 MB"],
  ])("size %s", (value, text) => expect(size(value)).toBe(text));

  test("decimal and plural", () => {
    expect(decimal(1.256, 2)).toBe("1.26");
    expect(decimal(null, 2)).toBe("–");
    expect(plural(1, "round")).toBe("1 round");
    expect(plural(12_000, "match", "matches")).toBe("12 000 matches");
  });
});
