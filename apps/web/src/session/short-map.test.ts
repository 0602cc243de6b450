import { expect, it } from "vitest";
import { cut, shortMap } from "./short-map.ts";

it.each([
  ["te_escape2", "escape2"],
  ["etl_sp_delivery", "delivery"],
  ["missile_b3", "missile"],
  ["sw_goldrush_te", "goldrush"],
  ["supply", "supply"],
  ["te_te", "te"],
  ["", ""],
])("shortens %s to %s", (map, short) => {
  expect(shortMap(map)).toBe(short);
});

it("cuts between signs, not inside of them", () => {
  expect(cut("😀😀😀😀", 3)).toBe("😀😀…");
  expect(cut("radar", 5)).toBe("radar");
});
