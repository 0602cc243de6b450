import { expect, it } from "vitest";
import { clock } from "./clock.ts";
import { fullDay, longDay, shortDay, timeOfDay } from "./moments.ts";
import { figure, plural } from "./numbers.ts";

it.each([
  [0, 0, "0"],
  [999, 0, "999"],
  [1000, 0, "1\u202F000"],
  [1234567.891, 2, "1\u202F234\u202F567.89"],
  [-42, 0, "−42"],
  [-0.001, 2, "0.00"],
])("writes %d with %i decimals as %s", (value, decimals, text) => {
  expect(figure(value, decimals)).toBe(text);
});

it("counts", () => {
  expect([plural(1, "round"), plural(0, "round"), plural(1500, "round")]).toEqual([
    "1 round",
    "0 rounds",
    "1\u202F500 rounds",
  ]);
});

it.each([
  [0, "0:00"],
  [59.9, "0:59"],
  [512, "8:32"],
  [6245, "104:05"],
  [-3, "0:00"],
])("shows %d s as %s", (seconds, text) => {
  expect(clock(seconds)).toBe(text);
});

it("names days of the calendar wherever the reader is", () => {
  expect(fullDay("2026-02-10")).toBe("Tuesday 10 February 2026");
  expect(longDay("2024-02-29")).toBe("29 February 2024");
  expect(shortDay("2025-12-31", "2026-01-02")).toBe("Wed 31 Dec 2025");
  expect(shortDay("2026-01-01", "2026-01-02")).toBe("Thu 1 Jan");
});

it("tells times of day where the reader is", () => {
  const at = new Date(2026, 1, 10, 9, 5);
  expect(timeOfDay(at.toISOString())).toBe("09:05");
});
