import { expect, test } from "vitest";
import { wrap } from "./wrap.ts";

test("lines end at spaces and hang by the indent", () => {
  expect(wrap("ok    api  nothing listens there", 20, 11)).toEqual([
    "ok    api  nothing",
    "           listens",
    "           there",
  ]);
  expect(wrap("  → 漢字 漢字 漢字", 9, 4)).toEqual(["  → 漢字", "    漢字", "    漢字"]);
  expect(wrap("a-word-that-is-longer x", 8, 2)).toEqual(["a-word-that-is-longer", "  x"]);
  expect(wrap("as wide as it gets", null, 4)).toEqual(["as wide as it gets"]);
  expect(wrap("", 10)).toEqual([""]);
});
