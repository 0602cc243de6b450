import { describe, expect, it } from "vitest";
import { build, day } from "../../test/support/build-history.ts";
import { backtest } from "./backtest.ts";
import { calibrationError, calibrationOf } from "./calibration.ts";
import { pairedDifference } from "./paired-difference.ts";
import { type Forecast, scoresOf } from "./scores.ts";

const forecast = (probability: number, outcome: 0 | 1): Forecast => ({ probability, outcome });

describe("scores", () => {
  it("by hand: 0.8 right, 0.6 wrong, an even chance", () => {
    const scores = scoresOf([forecast(0.8, 1), forecast(0.6, 0), forecast(0.5, 1)]);
    expect(scores.accuracy).toBeCloseTo(1.5 / 3, 12);
    expect(scores.brier).toBeCloseTo((0.04 + 0.36 + 0.25) / 3, 12);
    expect(scores.logLoss).toBeCloseTo(-(Math.log(0.8) + Math.log(0.4) + Math.log(0.5)) / 3, 12);
  });

  it("without forecasts there are none", () => {
    expect(scoresOf([])).toEqual({ accuracy: null, brier: null, logLoss: null });
  });

  it("a sure miss is very bad and finite", () => {
    expect(scoresOf([forecast(1, 0)]).logLoss).toBeCloseTo(27.6, 1);
  });
});

describe("calibration", () => {
  it("by decile, the upper end in the last", () => {
    const bins = calibrationOf([forecast(0.72, 1), forecast(0.78, 0), forecast(1, 1)]);
    expect(bins).toHaveLength(2);
    expect(bins[0]).toMatchObject({ from: 0.7, to: 0.8, n: 2, predicted: 0.75, observed: 0.5 });
    expect(bins[0]?.standardError).toBeCloseTo(Math.sqrt((0.72 * 0.28 + 0.78 * 0.22) / 4), 12);
    expect(bins[1]).toMatchObject({ from: 0.9, to: 1, n: 1, predicted: 1, observed: 1 });
    expect(calibrationError(bins)).toBeCloseTo((2 * 0.25) / 3, 12);
    expect(calibrationError([])).toBe(0);
  });
});

describe("paired differences", () => {
  it("mean and standard error, by match and by session", () => {
    const first = [forecast(0.8, 1), forecast(0.7, 1), forecast(0.4, 0), forecast(0.5, 1)];
    const even = first.map(({ outcome }) => forecast(0.5, outcome));
    const d = [0.04 - 0.25, 0.09 - 0.25, 0.16 - 0.25, 0];
    const mean = d.reduce((a, b) => a + b) / 4;
    const difference = pairedDifference(first, even, ["s", "s", "t", "t"]);
    expect(difference?.brier).toBeCloseTo(mean, 12);
    const variance = d.reduce((sum, x) => sum + (x - mean) ** 2, 0) / 3;
    expect(difference?.standardError).toBeCloseTo(Math.sqrt(variance / 4), 12);
    const [s, t] = [(d[0] ?? 0) + (d[1] ?? 0) - 2 * mean, (d[2] ?? 0) + (d[3] ?? 0) - 2 * mean];
    expect(difference?.sessionStandardError).toBeCloseTo(Math.sqrt(2 * (s * s + t * t)) / 4, 12);
  });

  it("one match tells nothing", () => {
    expect(pairedDifference([forecast(0.8, 1)], [forecast(0.5, 1)], ["s"])).toBeNull();
  });
});

describe("backtest", () => {
  const season = Array.from({ length: 24 }, (_, i) =>
    build("ab", "xy", { startMs: day(i), winner: (["A", "B", "draw"] as const)[i % 3] ?? null }),
  );

  it("leaves out the first ten sessions and what was not decided", () => {
    const report = backtest(season);
    expect(report).toMatchObject({ matches: 9, from: "2025-01-11", to: "2025-01-23" });
    expect(backtest(season, { warmUpSessions: 0 }).matches).toBe(16);
  });

  it("can be asked for some models; the default is always in", () => {
    const { models, differences } = backtest(season, { models: ["coin"] });
    expect(models.map(({ name }) => name)).toEqual(["coin", "blend"]);
    expect(differences.map(({ against }) => against)).toEqual(["coin"]);
  });

  it("an empty history is a report over no matches", () => {
    const report = backtest([]);
    expect(report).toMatchObject({ matches: 0, from: null, differences: [] });
    expect(report.models[0]).toMatchObject({ accuracy: null, brier: null, calibration: [] });
  });
});
