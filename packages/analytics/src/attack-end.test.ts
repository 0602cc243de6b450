import { expect, it } from "vitest";
import { attackEnd, secondsEarly, surrenderProven } from "./attack-end.ts";

it.each([
  ["reached", "completed", false, true],
  ["reached", "completed", true, true],
  ["held", "fullhold", false, false],
  ["endedEarly", "surrender", false, false],
  ["gaveUp", "surrender", true, false],
  ["defenceGaveUp", "surrender", true, true],
  ["reached", "surrender", false, true],
  ["aborted", "aborted", false, false],
  ["unknown", "unknown", false, false],
] as const)("%s: %s, proven %s, attackers won %s", (end, outcome, gaveUp, attackersWon) => {
  expect(attackEnd({ outcome, gaveUp, attackersWon })).toBe(end);
});

it("takes times and votes for no proof of a surrender", () => {
  expect(surrenderProven([])).toBe(true);
  expect(surrenderProven(["defender_mismatch"])).toBe(true);
  expect(surrenderProven(["aborted", "surrender_deduced"])).toBe(false);
  expect(surrenderProven(["surrender_unconfirmed"])).toBe(false);
});

it.each([
  [30, 720, 690],
  [30, 720.9, 690],
  [null, 720, 720],
  [null, 720, 721],
  [null, null, 690],
  [null, 720, null],
] as const)("%s s early of %s at %s", (early, timeLimitSeconds, clockSeconds) => {
  expect(secondsEarly({ timeLimitSeconds, clockSeconds })).toBe(early);
});
