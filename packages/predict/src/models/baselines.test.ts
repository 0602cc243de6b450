import { describe, expect, it } from "vitest";
import { build, day } from "../../test/support/build-history.ts";
import type { PlayedMatch } from "../played-match.ts";
import { walk } from "../walk.ts";
import { coinModel } from "./coin.ts";
import { kdModel } from "./kd.ts";
import { plainRatingModel } from "./plain-rating.ts";

describe("K/D", () => {
  it("the difference of mean (kills + 20) / (deaths + 20); a newcomer has 1", () => {
    const model = kdModel();
    const numbers = { a: { kills: 40, deaths: 10 }, x: { kills: 10, deaths: 40 } };
    model.learn(build("a", "x", { numbers }), [0]);
    expect(model.features({ teamA: ["a", "new"], teamB: ["x"] }, 0)).toEqual([(2 + 1) / 2 - 0.5]);
  });

  it("0.5 until twenty decisive matches, then logistic in the difference", () => {
    const matches = Array.from({ length: 30 }, (_, i) =>
      build("a", "x", {
        startMs: day(i),
        winner: i % 4 === 3 ? "B" : "A",
        numbers: { a: { kills: 30 }, x: { deaths: 30 } },
      }),
    );
    const chances = walk(matches, [kdModel()]).map(({ probabilities: [p] }) => p ?? Number.NaN);
    expect(chances.slice(0, 20)).toEqual(new Array(20).fill(0.5));
    for (const chance of chances.slice(20)) expect(chance).toBeGreaterThan(0.6);
  });
});

describe("the plain rating", () => {
  /** The update as its inventors print it, written out anew. */
  function update(
    players: Map<string, { mu: number; sigma: number }>,
    { teamA, teamB, winner }: PlayedMatch,
  ): void {
    const of = (guid: string) => players.get(guid) ?? { mu: 25, sigma: 25 / 3 };
    const drift = (guid: string) => of(guid).sigma ** 2 + (25 / 300) ** 2;
    const sum = (guids: readonly string[], value: (guid: string) => number) =>
      guids.reduce((total, guid) => total + value(guid), 0);
    const c = Math.sqrt(sum([...teamA, ...teamB], drift) + 2 * (25 / 6) ** 2);
    const gap = sum(teamA, (guid) => of(guid).mu) - sum(teamB, (guid) => of(guid).mu);
    const expected = 1 / (1 + Math.exp(-gap / c));
    const won = winner === "A" ? 1 : winner === "B" ? 0 : 0.5;
    const changes = [
      ...teamA.map((guid) => [guid, won - expected, sum(teamA, drift)] as const),
      ...teamB.map((guid) => [guid, expected - won, sum(teamB, drift)] as const),
    ].map(([guid, surprise, variance]) => {
      const own = drift(guid);
      const gamma = Math.sqrt(variance) / c;
      const delta = gamma * (variance / c ** 2) * expected * (1 - expected);
      const mu = of(guid).mu + (own / variance) * (variance / c) * surprise;
      const sigma = Math.sqrt(own * Math.max(1 - (own / variance) * delta, 0.0001));
      return [guid, { mu, sigma }] as const;
    });
    for (const [guid, rating] of changes) players.set(guid, rating);
  }

  it("agrees with the formula over wins, losses and draws", () => {
    const lineups = [
      ["ab", "xy"],
      ["ax", "by"],
      ["ay", "xb"],
      ["a", "b"],
    ] as const;
    const matches = lineups.flatMap(([teamA, teamB], i) =>
      (["A", "A", "draw", "B"] as const).map((winner, j) =>
        build(teamA, teamB, { winner, startMs: day(4 * i + j) }),
      ),
    );
    const players = new Map<string, { mu: number; sigma: number }>();
    const walked = walk(matches, [plainRatingModel()]);
    expect(walked).toHaveLength(16);
    for (const { match, probabilities } of walked) {
      const of = (guid: string) => players.get(guid) ?? { mu: 25, sigma: 25 / 3 };
      const everybody = [...match.teamA, ...match.teamB];
      const c2 = everybody.reduce(
        (sum, guid) => sum + of(guid).sigma ** 2 + (25 / 300) ** 2 + (25 / 6) ** 2,
        0,
      );
      const mu = (guids: readonly string[]) => guids.reduce((sum, guid) => sum + of(guid).mu, 0);
      const gap = mu(match.teamA) - mu(match.teamB);
      expect(probabilities[0]).toBeCloseTo(1 / (1 + Math.exp(-gap / Math.sqrt(c2))), 10);
      update(players, match);
    }
  });

  it("a missing player counts as an average one", () => {
    const model = plainRatingModel();
    expect(model.features({ teamA: ["a", "b", "c"], teamB: ["x"] }, 0)).toEqual([0]);
    model.learn(build("abc", "x", { winner: "A" }), [0]);
    const [gap = 0] = model.features({ teamA: ["a"], teamB: ["x"] }, 0) ?? [];
    expect(gap).toBeGreaterThan(0);
  });
});

it("a coin says 0.5", () => {
  expect(coinModel().probability([])).toBe(0.5);
});
