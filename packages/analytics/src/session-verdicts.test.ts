import { describe, expect, it } from "vitest";
import { row, sums } from "../test/build-rows.ts";
import {
  archetypeContext,
  archetypeOf,
  fragPotentialLimits,
  USUAL_FRAG_POTENTIAL,
} from "./archetypes.ts";
import { CHAOS_AWARDS, FUN_AWARDS, funAwards } from "./fun-awards.ts";
import { roundMvp, roundMvpScore, teamMvps } from "./mvp.ts";
import { performanceScores, SCORE_PARTS } from "./performance-score.ts";

type Over = Parameters<typeof sums>[0];
const player = (guid: string, of: Over) => ({
  guid,
  name: guid.toLowerCase(),
  sums: sums({ rounds: 10, timePlayedSeconds: 6000, ...of }),
});

describe("archetypes", () => {
  const context = { meanDeaths: 30, meanRevives: 6, fragPotential: USUAL_FRAG_POTENTIAL };
  const six = { rounds: 6, timePlayedSeconds: 2400 };

  it("Slayer, 0.50", () => {
    const found = archetypeOf(
      sums({
        ...six,
        kills: 45,
        deaths: 28,
        damageGiven: 9800,
        damageReceived: 6200,
        timeDeadSeconds: 420,
        revivesGiven: 3,
        headshotKills: 9,
      }),
      context,
    );
    expect(Math.round(found.fragPotential)).toBe(297);
    expect(found.archetype.key).toBe("slayer");
    expect(found.confidence).toBeCloseTo(0.5, 10);
    expect(found.points).toMatchObject({ slayer: 0.7, fragger: 0.2, tank: 0.2, balanced: 0.3 });
  });

  it("Medic, 0.526", () => {
    const found = archetypeOf(
      sums({
        ...six,
        kills: 22,
        deaths: 31,
        damageGiven: 5200,
        damageReceived: 6400,
        timeDeadSeconds: 620,
        revivesGiven: 16,
      }),
      context,
    );
    expect(found.archetype.key).toBe("medic");
    expect(found.confidence).toBeCloseTo(0.526, 3);
    expect(found.points).toMatchObject({ medic: 1, tank: 0.4, rusher: 0.2 });
  });

  it("Balanced, 0.5", () => {
    const found = archetypeOf(
      sums({
        ...six,
        kills: 18,
        deaths: 20,
        damageGiven: 4100,
        damageReceived: 4000,
        timeDeadSeconds: 600,
        revivesGiven: 4,
      }),
      context,
    );
    expect([found.archetype.key, found.confidence]).toEqual(["balanced", 0.5]);
  });

  it("a session three times as long with three times as much is the same archetype", () => {
    const of = {
      kills: 18,
      deaths: 20,
      damageGiven: 4100,
      damageReceived: 4000,
      revivesGiven: 4,
      timeDeadSeconds: 600,
    };
    const threefold = Object.fromEntries(
      Object.entries(of).map(([key, value]) => [key, 3 * value]),
    );
    const long = sums({ rounds: 18, timePlayedSeconds: 7200, ...threefold });
    const ofLong = archetypeOf(long, { ...context, meanDeaths: 90, meanRevives: 18 });
    expect(ofLong.archetype.key).toBe("balanced");
  });

  it("headshot kills make a sniper, head hits do not; dynamite makes one of objectives", () => {
    const sniper = {
      ...six,
      kills: 12,
      deaths: 9,
      damageGiven: 2000,
      damageReceived: 2000,
      timeDeadSeconds: 600,
    };
    expect(archetypeOf(sums({ ...sniper, headshots: 90 }), context).archetype.key).toBe("balanced");
    expect(archetypeOf(sums({ ...sniper, headshotKills: 5 }), context).archetype.key).toBe(
      "sniper",
    );
    expect(archetypeOf(sums({ ...sniper, dynamitesPlanted: 3 }), context).archetype.key).toBe(
      "objective",
    );
  });

  it("frag potential is measured by what is usual lately", () => {
    const entries = Array.from({ length: 101 }, (_, i) => ({
      sums: sums({ damageGiven: 200 + i, timePlayedSeconds: 60, timeDeadSeconds: 0 }),
    }));
    expect(fragPotentialLimits(entries)).toEqual({ high: 275, top: 290 });
    expect(fragPotentialLimits([])).toEqual(USUAL_FRAG_POTENTIAL);
    const fragger = sums({
      ...six,
      kills: 19,
      deaths: 10,
      damageGiven: 12_000,
      damageReceived: 12_000,
      timeDeadSeconds: 600,
    });
    const lately = archetypeContext([{ sums: fragger }], { high: 275, top: 290 });
    expect(archetypeOf(fragger, lately).archetype.key).toBe("fragger");
  });

  it("nothing played is balanced", () => {
    expect(archetypeOf(sums(), archetypeContext([]))).toMatchObject({
      archetype: { key: "balanced" },
      confidence: 0.5,
      fragPotential: 0,
    });
  });
});

