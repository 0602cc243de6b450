import { describe, expect, it } from "vitest";
import { given, round, row, rowsWithDpm } from "../test/build-rows.ts";
import { attackDefence } from "./attack-defence.ts";
import { consistency, consistencyOf } from "./consistency.ts";
import { fatigue } from "./fatigue.ts";
import { formOf } from "./form-label.ts";
import { mapAffinity } from "./map-affinity.ts";

describe("consistency", () => {
  const newestFirst = [300, 280, 320, 310, 290, 180, 420, 315, 285, 300];

  it("the worked example: 80.7, Consistent, improving", () => {
    const found = given(consistencyOf(newestFirst));
    expect(found.mean).toBe(300);
    expect(found.deviation).toBeCloseTo(57.98, 2);
    expect(found.variation).toBeCloseTo(0.193, 3);
    expect(found.score).toBeCloseTo(80.7, 1);
    expect(found).toMatchObject({ rounds: 10, tier: "Consistent", trend: "improving" });
  });

  it("reads rows in any order, and leaves out rounds of a minute or less", () => {
    const rows = rowsWithDpm(newestFirst.toReversed());
    const short = row({ round: round(99), timePlayedSeconds: 60, damageGiven: 9999 });
    expect(consistency([short, ...rows])).toEqual(consistencyOf(newestFirst));
    expect(consistency(rows.toReversed())).toEqual(consistencyOf(newestFirst));
  });

  it("tiers and trends", () => {
    const of = (dpms: number[]) => given(consistencyOf(dpms));
    expect(of([100, 500, 100, 500, 100, 290, 310, 300, 300, 300])).toMatchObject({
      trend: "declining",
      tier: "Streaky",
    });
    expect(of([200, 400, 200, 400, 200, 200, 400, 200, 400, 200])).toMatchObject({
      trend: "stable",
      tier: "Average",
    });
    expect(of(new Array(10).fill(0))).toMatchObject({ variation: 1, score: 0, tier: "Streaky" });
  });

  it("nine rounds are too few, and it says so", () => {
    expect(consistencyOf(new Array(9).fill(300))).toEqual({
      ok: false,
      problem: { code: "too_few_rounds", message: "9 of 10 rounds longer than a minute" },
    });
  });
});

describe("map affinity", () => {
  const on = (map: string, dpm: number, from: number, count: number) =>
    rowsWithDpm(new Array(count).fill(dpm)).map((one, i) => ({
      ...one,
      round: round(from + i, { map }),
    }));

  it("the worked example: 322 on a map against 280 over all is +15 %, a strong map", () => {
    const rows = [...on("Supply", 322, 0, 10), ...on("goldrush", 238, 10, 10)];
    const found = given(mapAffinity(rows));
    expect(found.dpm).toBe(280);
    expect(found.best).toMatchObject({ map: "supply", rounds: 10, delta: 15, label: "strong" });
    expect(found.worst).toMatchObject({ map: "goldrush", label: "weak" });
    expect(found.best.shrunk).toMatchObject({ value: 7.5, weight: 0.5 });
    expect(found.best.shrunk.reason).toBe("pulled to 0.0 by 10 assumed rounds, 10 were played");
  });

  it("maps with two rounds are not listed; with one map best and worst are the same", () => {
    const rows = [...on("supply", 300, 0, 3), ...on("goldrush", 900, 5, 2)];
    const { maps, best, worst } = given(mapAffinity(rows));
    expect(maps).toHaveLength(1);
    expect(best).toBe(worst);
    expect(mapAffinity(on("supply", 300, 0, 2))).toMatchObject({
      problem: { code: "too_few_rounds" },
    });
  });
});

