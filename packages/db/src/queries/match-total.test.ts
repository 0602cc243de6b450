import { describe, expect, it } from "vitest";
import { matchTotal } from "./match-total.ts";
import type { RoundPlayerStats } from "./round-players.ts";

const nothing = {
  guid: "AAAA1111",
  name: "Ana",
  rawName: "^1Ana",
  side: 1,
  team: "A",
  bot: false,
  weapons: [],
  flags: [],
  roundsHint: 0,
} as const;

const counters = [
  ..."kills deaths damageGiven damageReceived teamDamageGiven teamDamageReceived headshots".split(
    " ",
  ),
  ..."shots hits gibs selfKills teamKills teamGibs revivesGiven timesRevived xp".split(" "),
  ..."timePlayedSeconds timeDeadMinutes killAssists killSteals headshotKills".split(" "),
  ..."objectivesStolen objectivesReturned dynamitesPlanted dynamitesDefused bulletsFired".split(
    " ",
  ),
  ..."usefulKills uselessKills deniedPlaytimeSeconds doubleKills tripleKills quadKills".split(" "),
  ..."multiKills megaKills fullSelfKills constructions".split(" "),
];

/** A player's round in which every number is `n`, but for what is given. */
function line(n: number, more: Partial<RoundPlayerStats> = {}): RoundPlayerStats {
  const numbers = Object.fromEntries(
    [
      ...counters,
      ..."timeDeadRatio timePlayedPercent tankMeatshield killingSpreeBest deathSpreeWorst".split(
        " ",
      ),
      ..."kdRatio dpm efficiency accuracy".split(" "),
    ].map((key) => [key, n]),
  );
  return { ...nothing, ...numbers, ...more } as RoundPlayerStats;
}

describe("matchTotal", () => {
  it("adds every counter", () => {
    const [total] = matchTotal([[line(3)], [line(4)]]);
    for (const key of counters) expect([key, total?.[key as "kills"]]).toEqual([key, 7]);
    expect(total?.rounds).toBe(2);
  });

  it("takes the longer spree: a break ends it", () => {
    const [total] = matchTotal([
      [line(0, { killingSpreeBest: 5, deathSpreeWorst: 3 })],
      [line(0, { killingSpreeBest: 4, deathSpreeWorst: 6 })],
    ]);
    expect(total).toMatchObject({ killingSpreeBest: 5, deathSpreeWorst: 6 });
  });

  it("makes ratios anew from the sums", () => {
    // 600 s with 3000 damage and 300 s with 2400: 360 a minute, not the 390 between 300 and 480.
    const [total] = matchTotal([
      [
        line(0, {
          kills: 2,
          deaths: 4,
          damageGiven: 3000,
          timePlayedSeconds: 600,
          timeDeadMinutes: 1,
          timePlayedPercent: 90,
          hits: 1,
          shots: 10,
          kdRatio: 0.5,
          dpm: 300,
          accuracy: 10,
        }),
      ],
      [
        line(0, {
          kills: 10,
          deaths: 2,
          damageGiven: 2400,
          timePlayedSeconds: 300,
          timeDeadMinutes: 0.5,
          timePlayedPercent: 60,
          hits: 19,
          shots: 30,
          kdRatio: 5,
          dpm: 480,
          accuracy: 63.3,
        }),
      ],
    ]);
    expect(total).toMatchObject({
      kdRatio: 2,
      dpm: 360,
      accuracy: 50,
      timeDeadRatio: 10,
      timePlayedPercent: 80,
    });
    expect(total?.efficiency).toBeCloseTo((12 / 18) * 100, 10);
  });

  it.each([
    // received, deaths → damage for each death ÷ 130, from above 1000 damage and above 3 only
    [900, 100, 1, 0],
    [600, 600, 1, 9.2],
    [1000, 1000, 10, 0],
    [2000, 1900, 10, 0],
    [2000, 2000, 10, 3.1],
    [2000, 2000, 0, 30.8],
  ])("makes tank/meatshield anew: %i and %i damage, %i deaths → %f", (one, two, deaths, wanted) => {
    const [total] = matchTotal([
      [line(0, { damageReceived: one, deaths })],
      [line(0, { damageReceived: two, deaths: 0, tankMeatshield: 99 })],
    ]);
    expect(total?.tankMeatshield).toBe(wanted);
  });

  it("holds who played one round only, and orders by damage", () => {
    const total = matchTotal([
      [line(5), line(9, { guid: "LEAVER" })],
      [line(3), line(20, { guid: "JOINER" })],
    ]);
    expect(total.map((p) => [p.guid, p.damageGiven, p.rounds])).toEqual([
      ["JOINER", 20, 1],
      ["LEAVER", 9, 1],
      ["AAAA1111", 8, 2],
    ]);
  });

  it("knows a player by GUID and shows his latest name; bots share theirs and go by name", () => {
    const total = matchTotal([
      [
        line(1, { name: "old", team: "A" }),
        line(2, { guid: "OMNIBOT0", name: "Al", bot: true }),
        line(3, { guid: "OMNIBOT0", name: "Bo", bot: true }),
      ],
      [line(1, { name: "new", team: "B" }), line(4, { guid: "OMNIBOT0", name: "Al", bot: true })],
    ]);
    expect(total.map((p) => [p.name, p.kills])).toEqual([
      ["Al", 6],
      ["Bo", 3],
      ["new", 2],
    ]);
    // Played for both teams: for neither.
    expect(total[2]?.team).toBeNull();
  });

  it("leaves null what no line told, and counts what one did", () => {
    const bare = {
      damageGiven: null,
      timePlayedSeconds: null,
      xp: null,
      timePlayedPercent: null,
      timeDeadMinutes: null,
      tankMeatshield: null,
    };
    const [none] = matchTotal([[line(1, bare)], [line(2, bare)]]);
    expect(none).toMatchObject({ ...bare, timeDeadRatio: null, kills: 3, dpm: 0 });
    const [half] = matchTotal([[line(1, bare)], [line(2, { timePlayedPercent: 75 })]]);
    expect(half).toMatchObject({
      damageGiven: 2,
      xp: 2,
      timePlayedPercent: 75,
      timePlayedSeconds: 2,
    });
  });

  it("adds weapons by name, in the order of stats files", () => {
    const weapon = (name: string, n: number) => ({
      weapon: name,
      hits: n,
      shots: n,
      kills: n,
      deaths: n,
      headshots: n,
    });
    const [total] = matchTotal([
      [line(1, { weapons: [weapon("GRENADE", 1), weapon("MP40", 2)] })],
      [line(1, { weapons: [weapon("MP40", 3), weapon("KNIFE", 4)] })],
    ]);
    expect(total?.weapons).toEqual([weapon("KNIFE", 4), weapon("MP40", 5), weapon("GRENADE", 1)]);
  });

  it("keeps every flag once", () => {
    const [total] = matchTotal([
      [line(1, { flags: ["partial_time"] })],
      [line(1, { flags: ["partial_time", "counter_reset:kills"] })],
    ]);
    expect(total?.flags).toEqual(["partial_time", "counter_reset:kills"]);
  });

  it("is empty without rounds, and writes tenths as tenths", () => {
    expect(matchTotal([])).toEqual([]);
    const [total] = matchTotal([[line(0.1)], [line(0.2)]]);
    expect(total?.timeDeadMinutes).toBe(0.3);
  });
});
