import { describe, expect, it } from "vitest";
import { type LineSpec, round1, round2 } from "../test/support/stats-text.ts";
import { roundStats } from "./derive-round.ts";
import { matchSummary } from "./match-summary.ts";

const HEADER1 = { winner: 2, next: "8:30", playtime: 510_000 };
const HEADER2 = { winner: 1, limit: "8:30", next: "8:30", playtime: 510_000 };

const first: LineSpec = {
  weapons: { MP40: [50, 200, 6, 3, 4] },
  tab: {
    damage_given: 1000,
    damage_received: 900,
    time_played_minutes: 8.5,
    time_played_percent: 80,
    time_dead_minutes: 1.5,
    killing_spree: 5,
    death_spree: 3,
    xp: 40,
    revives_given: 2,
    multikill_2x: 1,
  },
};
const second: LineSpec = {
  rounds: 1,
  side: 2,
  weapons: { MP40: [60, 250, 7, 4, 5], COLT: [3, 12, 1, 0, 1] },
  tab: {
    damage_given: 1500,
    damage_received: 1700,
    time_played_minutes: 17,
    time_played_percent: 85,
    time_dead_minutes: 1,
    killing_spree: 4,
    death_spree: 6,
    xp: -3,
    revives_given: 1,
    multikill_2x: 2,
  },
};

const file1 = round1(HEADER1, [first, { ...first, guid: "BBBB0001", name: "leaver" }]);
const file2 = round2(HEADER2, [second, { ...second, guid: "CCCC0001", name: "late", rounds: 0 }]);
const one = roundStats(file1, { partner: null }).stats;
const two = roundStats(file2, { partner: file1 }).stats;

it("has no time dead where the writer counts it twice: with eight header fields", () => {
  const old = round1({ ...HEADER1, playtime: null }, [first]);
  const [player] = roundStats(old, { partner: null }).stats.players;
  expect(player).toMatchObject({ timeDeadMinutes: null, timeDeadRatio: null, killingSpreeBest: 5 });
  expect(one.players[0]).toMatchObject({ timeDeadMinutes: 1.5 });
  const { stats } = roundStats(round2({ ...HEADER2, playtime: null }, [second]), { partner: old });
  expect(matchSummary(roundStats(old, { partner: null }).stats, stats).players[0]).toMatchObject({
    timeDeadMinutes: null,
    timeDeadRatio: null,
  });
});

describe("both rounds of a map", () => {
  const summary = matchSummary(one, two);

  it("adds up counters, those of the scripts included, and takes the better spree", () => {
    expect(summary).toMatchObject({ map: "supply", rounds: [1, 2], durationSeconds: 1020 });
    expect(summary.players[0]).toMatchObject({
      guid: "AAAA0001",
      rounds: [1, 2],
      kills: 8,
      deaths: 4,
      headshots: 6,
      shots: 262,
      hits: 63,
      damageGiven: 1500,
      damageReceived: 1700,
      xp: 37,
      revivesGiven: 3,
      doubleKills: 3,
      killingSpreeBest: 5,
      deathSpreeWorst: 6,
      timePlayedSeconds: 1020,
      timeDeadMinutes: 2.5,
      weapons: [
        { weapon: "MP40", hits: 60, shots: 250, kills: 7, deaths: 4, headshots: 5 },
        { weapon: "COLT", hits: 3, shots: 12, kills: 1, deaths: 0, headshots: 1 },
      ],
    });
  });

  it("makes ratios from the sums", () => {
    const player = summary.players[0];
    expect(player?.kdRatio).toBe(2);
    expect(player?.dpm).toBeCloseTo((1500 * 60) / 1020, 10);
    expect(player?.accuracy).toBeCloseTo((63 / 262) * 100, 10);
    expect(player?.timeDeadRatio).toBe(14.7);
    expect(player?.timePlayedPercent).toBe(85);
    expect(player?.tankMeatshield).toBe(3.3);
  });

  it("keeps who left after Round 1 and who came for Round 2", () => {
    expect(summary.players.map((player) => [player.name, player.rounds, player.kills])).toEqual([
      ["fox", [1, 2], 8],
      ["leaver", [1], 6],
      ["late", [2], 8],
    ]);
  });

  it("keeps bots apart by name, and those of one name by their order", () => {
    const bot = (name: string, kills: number): LineSpec => ({
      guid: "OMNIBOT0",
      name: `[BOT]${name}`,
      weapons: { MP40: [9, 40, kills, 1, 0] },
    });
    const file = round1(HEADER1, [bot("Karl", 1), bot("Otto", 2), bot("Otto", 3)]);
    const alone = roundStats(file, { partner: null }).stats;
    const both = matchSummary(alone, { ...alone, round: 2 });
    expect(both.players.map((player) => [player.name, player.kills])).toEqual([
      ["[BOT]Karl", 2],
      ["[BOT]Otto", 4],
      ["[BOT]Otto", 6],
    ]);
  });

  it("takes one round alone, or none", () => {
    expect(matchSummary(one, null).players.map((player) => player.kills)).toEqual([6, 6]);
    expect(matchSummary(null, two).rounds).toEqual([2]);
    expect(matchSummary(null, null)).toEqual({
      map: "",
      rounds: [],
      durationSeconds: 0,
      players: [],
    });
  });

  it("does not make up what a line without tab fields does not tell", () => {
    const bare = {
      ...one,
      players: one.players.map((row) => ({ ...row, damageGiven: null, xp: null })),
    };
    expect(matchSummary(bare, null).players[0]).toMatchObject({
      damageGiven: null,
      xp: null,
      dpm: 0,
    });
    expect(matchSummary(bare, two).players[0]).toMatchObject({ damageGiven: 500, xp: -3 });
  });
});
