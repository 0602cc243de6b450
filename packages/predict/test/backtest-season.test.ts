import { beforeAll, describe, expect, it } from "vitest";
import { type BacktestReport, backtest } from "../src/backtest/backtest.ts";
import { blendModel } from "../src/models/blend.ts";
import { DEFAULT_MODEL } from "../src/models/models.ts";
import type { PlayedMatch } from "../src/played-match.ts";
import { predictSessions } from "../src/predict-match.ts";
import { walk } from "../src/walk.ts";
import { seasonHistory } from "./support/season-history.ts";

let history: PlayedMatch[] = [];
let byMatch: BacktestReport;
let bySession: BacktestReport;

beforeAll(() => {
  history = seasonHistory();
  byMatch = backtest(history);
  bySession = backtest(history, { pastSessions: true });
});

const of = (report: BacktestReport, name: string) => {
  const record = report.models.find((model) => model.name === name);
  if (record?.brier == null || record.accuracy == null || record.logLoss == null) {
    throw new Error(`no scores for ${name}`);
  }
  return { ...record, brier: record.brier, accuracy: record.accuracy, logLoss: record.logLoss };
};

describe("a season of 90 evenings, walked match by match", () => {
  it("scores the decisive matches after the first ten sessions", () => {
    expect(history).toHaveLength(861);
    expect(byMatch).toMatchObject({ matches: 730, from: "2025-02-19", sessions: 80 });
    const names = ["coin", "kd", "fourFactor", "plainRating", "rating", "ratingMapSide", "blend"];
    expect(byMatch.models.map(({ name }) => name)).toEqual(names);
  });

  it("the default wins, by far and without having seen the future", () => {
    const ours = of(byMatch, DEFAULT_MODEL);
    expect(byMatch.default).toBe(DEFAULT_MODEL);
    expect(ours.brier).toBeLessThanOrEqual(0.165);
    // What knowing everybody's true skill gives: less is a leak.
    expect(ours.brier).toBeGreaterThan(0.154);
    expect(ours.accuracy).toBeGreaterThan(0.74);
    for (const other of byMatch.models) {
      if (other.name === DEFAULT_MODEL) continue;
      expect([other.name, (other.brier ?? 0) > ours.brier]).toEqual([other.name, true]);
    }
  });

  it.each(["coin", "kd", "fourFactor", "plainRating", "rating", "ratingMapSide"])(
    "beats %s by more than three standard errors, session by session too",
    (against) => {
      const difference = byMatch.differences.find((d) => d.against === against);
      if (!difference) throw new Error(`no difference to ${against}`);
      expect(difference.brier).toBeCloseTo(
        of(byMatch, DEFAULT_MODEL).brier - of(byMatch, against).brier,
        12,
      );
      expect(difference.brier).toBeLessThan(-3 * difference.standardError);
      expect(difference.brier).toBeLessThan(-3 * difference.sessionStandardError);
    },
  );

  it("the baselines are where they are known to be", () => {
    expect(of(byMatch, "coin").brier).toBe(0.25);
    expect(of(byMatch, "kd").brier).toBeCloseTo(0.17, 2);
    expect(of(byMatch, "plainRating").brier).toBeCloseTo(0.1725, 2);
    expect(of(bySession, "kd").brier).toBeCloseTo(0.17, 2);
    expect(of(bySession, "plainRating").brier).toBeCloseTo(0.184, 2);
  });

  it("maps and sides do not earn a place", () => {
    for (const report of [byMatch, bySession]) {
      expect(of(report, "ratingMapSide").brier).toBeGreaterThan(of(report, "rating").brier);
    }
  });

  it("is calibrated: every decile within three standard errors, 5.5 points overall", () => {
    for (const report of [byMatch, bySession]) {
      const { calibration, calibrationError } = of(report, DEFAULT_MODEL);
      expect(calibration.reduce((sum, { n }) => sum + n, 0)).toBe(730);
      for (const { n, predicted, observed, standardError } of calibration) {
        if (n < 30) continue;
        expect(Math.abs(observed - predicted)).toBeLessThanOrEqual(3 * standardError);
      }
      expect(calibrationError).toBeLessThanOrEqual(0.055);
    }
  });

  it("holds in each half of the season, and before the evening begins", () => {
    const sessions = [...new Set(history.map(({ sessionId }) => sessionId))];
    const firstHalf = new Set(sessions.slice(0, 50));
    const early = backtest(history.filter(({ sessionId }) => firstHalf.has(sessionId)));
    const late = backtest(history, { warmUpSessions: 50 });
    for (const report of [early, late, bySession]) {
      expect(of(report, DEFAULT_MODEL).brier).toBeLessThan(of(report, "kd").brier);
      expect(of(report, DEFAULT_MODEL).brier).toBeLessThan(of(report, "rating").brier);
    }
    expect(of(bySession, DEFAULT_MODEL).brier).toBeLessThanOrEqual(0.168);
  });

  it("holds when the evenings come in reverse order", () => {
    const begins = new Map<string, number>();
    for (const { sessionId, startMs } of history) {
      begins.set(sessionId, Math.min(startMs, begins.get(sessionId) ?? startMs));
    }
    const turned = history.map((match) => {
      // The evening that began a time after the first one now begins as long before it.
      const shift = -2 * (begins.get(match.sessionId) ?? 0);
      return { ...match, startMs: match.startMs + shift, endMs: match.endMs + shift };
    });
    const report = backtest(turned, { models: ["kd", "rating"] });
    const ours = of(report, DEFAULT_MODEL);
    expect(ours.brier).toBeLessThanOrEqual(0.168);
    expect(ours.brier).toBeLessThan(of(report, "kd").brier);
    expect(ours.brier).toBeLessThan(of(report, "rating").brier);
    expect(ours.calibrationError).toBeLessThanOrEqual(0.055);
  });

  it("predictions stored before each session are those of the backtest", () => {
    const predicted = predictSessions(history);
    const walked = new Map(
      walk(history, [blendModel()]).map(({ match, probabilities: [p] }) => [match.matchId, p]),
    );
    expect(predicted).toHaveLength(90);
    expect(predicted[0]?.result).toMatchObject({ ok: false, error: { code: "empty_history" } });
    for (const { match, result } of predicted.slice(1)) {
      expect(result.ok && result.value.probabilityA).toBe(walked.get(match.matchId));
    }
    const labels = new Set(predicted.map(({ result }) => result.ok && result.value.confidence));
    expect(labels).toEqual(new Set([false, "low", "medium", "high"]));
  });
});
