import { expect, test } from "vitest";
import { METRICS, metricFormula } from "./metrics.ts";
import { NUMBERS, scoreFormula } from "./number-definitions.ts";
import { SCORE_PARTS } from "./performance-score.ts";

test("every number is explained once, metrics in the words of the registry", () => {
  const keys = NUMBERS.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  const accuracy = NUMBERS.find(({ key }) => key === "accuracy");
  expect(accuracy).toMatchObject({
    label: METRICS.accuracy.label,
    unit: "percent",
    meaning: METRICS.accuracy.meaning,
    formula: metricFormula("accuracy"),
  });
});

test("the session score says all its parts, and they add up to 100 % before what counts against it", () => {
  expect(scoreFormula()).toBe(
    "DPM 30 %, K/D 20 %, Useful kills per round 15 %, Revives per round 15 %, Objectives per round 10 %, Denied per minute 10 %, less Team damage % 5 %",
  );
  const counted = SCORE_PARTS.filter(({ weight }) => weight > 0);
  expect(counted.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
});
