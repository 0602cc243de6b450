import { describe, expect, it } from "vitest";
import { ahead, MEASURES, type Measure } from "./measures.ts";

const measure = (best: Measure["best"], decimals = 1): Measure => ({
  label: "",
  unit: "",
  decimals,
  of: () => null,
  best,
});

describe("who is ahead", () => {
  it.each([
    ["highest", 2, 1, 0],
    ["highest", 1, 2, 1],
    ["lowest", 2, 1, 1],
    ["lowest", 1, 2, 0],
    ["highest", 1.04, 1, null],
    ["highest", 0, 0, null],
    ["highest", null, 1, null],
    ["highest", 1, null, null],
    [null, 2, 1, null],
  ] as const)("%s of %s and %s: %s", (best, a, b, who) => {
    expect(ahead(measure(best), a, b)).toBe(who);
  });
});

it("has no measure twice", () => {
  const labels = MEASURES.map(({ label }) => label);
  expect(new Set(labels).size).toBe(labels.length);
});
