import { describe, expect, it } from "vitest";
import { build, DAY, day, HOUR } from "../../test/support/build-history.ts";
import type { PlayedMatch, Team } from "../played-match.ts";
import { Evenings } from "./evenings.ts";
import { headToHead, overlap } from "./head-to-head.ts";
import { mapPerformance } from "./map-performance.ts";
import { recentForm } from "./recent-form.ts";
import { substitutions } from "./substitutions.ts";

function learned(matches: readonly PlayedMatch[]): Evenings {
  const evenings = new Evenings();
  for (const match of matches) evenings.learn(match);
  return evenings;
}

/** One match an evening. */
const series = (teamA: string, teamB: string, winners: readonly (Team | "draw")[], from = 0) =>
  winners.map((winner, i) => build(teamA, teamB, { winner, startMs: day(from + i) }));

const us = { teamA: [..."abc"], teamB: [..."xyz"] };

describe("head-to-head", () => {
  it("4–1 in five sessions: 0.8, medium", () => {
    const factor = headToHead(
      learned(series("abc", "xyz", ["A", "A", "B", "A", "A"])),
      us,
      day(10),
    );
    expect(factor).toMatchObject({ score: 0.8, available: true, confidence: "medium" });
    expect(factor.details).toEqual({ sessions: 5, decided: 5, winsA: 4, winsB: 1 });
  });

  it("3–1 of four decided: 0.75, low; ten decided are high", () => {
    const four = learned(series("abc", "xyz", ["A", "draw", "A", "A", "B"]));
    expect(headToHead(four, us, day(10))).toMatchObject({ score: 0.75, confidence: "low" });
    const ten = learned(series("abc", "xyz", [..."AAAAABBBBB"] as Team[]));
    expect(headToHead(ten, us, day(20))).toMatchObject({ score: 0.5, confidence: "high" });
  });

  it("it does not matter which team was called A", () => {
    const crossed = learned([
      ...series("abc", "xyz", ["A", "A"]),
      ...series("xyz", "abc", ["B", "B"], 5),
    ]);
    expect(headToHead(crossed, us, day(10))).toMatchObject({ score: 1, available: true });
  });

  it("two of three are still the same team, one is not", () => {
    const nearly = learned(series("abq", "xyw", ["A", "A", "B"]));
    expect(headToHead(nearly, us, day(10))).toMatchObject({ available: true });
    const others = learned(series("abq", "xvw", ["A", "A", "B"]));
    expect(headToHead(others, us, day(10)).details).toMatchObject({ sessions: 0 });
    expect(overlap([..."abcde"], new Set("abcdq"))).toBe(0.8);
    expect(overlap([..."abc"], new Set("abcdef"))).toBe(0.5);
  });

  it("an evening is one result, whatever the number of maps", () => {
    const evening = (n: number, winners: readonly Team[]) =>
      winners.map((winner, i) => build("abc", "xyz", { winner, startMs: day(n) + i * HOUR }));
    const evenings = learned([
      ...evening(0, ["A", "B", "A"]),
      ...evening(1, ["B", "B"]),
      ...evening(2, ["A", "B"]),
      ...evening(3, ["A"]),
    ]);
    expect(headToHead(evenings, us, day(10)).details).toEqual({
      sessions: 4,
      decided: 3,
      winsA: 2,
      winsB: 1,
    });
  });

  it("fewer than three decided, or more than 90 days ago: not available", () => {
    const two = learned(series("abc", "xyz", ["A", "A", "draw"]));
    expect(headToHead(two, us, day(10))).toMatchObject({ score: 0.5, available: false });
    const old = learned(series("abc", "xyz", ["A", "A", "A"]));
    expect(headToHead(old, us, day(2) + 92 * DAY)).toMatchObject({ available: false });
  });
});

