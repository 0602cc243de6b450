import { describe, expect, it } from "vitest";
import { type Confidence, type Factor, type FactorKey, unavailable } from "./factor.ts";
import { firstReleaseFormConfidence, firstReleaseProbability } from "./first-release.ts";
import { keyInsight } from "./key-insight.ts";
import { shareOfDamage } from "./share-of-damage.ts";
import { confidenceLabel, factorProbability, weighFactors } from "./weigh-factors.ts";

const factor = (key: FactorKey, score: number, confidence: Confidence = "medium"): Factor => ({
  key,
  score,
  available: true,
  confidence,
  text: `${key} says so.`,
  details: {},
});
const none = (...keys: FactorKey[]) => keys.map((key) => unavailable(key, "Nothing is known."));

describe("the first release's line", () => {
  it.each([
    [0, 0.3],
    [0.5, 0.5],
    [0.62, 0.548],
    [1, 0.7],
  ])("score %d is a chance of %d", (score, chance) => {
    expect(firstReleaseProbability(score)).toBeCloseTo(chance, 12);
  });

  it("4–1 head-to-head, three placeholders: 0.62, 55 %, confidence 0.42, low", () => {
    const score = 0.4 * 0.8 + 0.6 * 0.5;
    expect(score).toBeCloseTo(0.62, 12);
    expect(Math.round(firstReleaseProbability(score) * 100)).toBe(55);
    expect(confidenceLabel(0.4 * 0.6 + 0.6 * 0.3)).toBe("low");
  });

  it("its successor: 3–1, 330 against 290 damage a minute, no map: 55 %, low", () => {
    const score = 0.45 * 0.75 + 0.3 * shareOfDamage(330, 290) + 0.25 * 0.5;
    expect(score).toBeCloseTo(0.622, 3);
    expect(Math.round(firstReleaseProbability(score) * 100)).toBe(55);
    expect(0.45 * 0.3 + 0.3 * 0.6 + 0.25 * 0.3).toBeCloseTo(0.39, 12);
    expect(confidenceLabel(0.39)).toBe("low");
    expect(confidenceLabel(0.45 * 0.6 + 0.3 * 0.6 + 0.25 * 0.3)).toBe("medium");
  });

  it.each([
    [330, 290, 0.532, "medium"],
    [350, 280, 0.556, "high"],
    [300, 290, 0.508, "low"],
  ])("damage %d against %d: %d, %s", (a, b, share, confidence) => {
    expect(shareOfDamage(a, b)).toBeCloseTo(share, 3);
    expect(firstReleaseFormConfidence(a, b)).toBe(confidence);
  });

  it("no damage at all is even", () => {
    expect(shareOfDamage(0, 0)).toBe(0.5);
  });
});

describe("weighFactors", () => {
  it("all four: 40, 25, 20 and 15 %", () => {
    const { score, weights } = weighFactors([
      factor("headToHead", 1),
      factor("form", 0.5),
      factor("map", 0),
      factor("substitutions", 0.5),
    ]);
    expect(score).toBeCloseTo(0.6, 12);
    expect(weights).toEqual({ headToHead: 0.4, form: 0.25, map: 0.2, substitutions: 0.15 });
  });

  it("4–1 head-to-head alone is 0.8, not 0.62: what is unknown does not pull to even", () => {
    const { score, weights, confidence } = weighFactors([
      factor("headToHead", 0.8),
      ...none("form", "map", "substitutions"),
    ]);
    expect(score).toBeCloseTo(0.8, 12);
    expect(weights).toEqual({ headToHead: 1, form: 0, map: 0, substitutions: 0 });
    // The first release could never say more than low.
    expect(confidence).toBe("medium");
  });

  it("form 0.6 and map 0.4 share 25 : 20", () => {
    const { score, weights } = weighFactors([
      ...none("headToHead", "substitutions"),
      factor("form", 0.6),
      factor("map", 0.4),
    ]);
    expect(weights.form).toBeCloseTo(25 / 45, 12);
    expect(score).toBeCloseTo((0.6 * 25 + 0.4 * 20) / 45, 12);
  });

  it("nothing known: no score, no confidence", () => {
    expect(weighFactors(none("headToHead", "form", "map", "substitutions"))).toEqual({
      score: null,
      weights: { headToHead: 0, form: 0, map: 0, substitutions: 0 },
      confidenceScore: 0,
      confidence: "low",
    });
  });

  it.each([
    [0.42, "low"],
    [0.499, "low"],
    [0.525, "medium"],
    [0.7, "high"],
    [0.4 + 0.25 * 0.6 + 0.2 * 0.6 + 0.1 * 0.3, "high"],
  ])("confidence %d is %s", (score, label) => {
    expect(confidenceLabel(score)).toBe(label);
  });
});

describe("factorProbability", () => {
  it.each([
    [0.5, 0.5],
    [0.62, 0.618],
    [0.7, 0.69],
    [1, 0.85],
    [0, 0.15],
  ])("score %d is a chance of %d", (score, chance) => {
    expect(factorProbability(score)).toBeCloseTo(chance, 3);
  });

  it("a fitted steepness replaces 4", () => {
    expect(factorProbability(0.6, 8)).toBeCloseTo(1 / (1 + Math.exp(-0.8)), 12);
  });
});

describe("keyInsight", () => {
  it("head-to-head goes before all", () => {
    const factors = [factor("form", 0.9, "high"), factor("headToHead", 0.5, "low")];
    expect(keyInsight(factors)).toBe("headToHead says so.");
  });

  it("else what leans most and has the data for it", () => {
    const factors = [
      ...none("headToHead"),
      factor("form", 0.6),
      factor("map", 0.55),
      factor("substitutions", 0.9, "low"),
    ];
    expect(keyInsight(factors)).toBe("form says so.");
  });

  it("else that there is not enough", () => {
    expect(keyInsight([factor("form", 0.9, "low"), ...none("headToHead")])).toMatch(/Limited data/);
  });
});
