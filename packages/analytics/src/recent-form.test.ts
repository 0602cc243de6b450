import { describe, expect, it } from "vitest";
import { given } from "../test/build-rows.ts";
import { type FormRound, recentForm } from "./recent-form.ts";

/** Rounds of ten minutes with this DPM, newest first. */
const rounds = (...dpms: number[]): FormRound[] =>
  dpms.map((dpm) => ({ damageGiven: dpm * 10, timePlayedSeconds: 600 }));
const times = (dpm: number, count: number) => new Array<number>(count).fill(dpm);

describe("form", () => {
  it.each([
    ["rising", [...times(330, 5), ...times(300, 5)]],
    ["falling", [...times(270, 5), ...times(300, 5)]],
    ["steady", [...times(320, 5), ...times(300, 5)]],
    ["steady", times(0, 10)],
  ] as const)("is %s", (trend, dpms) => {
    expect(given(recentForm(rounds(...dpms))).trend).toBe(trend);
  });

  it("looks at the last twenty rounds and at no other", () => {
    const window = [...times(330, 10), ...times(300, 10)];
    expect(recentForm(rounds(...window, ...times(900, 30)))).toEqual(recentForm(rounds(...window)));
  });

  it("is made of sums: a long round weighs more than a short one", () => {
    const long = { damageGiven: 20_000, timePlayedSeconds: 2400 };
    const found = given(recentForm([long, ...rounds(...times(200, 9))]));
    expect(found.after).toEqual({ rounds: 5, dpm: 350 });
    expect(found.before).toEqual({ rounds: 5, dpm: 200 });
  });

  it("gives the odd round to the newer half", () => {
    const found = given(recentForm(rounds(...times(300, 11))));
    expect([found.before.rounds, found.after.rounds]).toEqual([5, 6]);
  });

  it("takes what was not measured for nothing", () => {
    const blank = { damageGiven: null, timePlayedSeconds: null };
    expect(given(recentForm([blank, ...rounds(...times(300, 9))])).after.dpm).toBe(300);
  });

  it("needs ten rounds, and says so", () => {
    expect(recentForm(rounds(...times(300, 9)))).toEqual({
      ok: false,
      problem: { code: "too_few_rounds", message: "9 of 10 rounds" },
    });
  });
});