describe("attack and defence", () => {
  const roles = (attack: number, defence: number, rounds = 10) =>
    Array.from({ length: rounds }, (_, n) =>
      row({
        round: round(n, { defenderSide: 1 }),
        side: n % 2 === 0 ? 2 : 1,
        damageGiven: (n % 2 === 0 ? attack : defence) * 10,
      }),
    );

  it("the worked example: 330 against 290 is 12.9 % attacker", () => {
    const found = given(attackDefence(roles(330, 290)));
    expect(found.lean).toBeCloseTo(12.9, 1);
    expect(found.label).toBe("attacker");
  });

  it("a defender, and who is neither", () => {
    expect(given(attackDefence(roles(200, 300))).label).toBe("defender");
    expect(given(attackDefence(roles(300, 300))).label).toBe("balanced");
    expect(given(attackDefence(roles(0, 0)))).toMatchObject({ lean: 0, label: "balanced" });
  });

  it("rounds with unknown defenders say nothing: they are not attack", () => {
    const unknown = roles(330, 290).map((one) => ({
      ...one,
      round: { ...one.round, defenderSide: null },
    }));
    expect(attackDefence(unknown)).toMatchObject({ problem: { code: "too_few_rounds" } });
  });

  it("one role alone is one-sided", () => {
    const attackOnly = roles(330, 290, 20).filter(({ side }) => side === 2);
    expect(attackDefence(attackOnly)).toEqual({
      ok: false,
      problem: { code: "one_sided", message: "only attacked so far" },
    });
  });
});

describe("fatigue", () => {
  it("the worked example: eight rounds are 2, 2 and 4; 320 to 272 is -15 %, fatiguing", () => {
    const found = given(fatigue(rowsWithDpm([320, 320, 300, 300, 272, 272, 272, 272])));
    expect([found.early.rounds, found.mid.rounds, found.late.rounds]).toEqual([2, 2, 4]);
    expect(found.index).toBeCloseTo(-15, 10);
    expect(found.label).toBe("fatiguing");
  });

  it("is made of sums: a long round weighs more than a short one", () => {
    const rows = rowsWithDpm([300, 300, 300, 300, 300, 300]).map((one, n) =>
      n === 5 ? { ...one, timePlayedSeconds: 1800, damageGiven: 18_000 } : one,
    );
    expect(given(fatigue(rows)).late.dpm).toBe(525);
  });

  it("warming up, stable, too few, of no session, and of two", () => {
    expect(given(fatigue(rowsWithDpm([200, 200, 250, 250, 300, 300]))).label).toBe("warming up");
    expect(given(fatigue(rowsWithDpm([0, 0, 9, 9, 9, 9]))).label).toBe("stable");
    expect(fatigue(rowsWithDpm([1, 2, 3, 4, 5]))).toMatchObject({
      problem: { code: "too_few_rounds" },
    });
    const nowhere = rowsWithDpm(new Array(8).fill(300)).map((one) => ({
      ...one,
      round: { ...one.round, sessionId: null },
    }));
    expect(fatigue(nowhere)).toMatchObject({ problem: { code: "too_few_rounds" } });
    const two = rowsWithDpm(new Array(8).fill(300)).map((one, n) => ({
      ...one,
      round: { ...one.round, sessionId: n % 2 },
    }));
    expect(fatigue(two)).toMatchObject({ problem: { code: "bad_period" } });
  });
});

describe("form labels", () => {
  it.each([
    [[200, 220, 300, 320], "RISING"],
    [[320, 300, 220, 200], "FADING"],
    [[300, 310, 305, 300], "STEADY"],
    [[100, 400, 120, 420], "VOLATILE"],
    [[300, 310, 305], null],
    [[], null],
    [[0, 0, 0, 0], "STEADY"],
  ])("%j: %s", (dpms, label) => {
    expect(formOf(dpms).label).toBe(label);
  });

  it("the worked example: mean 260, deviation 51.0, 19.6 %; halves 210 and 310", () => {
    const { volatility, firstHalf, secondHalf } = formOf([200, 220, 300, 320]);
    expect(volatility).toBeCloseTo(19.6, 1);
    expect([firstHalf, secondHalf]).toEqual([210, 310]);
  });
});
