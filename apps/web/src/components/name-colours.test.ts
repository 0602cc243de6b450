import { expect, it } from "vitest";
import { colourClass } from "./name-colours.ts";

it.each([
  ["1", 1],
  ["7", 7],
  ["0", 0],
  ["a", 17],
  ["A", 17],
  ["!", 17],
  ["ß", 15],
])("^%s is colour %i", (code, colour) => {
  expect(colourClass(code)).toBe(`et-${colour}`);
});

it("is white before any code, and where a code takes it back", () => {
  expect(colourClass(null)).toBe("et-7");
  expect(colourClass("*")).toBe("et-7");
});
