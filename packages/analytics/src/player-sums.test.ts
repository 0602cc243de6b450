import { describe, expect, it } from "vitest";
import { round, row, sums } from "../test/build-rows.ts";
import { countedRows, isCounted } from "./counted-round.ts";
import { metricValue } from "./metrics.ts";
import { teamOf } from "./player-row.ts";
import { addRound, emptySums, mergeSums, sumRows, sumWeapons } from "./player-sums.ts";

const weapon = (name: string, kills: number, hits: number, shots: number, headshots = 0) => ({
  weapon: name,
  kills,
  deaths: 0,
  headshots,
  shots,
  hits,
});

describe("sums over rounds", () => {
  it("a ratio of sums is not the mean of ratios: 360 DPM, not 390", () => {
    const rows = [
      row({ timePlayedSeconds: 600, damageGiven: 3000 }),
      row({ round: round(1), timePlayedSeconds: 300, damageGiven: 2400 }),
    ];
    expect(metricValue("dpm", sumRows(rows))).toBe(360);
  });

  it("adds counters, keeps the best spree, and cuts the time dead to the time played", () => {
    const all = sumRows([
      row({ kills: 5, killingSpreeBest: 7, timePlayedSeconds: 60, timeDeadMinutes: 2.5 }),
      row({
        round: round(1),
        kills: 6,
        killingSpreeBest: 4,
        timePlayedSeconds: 600,
        timeDeadMinutes: 0.1,
      }),
    ]);
    expect(all).toMatchObject({
      rounds: 2,
      kills: 11,
      killingSpreeBest: 7,
      timePlayedSeconds: 660,
      timeDeadSeconds: 66,
    });
  });

  it("keeps apart the rounds of which nobody measured the time dead", () => {
    const all = sumRows([
      row({ timePlayedSeconds: 600, damageGiven: 3000, timeDeadMinutes: 4 }),
      row({ round: round(1), timePlayedSeconds: 300, damageGiven: 900, timeDeadMinutes: null }),
    ]);
    expect(all).toMatchObject({ timedSeconds: 600, timedDamage: 3000, timePlayedSeconds: 900 });
    expect(metricValue("survival", all)).toBe(60);
    expect(metricValue("fragPotential", all)).toBeCloseTo(500, 9);
  });

  it("sums of tenths are exact in any order", () => {
    const rows = [0.1, 0.2, 0.7, 1.1, 2.3].map((xp, n) => row({ round: round(n), xp }));
    expect(sumRows(rows).xp).toBe(4.4);
    expect(sumRows(rows.toReversed())).toEqual(sumRows(rows));
  });

  it("tells weapons apart, with or without WS_ before their names", () => {
    const rows = [
      row({ weapons: [weapon("WS_MP40", 5, 50, 200, 9), weapon("WS_STEN", 1, 5, 20, 1)] }),
      row({ round: round(1), weapons: [weapon("GRENADE", 2, 4, 6), weapon("MP40", 1, 10, 40, 1)] }),
    ];
    const all = sumRows(rows);
    expect(all.classes.smg).toEqual({
      rounds: 2,
      kills: 7,
      deaths: 0,
      headshots: 11,
      shots: 260,
      hits: 65,
    });
    expect(all.classes.explosive).toMatchObject({ rounds: 1, kills: 2 });
    expect(all).toMatchObject({ accuracyHits: 65, accuracyShots: 260, accuracyHeadshots: 11 });
    expect(all).toMatchObject({
      grenadeRounds: 1,
      grenadeKills: 2,
      grenadeHits: 4,
      grenadeShots: 6,
    });
    expect(sumWeapons(rows).get("MP40")).toEqual({
      rounds: 2,
      kills: 6,
      deaths: 0,
      headshots: 10,
      shots: 240,
      hits: 60,
    });
  });

  it("a line without its tab part counts as a round with nothing known of it", () => {
    const bare = row({
      kills: 3,
      damageGiven: null,
      timePlayedSeconds: null,
      timeDeadMinutes: null,
    });
    expect(sumRows([bare])).toEqual(sums({ rounds: 1, kills: 3 }));
  });

  it("nothing is nothing: the empty sum changes no other", () => {
    const one = addRound(emptySums(), row({ kills: 1 }));
    expect(mergeSums(one, emptySums())).toEqual(one);
  });
});

it("a player's team follows from his side and from who stood on Axis", () => {
  const of = (axisTeam: "A" | "B" | null, side: 1 | 2 | null) =>
    teamOf(row({ round: round(0, { axisTeam }), side }));
  expect([of("A", 1), of("A", 2), of("B", 1), of("B", 2)]).toEqual(["A", "B", "B", "A"]);
  expect([of(null, 1), of("A", null)]).toEqual([null, null]);
});

describe("which rounds count", () => {
  it.each([
    ["completed", true, true],
    ["substitution", true, true],
    [null, true, true],
    ["cancelled", true, false],
    ["aborted", true, false],
    ["orphan_r2", true, false],
    ["active", true, false],
    ["completed", false, false],
  ] as const)("status %s, valid %s: %s", (status, valid, counts) => {
    expect(isCounted(round(0, { status, valid }))).toBe(counts);
  });

  it("a match summary (round 0) never counts", () => {
    expect(isCounted({ ...round(), number: 0 as never })).toBe(false);
  });

  it("bots are nobody", () => {
    expect(countedRows([row({ bot: true }), row()])).toEqual([row()]);
  });
});
