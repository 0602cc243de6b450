import { describe, expect, it } from "vitest";
import { given, round, row, sums } from "../test/build-rows.ts";
import { compare, comparisonOf } from "./compare.ts";
import { profile } from "./profile.ts";
import { RADAR_AXES, radarScore, radarScores } from "./radar.ts";

describe("radar", () => {
  it("the worked example: K/D 1.80, 32 %, 340 DPM, 22 %, 180 rounds", () => {
    const of = sums({
      kills: 900,
      deaths: 500,
      accuracyHits: 32,
      accuracyShots: 100,
      damageGiven: 3400,
      timePlayedSeconds: 600,
      headshotKills: 198,
      rounds: 180,
    });
    expect(radarScores(of).map((score) => score.toFixed(1))).toEqual([
      "3.6",
      "6.4",
      "3.4",
      "4.4",
      "3.6",
    ]);
  });

  it("caps at 10: K/D 7, accuracy 60, 1200 DPM, 900 rounds", () => {
    const [kd, accuracy, dpm, , rounds] = RADAR_AXES;
    if (!kd || !accuracy || !dpm || !rounds) throw new Error("no axes");
    expect([
      radarScore(kd, 7),
      radarScore(accuracy, 60),
      radarScore(dpm, 1200),
      radarScore(rounds, 900),
    ]).toEqual([10, 10, 10, 10]);
  });
});

describe("compare", () => {
  const rows = Array.from({ length: 12 }, (_, n) => [
    row({
      round: round(n),
      guid: "A",
      name: "alice",
      kills: 10,
      deaths: 5,
      damageGiven: 3000,
      teamDamageGiven: 300,
    }),
    row({
      round: round(n),
      guid: "B",
      name: "bob",
      kills: 10,
      deaths: 8,
      damageGiven: 2000,
      teamDamageGiven: 20,
    }),
    ...(n < 2
      ? [
          row({
            round: round(n),
            guid: "C",
            name: "carol",
            kills: 40,
            deaths: 1,
            damageGiven: 9000,
          }),
        ]
      : []),
  ]).flat();

  it("says who is better at what, and lets nobody win by two rounds", () => {
    const { players, metrics } = given(compare(["A", "B", "C"], rows));
    const best = (key: string) => metrics.find(({ metric }) => metric === key)?.best;
    expect(best("kd")).toEqual(["A"]);
    expect(best("teamwork")).toEqual(["B"]);
    expect(best("deaths")).toEqual(["A"]);
    expect(best("kills")).toEqual([]);
    expect(best("xp")).toEqual([]);
    expect(best("damageReceived")).toEqual([]);
    expect(players.map(({ name, sample }) => [name, sample.reason])).toEqual([
      ["alice", null],
      ["bob", null],
      ["carol", "small sample: 2 of 10 rounds"],
    ]);
  });

  it("somebody without a round in the period is there, with zeros", () => {
    const { players } = given(compare(["A", "C"], rows, { map: "supply", side: 2 }));
    expect(players.map(({ name, sums: { rounds } }) => [name, rounds])).toEqual([
      ["alice", 0],
      ["carol", 0],
    ]);
    expect(players[0]?.radar).toEqual([0, 0, 0, 0, 0]);
    expect(given(compare(["A", "Z"], rows)).players[1]).toMatchObject({ guid: "Z", name: "Z" });
  });

  it.each([[[]], [["A"]], [["A", "B", "C", "D", "E"]], [["A", "A"]]])("%j is refused", (guids) => {
    expect(compare(guids, rows)).toMatchObject({ ok: false, problem: { code: "bad_players" } });
  });

  it("a bad period is the period's problem", () => {
    expect(compare(["A", "B"], rows, { period: { kind: "season", id: "?" } })).toMatchObject({
      problem: { code: "bad_period" },
    });
  });

  it("a tie of some names all of them", () => {
    const entry = (guid: string, kills: number) => ({
      guid,
      name: guid,
      sums: sums({ rounds: 10, kills }),
    });
    const { metrics } = comparisonOf([entry("A", 9), entry("B", 9), entry("C", 1)]);
    expect(metrics.find(({ metric }) => metric === "kills")?.best).toEqual(["A", "B"]);
  });
});

