import { describe, expect, it } from "vitest";
import { given, round, row, sums } from "../test/build-rows.ts";
import { BOARD_KEYS } from "./boards.ts";
import { boardOf, leaderboard } from "./leaderboard.ts";
import type { PlayerEntry } from "./players.ts";

const player = (guid: string, of: Parameters<typeof sums>[0], name = guid): PlayerEntry => ({
  guid,
  name,
  sums: sums({ rounds: 60, damageGiven: 50_000, ...of }),
});

describe("leaderboards", () => {
  it("there are the 13 of old, headshot hits and damage", () => {
    expect(BOARD_KEYS).toEqual([
      "kills",
      "kd",
      "dpm",
      "accuracy",
      "headshots",
      "headshotHits",
      "games",
      "revives",
      "gibs",
      "objectives",
      "efficiency",
      "teamwork",
      "multikills",
      "grenades",
      "damage",
    ]);
  });

  it("highest first, or lowest where low is good", () => {
    const players = [
      player("A", { kills: 10, deaths: 10, teamDamageGiven: 900 }),
      player("B", { kills: 30, deaths: 10, teamDamageGiven: 100 }),
    ];
    for (const [board, first] of [
      ["kd", "B"],
      ["kills", "B"],
      ["teamwork", "B"],
    ] as const) {
      expect(given(boardOf(board, players, false)).rows[0]?.guid).toBe(first);
    }
  });

  it("equal values share a rank; more rounds first, then by name without case", () => {
    const players = [
      player("1", { kills: 50 }, "zoe"),
      player("2", { kills: 50 }, "Adam"),
      player("3", { kills: 50, rounds: 70 }, "mia"),
      player("4", { kills: 40 }, "bob"),
      player("5", { kills: 60 }, "eve"),
    ];
    const { rows } = given(boardOf("kills", players, false));
    expect(rows.map(({ rank, place, tied, name }) => [rank, place, tied, name])).toEqual([
      [1, 1, false, "eve"],
      [2, 2, true, "mia"],
      [2, 3, true, "Adam"],
      [2, 4, true, "zoe"],
      [5, 5, false, "bob"],
    ]);
  });

  it.each([
    ["kd", false, { rounds: 50, damageGiven: 300, deaths: 1 }],
    ["kd", true, { rounds: 10, damageGiven: 300, deaths: 1 }],
    ["accuracy", false, { rounds: 50, damageGiven: 300, accuracyShots: 1000 }],
    ["headshots", true, { rounds: 10, damageGiven: 300, kills: 500 }],
    ["headshotHits", true, { rounds: 10, damageGiven: 300, accuracyHits: 1000 }],
    ["kills", false, { rounds: 10 }],
    ["games", false, { rounds: 0 }],
    ["grenades", false, { rounds: 10, grenadeRounds: 10 }],
  ] as const)("the minimum of %s, filtered %s", (board, filtered, minimum) => {
    expect(given(boardOf(board, [], filtered)).minimum).toEqual(minimum);
  });

  it("who is under the minimum stands apart with what is missing, and fills no page", () => {
    const players = [player("A", {}), player("B", { rounds: 8, damageGiven: 120 })];
    const board = given(boardOf("dpm", players, false));
    expect(board.rows.map(({ guid }) => guid)).toEqual(["A"]);
    expect(board).toMatchObject({ total: 1, pages: 1 });
    expect(board.below.map(({ guid, sample }) => [guid, sample.reason])).toEqual([
      ["B", "small sample: 8 of 50 rounds, 120 of 300 damage given"],
    ]);
    expect(
      given(boardOf("dpm", players, false, { minimum: { rounds: 5, damageGiven: 0 } })).total,
    ).toBe(2);
  });

  it("pages count who qualifies, and any page exists", () => {
    const players = Array.from({ length: 23 }, (_, i) => player(`P${i}`, { kills: i }));
    const page = (offset: number, limit?: number) =>
      given(boardOf("kills", players, false, { offset, limit })).rows.map(({ place }) => place);
    expect(page(20)).toEqual([21, 22, 23]);
    expect(page(40)).toEqual([]);
    expect(page(-5, 2)).toEqual([1, 2]);
    expect(page(Number.NaN, 0)).toEqual([1]);
    expect(given(boardOf("kills", players, false)).pages).toBe(3);
  });

  it("kills beside accuracy are not multiplied by the weapons of a round", () => {
    const weapons = ["MP40", "LUGER", "KNIFE", "STEN", "FG42"].map((weapon) => ({
      weapon,
      kills: 4,
      deaths: 0,
      headshots: 0,
      shots: 500,
      hits: 100,
    }));
    const rows = [20, 10].map((kills, n) =>
      row({ round: round(n), kills, damageGiven: 500, weapons }),
    );
    const minimum = { rounds: 2 };
    const board = given(leaderboard("accuracy", rows, {}, { minimum }));
    expect(board.rows[0]).toMatchObject({ value: 20, shown: { kills: 30 } });
  });

  it("a class of weapons has its own numbers and minimum", () => {
    const smg = { rounds: 12, kills: 80, deaths: 40, headshots: 50, shots: 900, hits: 300 };
    const few = { ...smg, rounds: 3 };
    const none = sums().classes;
    const players = [
      player("A", { classes: { ...none, smg } }),
      player("B", { classes: { ...none, smg: few } }),
      player("C", {}),
    ];
    const board = given(boardOf("accuracy", players, false, { weaponClass: "smg" }));
    expect(board.rows.map(({ guid, value, rounds }) => [guid, Math.round(value), rounds])).toEqual([
      ["A", 33, 12],
    ]);
    expect(board.below.map(({ sample }) => sample.reason)).toEqual([
      "small sample: 3 of 10 rounds with SMG",
    ]);
    expect(board.formula).toBe("hits with SMG × 100 ÷ shots with SMG");
  });

  it.each([
    ["nonsense", {}, "unknown_metric"],
    ["constructor", {}, "unknown_metric"],
    ["revives", { weaponClass: "smg" }, "no_weapon_class"],
    ["kills", { weaponClass: "laser" as never }, "no_weapon_class"],
  ] as const)("%s %j is refused", (board, options, code) => {
    expect(boardOf(board, [], false, options)).toMatchObject({ ok: false, problem: { code } });
  });
});

