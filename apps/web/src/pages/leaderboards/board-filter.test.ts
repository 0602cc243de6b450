import { expect, it } from "vitest";
import { partWords, sideIn, weaponClassIn } from "./board-filter.ts";

it("reads sides and classes of weapons, and leaves out what is none", () => {
  expect([sideIn("axis"), sideIn("Axis"), sideIn("1"), sideIn(undefined)]).toEqual([
    "axis",
    undefined,
    undefined,
    undefined,
  ]);
  expect(weaponClassIn("smg", "accuracy")).toBe("smg");
  expect(weaponClassIn("rocket", "accuracy")).toBeUndefined();
  // Damage is not told apart by weapon.
  expect(weaponClassIn("smg", "dpm")).toBeUndefined();
  expect(weaponClassIn("smg", "__proto__")).toBeUndefined();
});

it("says the part in words", () => {
  const all = { period: "all", map: undefined, side: undefined, weaponClass: undefined } as const;
  expect(partWords(all)).toBe("all maps");
  expect(partWords({ ...all, map: "supply", side: "allies", weaponClass: "pistol" })).toBe(
    "supply · Allies · Pistol",
  );
});
