import { describe, expect, it } from "vitest";
import { build, DAY, day } from "../test/support/build-history.ts";
import type { ModelName } from "./models/models.ts";
import { predictMatch } from "./predict-match.ts";
import { ratePlayers } from "./rate-players.ts";

/** Forty evenings: a and b are better than x and y in every way. */
const history = Array.from({ length: 40 }, (_, i) =>
  build("ab", "xy", {
    startMs: day(i),
    winner: i % 5 === 4 ? "B" : "A",
    numbers: {
      a: { kills: 30, hits: 300, damageGiven: 6000 },
      b: { kills: 25 },
      x: { kills: 15 },
      y: { kills: 10, hits: 150, damageGiven: 2500 },
    },
  }),
);
const us = { teamA: ["a", "b"], teamB: ["x", "y"], map: "supply" };
const now = day(41);

function predict(matchup = us, asOfMs = now, model?: ModelName) {
  const result = predictMatch(matchup, history, asOfMs, model ? { model } : {});
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

describe("predictMatch", () => {
  it("the better team is ahead, with the reasons beside it", () => {
    const prediction = predict();
    expect(prediction).toMatchObject({
      model: "blend",
      asOfMs: now,
      confidence: "high",
      newcomers: [],
      matches: 40,
    });
    expect(prediction.probabilityA).toBeGreaterThan(0.75);
    expect(prediction.probabilityA + prediction.probabilityB).toBe(1);
    expect(prediction.insight).toBe(
      "Team A won 32 and team B 8 of their 40 decided sessions in 90 days.",
    );
    const [headToHead, form, map, substitutions] = prediction.factors;
    expect(headToHead).toMatchObject({ key: "headToHead", score: 0.8, weight: 0.4 });
    expect(form).toMatchObject({ key: "form", available: true, weight: 0.25 });
    expect(map).toMatchObject({ key: "map", details: { matchesA: 80, matchesB: 80 } });
    expect(substitutions).toMatchObject({ key: "substitutions", score: 0.5, weight: 0.15 });
  });

  it("each model can be asked", () => {
    for (const model of ["kd", "fourFactor", "plainRating", "rating", "ratingMapSide"] as const) {
      expect(predict(us, now, model).probabilityA).toBeGreaterThan(0.6);
    }
    const coin = predict(us, now, "coin");
    expect(coin).toMatchObject({ probabilityA: 0.5, confidence: "low", confidenceScore: 0 });
    expect(predict(us, now, "fourFactor").confidence).toBe("high");
  });

  it("newcomers count as average, are named, and cost confidence", () => {
    const one = predict({ ...us, teamB: ["x", "new"] });
    expect(one.newcomers).toEqual(["new"]);
    expect(one.confidence).toBe("low");
    const nobody = predict({ teamA: ["n", "o"], teamB: ["p", "q"], map: "supply" });
    expect(nobody).toMatchObject({ probabilityA: 0.5, confidenceScore: 0, confidence: "low" });
    expect(nobody.factorScore).toBeNull();
    expect(nobody.insight).toMatch(/^Limited data/);
  });

  it("confidence grows with what is known: 40 matches of n / (n + 10)", () => {
    expect(predict().confidenceScore).toBeCloseTo(0.8, 12);
    // Twenty decisive matches are known on the 21st day; then the slopes are fitted.
    expect(predict(us, day(19)).confidenceScore).toBe(0);
    expect(predict(us, day(20)).confidence).toBe("medium");
  });

  it("looks at nothing that ended later", () => {
    expect(predict(us, day(30)).matches).toBe(30);
    const short = predictMatch(us, history.slice(0, 30), day(30));
    expect(short).toEqual({ ok: true, value: predict(us, day(30)) });
  });

  it.each([
    [{ teamA: [], teamB: ["x"] }, "empty_side", "Team A has no players."],
    [{ teamA: ["a"], teamB: [] }, "empty_side", "Team B has no players."],
    [{ teamA: ["a", "b"], teamB: ["b", "x"] }, "player_on_both_sides", "On both sides: b."],
    [{ teamA: ["a", "a"], teamB: ["x"] }, "duplicate_player", "Named twice: a."],
  ])("refuses %j: %s", (matchup, code, message) => {
    expect(predictMatch(matchup, history, now)).toEqual({ ok: false, error: { code, message } });
  });

  it("refuses without a finished match, without a time, and for an unknown model", () => {
    const code = (result: ReturnType<typeof predictMatch>) => !result.ok && result.error.code;
    expect(code(predictMatch(us, [], now))).toBe("empty_history");
    expect(code(predictMatch(us, history, day(0)))).toBe("empty_history");
    expect(code(predictMatch(us, history, Number.NaN))).toBe("bad_time");
    const model = "constructor" as ModelName;
    expect(code(predictMatch(us, history, now, { model }))).toBe("unknown_model");
  });
});

describe("ratePlayers", () => {
  it("best first, as of a moment, newcomers at 1000", () => {
    const ratings = ratePlayers(history, now);
    expect(ratings.map(({ guid }) => guid)).toEqual(["a", "b", "x", "y"]);
    expect(ratings.every(({ matches }) => matches === 40)).toBe(true);
    expect(ratings[0]?.rating).toBeGreaterThan(1100);
    expect(ratings[3]?.rating).toBeLessThan(900);
    expect(ratePlayers(history, day(0))).toEqual([]);
    expect(ratePlayers(history, day(0) + DAY)[0]?.matches).toBe(1);
  });
});