describe("awards for fun", () => {
  const winners = (players: ReturnType<typeof player>[], awards = FUN_AWARDS) =>
    Object.fromEntries(funAwards(players, awards).map(({ award, guid }) => [award.key, guid]));

  it("there are ten, each with an emoji of its own", () => {
    expect(FUN_AWARDS).toHaveLength(10);
    expect(new Set(FUN_AWARDS.map(({ emoji }) => emoji)).size).toBe(10);
  });

  it.each<[string, Over, Over]>([
    ["zombie_mode", { timesRevived: 15 }, { timesRevived: 14 }],
    ["team_dad", { revivesGiven: 25 }, { revivesGiven: 24 }],
    ["cleanup_crew", { gibs: 25 }, { gibs: 24 }],
    ["silent_assassin", { kills: 75, headshotKills: 15 }, { kills: 76, headshotKills: 15 }],
    ["demolition_expert", { dynamitesPlanted: 10 }, { dynamitesPlanted: 9 }],
    ["bomb_squad", { dynamitesDefused: 10 }, { dynamitesDefused: 9 }],
    ["hot_streak", { killingSpreeBest: 5 }, { killingSpreeBest: 4 }],
    [
      "glass_cannon",
      { kills: 9, deaths: 9, damageGiven: 15_000 },
      { kills: 9, deaths: 8, damageGiven: 15_000 },
    ],
    ["impactful_fragger", { kills: 80, usefulKills: 25 }, { kills: 80, usefulKills: 23 }],
    ["the_tank", { damageReceived: 10_000 }, { damageReceived: 9999 }],
  ])("%s is won with %j in ten rounds, not with %j", (key, enough, tooLittle) => {
    expect(winners([player("A", enough)])[key]).toBe("A");
    expect(winners([player("A", tooLittle)])[key]).toBeUndefined();
  });

  it("conditions are for each round: what wins in four rounds does not in ten", () => {
    const four = { ...player("A", { revivesGiven: 10, rounds: 4 }) };
    expect(winners([four])["team_dad"]).toBe("A");
    expect(winners([player("A", { revivesGiven: 10 })])["team_dad"]).toBeUndefined();
  });

  it("a player without a kill is no glass cannon", () => {
    expect(
      winners([player("A", { deaths: 9, damageGiven: 90_000 })])["glass_cannon"],
    ).toBeUndefined();
  });

  it("two minutes are too few; a tie goes to more kills", () => {
    const short = player("A", { timePlayedSeconds: 120, gibs: 900 });
    expect(winners([short])).toEqual({});
    const [a, b] = [player("A", { gibs: 30, kills: 1 }), player("B", { gibs: 30, kills: 2 })];
    expect(winners([a, b])["cleanup_crew"]).toBe("B");
    expect(winners([b, a])["cleanup_crew"]).toBe("B");
    expect(winners([])).toEqual({});
  });

  it("chaos: fewest bullets is a prize too", () => {
    const frugal = player("A", { kills: 10, bulletsFired: 100 });
    const spray = player("B", { kills: 10, bulletsFired: 900 });
    expect(winners([spray, frugal], CHAOS_AWARDS as never)).toMatchObject({
      sharpshooter: "A",
      spray_and_pray: "B",
    });
  });
});

