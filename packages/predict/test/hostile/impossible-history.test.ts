import { expect, it } from "vitest";
import { backtest } from "../../src/backtest/backtest.ts";
import { modelNames } from "../../src/models/models.ts";
import type { PlayedMatch } from "../../src/played-match.ts";
import { predictMatch, predictSessions } from "../../src/predict-match.ts";
import { ratePlayers } from "../../src/rate-players.ts";
import { build, DAY, day } from "../support/build-history.ts";

const evenings = (matches: readonly PlayedMatch[]) =>
  matches.map((match, i) => ({
    ...match,
    matchId: `${i}`,
    sessionId: `${Math.floor(i / 2)}`,
    startMs: day(0) + i * DAY,
    endMs: day(0) + i * DAY + 1,
  }));

const forty = (match: PlayedMatch) => evenings(Array.from({ length: 40 }, () => match));
const nothing = { kills: 0, deaths: 0, damageGiven: 0, shots: 0, hits: 0, seconds: 0 };
const broken = { kills: Number.NaN, deaths: -5, damageGiven: Number.POSITIVE_INFINITY, shots: -1 };

const histories: Record<string, PlayedMatch[]> = {
  empty: [],
  "one match": [build("ab", "xy")],
  "the same team always wins": forty(build("ab", "xy", { winner: "A" })),
  "only draws": forty(build("ab", "xy", { winner: "draw" })),
  "no verdicts": forty(build("ab", "xy", { winner: null })),
  "no numbers": forty(build("ab", "xy", { numbers: { a: nothing, b: nothing, x: nothing } })),
  "numbers that are none": forty(build("ab", "xy", { numbers: { a: broken, x: broken } })),
  "no players": forty(build("ab", "xy", { players: [] })),
  "an empty side": forty(build("ab", "")),
  "one against seven": forty(build("a", "stuvwxy", { winner: "B" })),
  "somebody on both sides": forty(build("ab", "bx")),
  "names like inherited fields": forty(
    build("", "", { teamA: ["constructor", "__proto__"], teamB: ["toString"] }),
  ),
  "no time": [build("ab", "xy", { startMs: Number.NaN, endMs: Number.NaN })],
  "ends before it starts": [build("ab", "xy", { startMs: day(1), endMs: day(0) })],
};

it.each(Object.entries(histories))("%s: numbers or a refusal, never NaN", (_, history) => {
  for (const model of modelNames) {
    for (const matchup of [
      { teamA: ["a", "b"], teamB: ["x", "y"] },
      { teamA: ["constructor"], teamB: ["__proto__"], map: "supply" },
      { teamA: ["nobody"], teamB: ["anybody", "else"], map: "" },
    ]) {
      const result = predictMatch(matchup, history, day(400), { model });
      if (!result.ok) {
        expect(result.error.code).toBe("empty_history");
        continue;
      }
      const { probabilityA, probabilityB, confidenceScore, factorScore } = result.value;
      expect(probabilityA).toBeGreaterThan(0);
      expect(probabilityA).toBeLessThan(1);
      expect(probabilityA + probabilityB).toBeCloseTo(1, 12);
      expect(confidenceScore).toBeGreaterThanOrEqual(0);
      expect(confidenceScore).toBeLessThanOrEqual(1);
      expect(factorScore).not.toBeNaN();
    }
  }
  const everything = [backtest(history), predictSessions(history), ratePlayers(history, day(400))];
  // JSON writes NaN and infinities as null: compare with what a reader would get.
  const text = JSON.stringify(everything, (_key, value) => {
    if (typeof value === "number") expect(Number.isFinite(value)).toBe(true);
    return value;
  });
  expect(text).toContain('"models"');
});
