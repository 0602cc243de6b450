import { describe, expect, it } from "vitest";
import { FLAT, fitLogistic, logistic, type Row } from "./logistic.ts";

const rows = (x: number, wins: number, losses: number): Row[] => [
  ...Array.from({ length: wins }, (): Row => ({ x: [x], y: 1 })),
  ...Array.from({ length: losses }, (): Row => ({ x: [x], y: 0 })),
];

describe("fitLogistic", () => {
  it("3 of 4 at a difference of 1: the slope is ln 3", () => {
    expect(fitLogistic(rows(1, 30, 10), [FLAT])[0]).toBeCloseTo(Math.log(3), 6);
    expect(fitLogistic(rows(-2, 10, 30), [FLAT])[0]).toBeCloseTo(Math.log(3) / 2, 6);
  });

  it("without rows it answers the priors", () => {
    const priors = [
      { mean: 0.7, precision: 1 },
      { mean: -2, precision: 5 },
    ];
    expect(fitLogistic([], priors)).toEqual([0.7, -2]);
  });

  it("a prior holds the slope back the more, the more precise it is", () => {
    const [loose = 0] = fitLogistic(rows(1, 30, 10), [{ mean: 0, precision: 1 }]);
    const [tight = 0] = fitLogistic(rows(1, 30, 10), [{ mean: 0, precision: 100 }]);
    expect(loose).toBeLessThan(Math.log(3));
    expect(tight).toBeLessThan(loose / 5);
    // At the top the gradients cancel out: Σ x (y − p) = precision × slope.
    expect(30 - 40 * logistic(loose)).toBeCloseTo(loose, 8);
  });

  it("two features are told apart", () => {
    const mixed: Row[] = [];
    for (const [a, b, share] of [
      [1, 0, 0.8],
      [0, 1, 0.6],
      [1, 1, 6 / 7],
    ] as const) {
      for (let i = 0; i < 70; i++) mixed.push({ x: [a, b], y: i < share * 70 - 1e-9 ? 1 : 0 });
    }
    const [a = 0, b = 0] = fitLogistic(mixed, [FLAT, FLAT]);
    expect(a).toBeCloseTo(Math.log(4), 6);
    expect(b).toBeCloseTo(Math.log(1.5), 6);
  });

  it("stays finite when one side always wins, or nothing differs", () => {
    expect(fitLogistic(rows(1, 50, 0), [FLAT])[0]).toBeLessThan(30);
    expect(fitLogistic(rows(1, 50, 0), [FLAT])[0]).toBeGreaterThan(5);
    expect(fitLogistic(rows(0, 25, 25), [FLAT])).toEqual([0]);
  });
});