describe("MVPs", () => {
  it("of a round, the worked example: 20/10 and 4200 damage are 128.7", () => {
    expect(roundMvpScore(sums({ kills: 20, deaths: 10, damageGiven: 4200 }))).toBeCloseTo(128.7, 1);
    const rows = [
      row({ guid: "B", kills: 1 }),
      row({ guid: "A", kills: 1 }),
      row({ guid: "C", bot: true, kills: 9 }),
    ];
    expect(roundMvp(rows)?.guid).toBe("A");
    expect(roundMvp([row()])).toBeNull();
    expect(roundMvp([])).toBeNull();
  });

  it("of a team: most kills, then most damage", () => {
    const players = [
      player("A", { kills: 9, damageGiven: 10 }),
      player("B", { kills: 9, damageGiven: 20 }),
      player("C", { kills: 50 }),
    ];
    const rosters = [
      { letter: "A", guids: ["A", "B"] },
      { letter: "B", guids: ["X"] },
    ] as const;
    expect(teamMvps(players, rosters).map(({ team, guid }) => [team, guid])).toEqual([["A", "B"]]);
  });
});

describe("performance score", () => {
  const session = [
    player("A", {
      kills: 40,
      deaths: 20,
      damageGiven: 40_000,
      usefulKills: 20,
      teamDamageGiven: 400,
    }),
    player("B", { kills: 20, deaths: 20, damageGiven: 30_000, usefulKills: 10, revivesGiven: 30 }),
    player("C", {
      kills: 10,
      deaths: 20,
      damageGiven: 20_000,
      dynamitesPlanted: 5,
      deniedPlaytimeSeconds: 900,
    }),
  ];

  it("weights are those that are shown: 1 in all, and team damage against", () => {
    const positive = SCORE_PARTS.filter(({ weight }) => weight > 0);
    expect(positive.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 10);
    expect(SCORE_PARTS.at(-1)).toEqual({ metric: "teamwork", weight: -0.05 });
  });

  it("the parts add up to the score, and the session's mean is 100", () => {
    const { scores, tooFew } = performanceScores(session, 10);
    expect(tooFew).toEqual([]);
    for (const { score, parts } of scores) {
      expect(score).toBeCloseTo(100 + parts.reduce((sum, { points }) => sum + points, 0), 10);
    }
    expect(scores.reduce((sum, { score }) => sum + score, 0) / 3).toBeCloseTo(100, 10);
    // DPM of A is one deviation of (400, 300, 200) above the mean: √1.5.
    const dpm = scores.find(({ guid }) => guid === "A")?.parts[0];
    expect(dpm).toMatchObject({ metric: "dpm", label: "DPM", value: 400 });
    expect(dpm?.z).toBeCloseTo(Math.sqrt(1.5), 10);
    expect(dpm?.points).toBeCloseTo(15 * 0.3 * Math.sqrt(1.5), 10);
  });

  it("everybody equal is 100 for everybody", () => {
    const same = ["A", "B", "C"].map((guid) =>
      player(guid, { kills: 7, deaths: 3, damageGiven: 1234.5 }),
    );
    expect(performanceScores(same, 10).scores.map(({ score }) => score)).toEqual([100, 100, 100]);
  });

  it("less than 40 % of the rounds is no score, and it says so", () => {
    const late = player("D", { rounds: 3, timePlayedSeconds: 1800, kills: 90 });
    const { scores, tooFew } = performanceScores([...session, late], 10);
    expect(scores).toHaveLength(3);
    expect(tooFew).toEqual([{ guid: "D", name: "d", reason: "3 of 10 rounds, 4 are needed" }]);
    expect(performanceScores([], 0)).toEqual({ scores: [], tooFew: [] });
  });
});
