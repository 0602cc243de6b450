import { describe, expect, it, test } from "vitest";
import { aliveSteps, type Death, hitShares, openingKill } from "./round-events.ts";

const death = (
  atMs: number,
  kind: Death["kind"] = "kill",
  axisAlive: number | null = null,
  alliesAlive: number | null = null,
): Death => ({ atMs, kind, axisAlive, alliesAlive });

describe("the opening kill", () => {
  test.each<[string, readonly Death[], number | null]>([
    ["is the first kill of an enemy", [death(9000), death(12_000)], 9000],
    [
      "is none of a teammate or of oneself",
      [death(1000, "self_kill"), death(2000, "team_kill"), death(3000)],
      3000,
    ],
    ["is the earlier one, whatever the order", [death(5000), death(4000)], 4000],
    ["is null when no enemy was killed", [death(1000, "self_kill")], null],
    ["is null without deaths", [], null],
  ])("%s", (_, deaths, at) => {
    expect(openingKill(deaths)?.atMs ?? null).toBe(at);
  });

  it("is the first of two at the same moment", () => {
    const [one, other] = [death(100), death(100)];
    expect(openingKill([one, other])).toBe(one);
  });
});

describe("men alive", () => {
  const start = { axis: 3, allies: 3 };
  test.each<[string, readonly Death[], readonly (readonly [number, number, number])[]]>([
    ["are everybody where nobody dies", [], [[0, 3, 3]]],
    [
      "step down with deaths, and up with the death after a spawn",
      [death(1000, "kill", 2, 3), death(2000, "kill", 2, 2), death(31_000, "kill", 3, 1)],
      [
        [0, 3, 3],
        [1000, 2, 3],
        [2000, 2, 2],
        [31_000, 3, 1],
      ],
    ],
    [
      "make one step of a moment with two deaths",
      [death(1000, "kill", 2, 3), death(1000, "kill", 1, 3)],
      [
        [0, 3, 3],
        [1000, 1, 3],
      ],
    ],
    [
      "stay where a death does not tell",
      [death(1000, "kill", 2, 3), death(2000, "kill", null, null), death(3000, "kill", null, 2)],
      [
        [0, 3, 3],
        [1000, 2, 3],
        [3000, 2, 2],
      ],
    ],
    ["begin with a death at the very start", [death(0, "self_kill", 2, 3)], [[0, 2, 3]]],
  ])("%s", (_, deaths, steps) => {
    const told = aliveSteps(deaths, start).map(({ atMs, axis, allies }) => [atMs, axis, allies]);
    expect(told).toEqual(steps);
  });
});

describe("shares of hits", () => {
  it("are of the hits on a part of the body", () => {
    const shares = hitShares({ head: 2, arms: 1, body: 4, legs: 1, none: 12 });
    expect(shares).toEqual({ head: 0.25, arms: 0.125, body: 0.5, legs: 0.125 });
  });

  it("are unknown without such a hit", () => {
    const shares = hitShares({ head: 0, arms: 0, body: 0, legs: 0, none: 3 });
    expect(shares).toEqual({ head: null, arms: null, body: null, legs: null });
  });
});
