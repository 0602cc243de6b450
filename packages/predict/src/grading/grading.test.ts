import { describe, expect, it } from "vitest";
import { build, DAY, day, HOUR } from "../../test/support/build-history.ts";
import { gradePrediction } from "./grade.ts";
import type { MadePrediction } from "./made-prediction.ts";
import { mapPredictions } from "./map-predictions.ts";
import { predictabilityLeaderboard, predictionsOf } from "./player-predictions.ts";
import { accuracyRating, predictionStats } from "./prediction-stats.ts";
import { predictionTrends } from "./prediction-trends.ts";
import { settlePredictions } from "./settle-predictions.ts";

const made = (n: number, rest: Partial<MadePrediction> = {}): MadePrediction => ({
  id: `p${String(n).padStart(3, "0")}`,
  sessionId: `s${n}`,
  asOfMs: day(n),
  map: null,
  teamA: ["a", "b"],
  teamB: ["x", "y"],
  probabilityA: 0.7,
  confidence: "medium",
  winner: "A",
  ...rest,
});

describe("gradePrediction", () => {
  it.each([
    [0.55, "A", true, 0.7975, "A"],
    [0.55, "B", false, 0.6975, "A"],
    [0.4, "B", true, 0.84, "B"],
    [0.5, "A", false, 0.75, null],
  ] as const)(
    "chance %d, %s wins: correct %s, score %d",
    (p, winner, correct, score, favourite) => {
      const grade = gradePrediction(p, winner);
      expect(grade).toMatchObject({ winner, correct, favourite });
      expect(grade.accuracyScore).toBeCloseTo(score, 12);
      expect(grade.squaredError).toBeCloseTo(1 - score, 12);
      expect(grade.logLoss).toBeCloseTo(-Math.log(winner === "A" ? p : 1 - p), 12);
    },
  );

  it("a draw is not graded: the first release called it wrong, with a score of 0.5", () => {
    expect(gradePrediction(0.55, "draw")).toEqual({
      winner: "draw",
      favourite: "A",
      correct: null,
      squaredError: null,
      accuracyScore: null,
      logLoss: null,
    });
  });
});

describe("settlePredictions", () => {
  const map = (n: number, rest: Parameters<typeof build>[2] = {}) =>
    build("ab", "xy", { sessionId: "s", startMs: day(0) + n * HOUR, ...rest });
  const asked = (id: string, hours: number, rest = {}) => ({
    ...made(0, { id, sessionId: "s", asOfMs: day(0) + hours * HOUR }),
    ...rest,
  });

  it("by the maps from its moment to the next prediction, the majority wins", () => {
    const history = [
      map(0, { winner: "B" }),
      map(1, { winner: "A" }),
      map(2, { winner: "A" }),
      map(3, { winner: "B" }),
      map(4, { winner: "draw" }),
      map(1, { winner: "B", sessionId: "other" }),
    ];
    expect(settlePredictions([asked("early", 0), asked("late", 3)], history)).toEqual([
      { id: "early", winner: "A", winsA: 2, winsB: 1, draws: 0 },
      { id: "late", winner: "B", winsA: 0, winsB: 1, draws: 1 },
    ]);
  });

  it("turns around with the teams, and leaves out maps of other people", () => {
    const history = [
      map(0, { winner: "A", teamA: ["x", "y"], teamB: ["a", "b"] }),
      map(1, { winner: "A", teamA: ["x", "q"], teamB: ["a", "b"] }),
      map(2, { winner: "A", teamA: ["q", "r"], teamB: ["s", "t"] }),
    ];
    const [settled] = settlePredictions([asked("p", 0)], history);
    expect(settled).toMatchObject({ winner: "B", winsA: 0, winsB: 2 });
  });

  it("a prediction for a map by that map; nothing played or no verdict: still open", () => {
    const history = [map(0, { winner: "A" }), map(1, { winner: "B", map: "Radar" })];
    const winner = (rest: object, matches = history) =>
      settlePredictions([asked("p", 0, rest)], matches)[0]?.winner;
    expect(winner({ map: "radar" })).toBe("B");
    expect(winner({ map: "frostbite" })).toBeNull();
    expect(winner({}, [])).toBeNull();
    expect(winner({}, [map(0, { winner: null })])).toBeNull();
    expect(winner({})).toBe("draw");
  });
});