describe("recent form", () => {
  it("share of won maps, drawn to one half by four pseudo-games", () => {
    // Six wins of six: (6 + 2) / (6 + 4) = 0.8 for each; the others 2 / 10 = 0.2.
    const winners = Array.from({ length: 6 }, () => "A" as const);
    const evening = winners.map((winner, i) =>
      build("abc", "xyz", { winner, startMs: day(0) + i * HOUR }),
    );
    const factor = recentForm(learned(evening), us);
    expect(factor.details).toMatchObject({ gamesA: 18, gamesB: 18 });
    expect(factor.details["shareA"]).toBeCloseTo(0.8, 12);
    expect(factor.details["shareB"]).toBeCloseTo(0.2, 12);
    expect(factor.score).toBeCloseTo((0.8 * 0.8) / (0.8 * 0.8 + 0.2 * 0.2), 12);
    expect(factor).toMatchObject({ available: true, confidence: "low" });
  });

  it("only each player's last five sessions", () => {
    const lost = series("abc", "xyz", ["B", "B", "B", "B", "B"]);
    const won = series("abc", "xyz", ["A", "A", "A", "A", "A"], 10);
    const factor = recentForm(learned([...lost, ...won]), us);
    expect(factor.details["shareA"]).toBeCloseTo(7 / 9, 12);
    expect(factor.details["shareB"]).toBeCloseTo(2 / 9, 12);
  });

  it("nobody on a side has played, or hardly anybody has: not available", () => {
    const one = learned(series("a", "x", ["A"]));
    expect(recentForm(one, us)).toMatchObject({ available: false, score: 0.5 });
    const halfKnown = learned(series("abc", "def", ["A", "A", "A"]));
    expect(recentForm(halfKnown, us)).toMatchObject({ available: false });
  });
});

describe("map performance", () => {
  const numbers = {
    a: { damageGiven: 6600, seconds: 1200 },
    x: { damageGiven: 5800, seconds: 1200 },
  };
  const duel = { teamA: ["a"], teamB: ["x"] };

  it("330 against 290 damage a minute on this map: 0.532", () => {
    const evenings = learned([
      build("a", "x", { map: "Supply", numbers }),
      build("a", "x", { map: "radar", startMs: day(1) }),
    ]);
    const factor = mapPerformance(evenings, { ...duel, map: "supply" });
    expect(factor.details).toMatchObject({ dpmA: 330, dpmB: 290, matchesA: 1, matchesB: 1 });
    expect(factor.score).toBeCloseTo(0.532, 3);
  });

  it("sums, not means of rates; players who never played it are left out", () => {
    const evenings = learned([
      build("a", "x", { numbers: { a: { damageGiven: 3000, seconds: 600 } } }),
      build("a", "x", { numbers: { a: { damageGiven: 2400, seconds: 300 } }, startMs: day(1) }),
    ]);
    const factor = mapPerformance(evenings, { teamA: ["a", "new"], teamB: ["x"], map: "supply" });
    expect(factor.details["dpmA"]).toBe(360);
  });

  it("no map, or a map new to a side: not available", () => {
    const evenings = learned([build("a", "x", { numbers })]);
    expect(mapPerformance(evenings, duel)).toMatchObject({ available: false });
    expect(mapPerformance(evenings, { ...duel, map: "radar" })).toMatchObject({ available: false });
  });
});

describe("substitutions", () => {
  it("the usual team against one with a substitute: 0.5 + half the difference", () => {
    const evenings = learned(series("abc", "xyz", ["A", "B", "A", "B", "A"]));
    const factor = substitutions(evenings, { teamA: [..."abc"], teamB: [..."xyq"] }, day(10));
    expect(factor.score).toBeCloseTo(0.5 + 0.5 * (1 - 2 / 3), 12);
    expect(factor).toMatchObject({ available: true, confidence: "medium" });
    expect(factor.details).toMatchObject({ substitutesA: 0, substitutesB: 1, sessionsA: 5 });
  });

  it("who was there in three of five sessions is core, in two of five is not", () => {
    const evenings = learned([
      ...series("abc", "xyz", ["A", "A", "A"]),
      ...series("abd", "xyz", ["A", "A"], 3),
    ]);
    const at = (teamA: string) =>
      substitutions(evenings, { teamA: [...teamA], teamB: [..."xyz"] }, day(10)).details;
    expect(at("abc")).toMatchObject({ substitutesA: 0 });
    expect(at("abd")).toMatchObject({ substitutesA: 1 });
  });

  it("fewer than three sessions of either, or older than 60 days: not available", () => {
    const two = learned(series("abc", "xyz", ["A", "A"]));
    expect(substitutions(two, us, day(10))).toMatchObject({ available: false, score: 0.5 });
    const old = learned(series("abc", "xyz", ["A", "A", "A"]));
    expect(substitutions(old, us, day(2) + 62 * DAY)).toMatchObject({ available: false });
  });

  it("a line-up that was split over both teams is no team", () => {
    const split = learned(series("ab", "xy", ["A", "A", "A"]));
    const factor = substitutions(split, { teamA: ["a", "x"], teamB: ["b", "y"] }, day(10));
    expect(factor).toMatchObject({ available: false });
  });
});
