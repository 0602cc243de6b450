import { describe, expect, test } from "vitest";
import { palette } from "./palette.ts";
import { progressBar, progressText, rateMeter } from "./progress.ts";
import { width } from "./shorten.ts";

const ink = palette(0, "dark");

describe("progressBar", () => {
  test.each([
    [0, null, "Importing  ░░░░░░░░░░░░░░░░░░░░░░░░    0 %  0 of 6912"],
    [1200, 310, "Importing  ████▏░░░░░░░░░░░░░░░░░░░   17 %  1200 of 6912  310/s  19 s left"],
    [6911, 310, "Importing  ████████████████████████   99 %  6911 of 6912  310/s  1 s left"],
    [6912, 310, "Importing  ████████████████████████  100 %  6912 of 6912  310/s"],
  ])("%d done", (done, rate, line) => {
    expect(progressBar("Importing", { done, total: 6912, rate }, 80, ink)).toBe(line);
  });

  test("what has no room is left out, and nothing is wider than the terminal", () => {
    const state = { done: 1200, total: 69120, rate: 31, note: "12 failed" };
    for (let columns = 10; columns <= 120; columns += 1) {
      expect(width(progressBar("Importing", state, columns, ink))).toBeLessThan(columns);
    }
    expect(progressBar("Importing", state, 50, ink)).toBe(
      "Importing  ▏░░░░░░░░    1 %  1200 of 69 120  31/s",
    );
    expect(progressBar("Importing", state, 24, ink)).toBe("Importing   1 % 1200 o…");
  });

  test("without a total there is no bar", () => {
    expect(progressBar("Reading", { done: 42, total: null, rate: 8 }, 80, ink)).toBe(
      "Reading  42  8/s",
    );
  });
});

test("progressText is one line of a log", () => {
  expect(progressText("Importing", { done: 1200, total: 6912, rate: 310, note: "3 failed" })).toBe(
    "Importing: 1200 of 6912 (17 %), 310/s, 19 s left, 3 failed",
  );
  expect(progressText("Importing", { done: 0, total: 0, rate: null })).toBe("Importing: 0 of 0");
  expect(progressText("Importing", { done: 100, total: 90_000, rate: 0.4 })).toBe(
    "Importing: 100 of 90 000 (0 %), 1/s, 62 h 26 min left",
  );
});

test("the rate is that of the last stretch, not of the slow start", () => {
  const rate = rateMeter(10_000);
  expect(rate(0, 0)).toBeNull();
  expect(rate(1000, 0)).toBeNull();
  expect(rate(10_000, 100)).toBe(10);
  expect(rate(20_000, 5100)).toBe(500);
  expect(rate(30_000, 10_100)).toBe(500);
});