describe("predictionStats", () => {
  const predictions = [
    made(0, { winner: "A", confidence: "high" }),
    made(1, { winner: "B", confidence: "high" }),
    made(2, { winner: "A", confidence: "low", probabilityA: 0.6 }),
    made(3, { winner: "draw" }),
    made(4, { winner: null }),
    made(5, { winner: "A", probabilityA: 0.5 }),
  ];

  it("counts, scores and says how good that is; draws are settled but not graded", () => {
    const stats = predictionStats(predictions, day(6));
    expect(stats).toMatchObject({ predictions: 6, graded: 4, draws: 1, correct: 2, accuracy: 0.5 });
    expect(stats.settledShare).toBeCloseTo(5 / 6, 12);
    expect(stats.brier).toBeCloseTo((0.09 + 0.49 + 0.16 + 0.25) / 4, 12);
    expect(stats.meanScore).toBeCloseTo(1 - (0.09 + 0.49 + 0.16 + 0.25) / 4, 12);
    expect(stats.brierSkill).toBeCloseTo(1 - 0.2475 / 0.25, 12);
    expect(stats.lastTen).toEqual([true, false, true, false]);
    expect(stats.rating).toBe("Average");
    // Per label by the graded ones: an open prediction is no miss.
    expect(stats.byConfidence.high).toMatchObject({ graded: 2, accuracy: 0.5 });
    expect(stats.byConfidence.low).toMatchObject({ graded: 1, accuracy: 1 });
    expect(stats.byConfidence.medium).toMatchObject({ predictions: 3, graded: 1, accuracy: 0 });
  });

  it("looks back so many days and never ahead", () => {
    expect(predictionStats(predictions, day(3), 2).predictions).toBe(2);
    expect(predictionStats(predictions, day(100))).toMatchObject({
      predictions: 0,
      accuracy: null,
      brier: null,
      brierSkill: null,
      settledShare: null,
      rating: null,
      lastTen: [],
    });
  });

  it.each([
    [0.7, "Excellent"],
    [0.65, "Good"],
    [0.5, "Average"],
    [0.49, "Learning"],
    [null, null],
  ])("%s is %s", (accuracy, rating) => {
    expect(accuracyRating(accuracy)).toBe(rating);
  });
});

describe("predictionTrends", () => {
  const week = (from: number, wins: number) =>
    Array.from({ length: 7 }, (_, i) => made(from + i, { winner: i < wins ? "A" : "B" }));

  it.each([
    [2, 5, "improving"],
    [5, 2, "declining"],
    [4, 4, "stable"],
  ])("%d of 7 right, then %d of 7: %s", (before, now, trend) => {
    expect(predictionTrends([...week(0, before), ...week(7, now)], day(20)).trend).toBe(trend);
  });

  it("without an earlier week there is no trend: the first release always saw one", () => {
    expect(predictionTrends(week(0, 7), day(10)).trend).toBeNull();
    expect(predictionTrends([], day(10))).toEqual({
      days: [],
      trend: null,
      best: null,
      worst: null,
    });
  });

  it("days newest first, the best and the worst; the day is the community's", () => {
    const predictions = [made(0), made(1, { winner: "B" }), made(2, { winner: null })];
    const trends = predictionTrends(predictions, day(5));
    expect(trends.days.map(({ day: d }) => d)).toEqual(["2025-01-03", "2025-01-02", "2025-01-01"]);
    expect(trends.best?.day).toBe("2025-01-01");
    expect(trends.worst?.day).toBe("2025-01-02");
    const shifted = predictionTrends(predictions, day(5), 30, (ms) =>
      new Date(ms + DAY).toISOString().slice(0, 10),
    );
    expect(shifted.days[0]?.day).toBe("2025-01-04");
  });
});

describe("players", () => {
  const predictions = [
    ...[0, 1, 2].map((n) => made(n, { teamA: ["sure"], teamB: ["z"], probabilityA: 0.9 })),
    ...[3, 4, 5].map((n) => made(n, { teamA: ["odd"], teamB: ["z"], winner: "B" })),
    ...[6, 7].map((n) => made(n, { teamA: ["rare"], teamB: ["z"] })),
  ];

  it("are ranked by how well their matches are predicted, from three graded on", () => {
    const order = (by: "predictable" | "unpredictable" | "active") =>
      predictabilityLeaderboard(predictions, day(10), by).map(({ guid }) => guid);
    expect(order("predictable")).toEqual(["sure", "z", "odd"]);
    expect(order("unpredictable")).toEqual(["odd", "z", "sure"]);
    expect(order("active")[0]).toBe("z");
  });

  it("see their own: side, chance, result; a draw is no defeat", () => {
    const own = [
      made(0, { winner: "A" }),
      made(1, { winner: "draw" }),
      made(2, { winner: null }),
      made(3, { teamA: ["q"] }),
    ];
    const rows = predictionsOf(own, "x");
    expect(rows.map(({ result }) => result)).toEqual(["lost", "open", "draw", "lost"]);
    expect(rows[0]).toMatchObject({ team: "B", asOfMs: day(3) });
    expect(rows[0]?.chance).toBeCloseTo(0.3, 12);
    expect(predictionsOf(own, "a").map(({ result }) => result)).toEqual(["open", "draw", "won"]);
    expect(predictionsOf(own, "x", 2)).toHaveLength(2);
    expect(predictionsOf(own, "nobody")).toEqual([]);
  });
});

it("maps: counts, accuracy and which team predictions lean to", () => {
  const rows = mapPredictions([
    made(0, { map: "Supply" }),
    made(1, { map: "supply", winner: "B" }),
    made(2, { map: "radar", probabilityA: 0.4 }),
    made(3, { map: "frostbite", probabilityA: 0.5, winner: null }),
    made(4),
  ]);
  expect(rows.map(({ map, bias }) => [map, bias])).toEqual([
    ["supply", "A"],
    ["frostbite", "balanced"],
    ["radar", "B"],
  ]);
  expect(rows[0]).toMatchObject({ predictions: 2, graded: 2, accuracy: 0.5 });
  expect(rows[1]).toMatchObject({ graded: 0, accuracy: null });
});