describe("profile", () => {
  const weapons = (kills: number) => [
    { weapon: "WS_MP40", kills, deaths: 1, headshots: 5, shots: 100, hits: 30 },
    { weapon: "KNIFE", kills: 1, deaths: 0, headshots: 0, shots: 2, hits: 1 },
  ];
  const rows = [
    row({ round: round(0), name: "old", kills: 4, damageGiven: 2000, weapons: weapons(3) }),
    row({
      round: round(1, { map: "Goldrush" }),
      name: "new",
      side: 2,
      kills: 9,
      weapons: weapons(8),
    }),
    row({
      round: round(2, { map: "goldrush", sessionId: 2 }),
      name: "new",
      kills: 9,
      weapons: weapons(8),
    }),
    row({ round: round(3, { valid: false }), name: "never", kills: 99 }),
    row({ round: round(0), guid: "B", kills: 50 }),
  ];

  it("a career: sums, parts, names, weapons, records", () => {
    const found = given(profile("AAAAAAAA", rows));
    expect(found).toMatchObject({
      name: "new",
      sessions: 2,
      firstSeenMs: round(0).endMs,
      lastSeenMs: round(2).endMs,
    });
    expect(found.sums).toMatchObject({ rounds: 3, kills: 22 });
    expect(found.maps.map(({ map, rounds }) => [map, rounds])).toEqual([
      ["goldrush", 2],
      ["supply", 1],
    ]);
    expect(found.sides.map(({ side, rounds }) => [side, rounds])).toEqual([
      [1, 2],
      [2, 1],
    ]);
    expect(found.names.map(({ name, rounds }) => [name, rounds])).toEqual([
      ["new", 2],
      ["old", 1],
    ]);
    expect(found.weapons[0]).toMatchObject({
      weapon: "MP40",
      class: "smg",
      kills: 19,
      accuracy: 30,
      rounds: 3,
    });
    expect(found.records.find(({ metric }) => metric === "kills")).toMatchObject({
      value: 9,
      roundKey: round(1).key,
    });
    expect(found.recent.map(({ round: { key } }) => key)).toEqual([
      round(2).key,
      round(1).key,
      round(0).key,
    ]);
    expect(found.milestones[1]).toMatchObject({ type: "games", rank: 0, missing: 7 });
  });

  it("every metric with its sample, and why it is small", () => {
    const { metrics } = given(profile("AAAAAAAA", rows));
    expect(metrics.find(({ metric }) => metric === "accuracy")).toMatchObject({
      value: (93 / 306) * 100,
      sample: {
        enough: false,
        reason: "small sample: 3 of 10 rounds, 306 of 1000 shots with accuracy weapons",
      },
    });
  });

  it("both headshot quantities, each by its name", () => {
    const rowOf = row({
      kills: 60,
      headshotKills: 12,
      weapons: [{ weapon: "MP40", kills: 60, deaths: 0, headshots: 45, shots: 900, hits: 300 }],
    });
    const { metrics } = given(profile("AAAAAAAA", [rowOf]));
    const value = (key: string) => metrics.find(({ metric }) => metric === key)?.value;
    expect([value("headshots"), value("headshotHits")]).toEqual([20, 15]);
  });

  it("without a round that counts there is none", () => {
    expect(profile("AAAAAAAA", rows, { map: "nowhere" })).toEqual({
      ok: false,
      problem: { code: "no_rounds", message: "no round that counts: all time" },
    });
    expect(profile("NOBODY", rows)).toMatchObject({ problem: { code: "no_rounds" } });
  });
});