describe("filters", () => {
  const old = Date.parse("2025-08-01T20:00:00Z");
  const rows = [
    row({ round: round(0, { map: "Supply" }), kills: 1 }),
    row({ round: round(1, { map: "goldrush" }), kills: 10, side: 2 }),
    row({ round: round(2, { key: "old", endMs: old, date: "2025-08-01" }), kills: 100 }),
    row({ round: round(3, { status: "cancelled", endMs: Date.parse("2026-01-01") }), kills: 1000 }),
  ];
  const kills = (filter: Parameters<typeof leaderboard>[2]) =>
    given(leaderboard("kills", rows, filter, { minimum: { rounds: 1 } })).rows[0]?.value;

  it.each([
    [{}, 111],
    [{ map: " supply " }, 101],
    [{ side: 2 }, 10],
    [{ period: { kind: "days", days: 30 } }, 11],
    [{ period: { kind: "days", days: 90 } }, 111],
    [{ period: { kind: "season", id: "2025-Q3" } }, 100],
    [{ period: { kind: "season", id: "2025-Q4" } }, 11],
    [{ asOfMs: old }, 100],
    [{ asOfMs: old - 1 }, undefined],
    [{ map: "nowhere" }, undefined],
    [{ sessionId: 2 }, undefined],
  ] as const)("%j: %s kills", (filter, value) => {
    expect(kills(filter)).toBe(value);
  });

  it("windows count back from the newest round that counts, and say so", () => {
    const board = given(leaderboard("kills", rows, { period: { kind: "days", days: 30 } }));
    expect(board.window.words).toBe("30 days to 2025-10-10 20:15 UTC");
    expect(board.minimum).toEqual({ rounds: 10 });
  });

  it.each([
    [{ period: { kind: "season", id: "2025-Q5" } }],
    [{ period: { kind: "days", days: 0 } }],
    [{ period: { kind: "days", days: Number.NaN } }],
    [{ asOfMs: Number.POSITIVE_INFINITY }],
  ] as const)("%j is no period", (filter) => {
    expect(leaderboard("kills", rows, filter)).toMatchObject({ problem: { code: "bad_period" } });
  });

  it("no rows at all: an empty board", () => {
    const board = given(leaderboard("dpm", [], { period: { kind: "days", days: 90 } }));
    expect(board).toMatchObject({ total: 0, pages: 0, rows: [], below: [] });
    expect(board.window.words).toBe("90 days; no rounds yet");
  });
});
