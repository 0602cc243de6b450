import { describe, expect, it } from "vitest";
import { sums } from "../test/build-rows.ts";
import { awardTotals } from "./award-totals.ts";
import { badgeStandings } from "./badge-holders.ts";
import { BADGES, badgeProgress, badgesOf, badgeText } from "./badges.ts";
import { MILESTONES, milestonesOf, newMilestones } from "./milestones.ts";

describe("badges", () => {
  const veteran = sums({
    kills: 6200,
    rounds: 800,
    deaths: 3827,
    revivesGiven: 540,
    timesRevived: 90,
    dynamitesPlanted: 210,
    dynamitesDefused: 20,
    objectivesStolen: 18,
    objectivesReturned: 12,
  });

  it("the worked example", () => {
    expect(badgeText(veteran)).toBe("💀🕹️📈🏥🧨🚩");
  });

  it("rank and way to the next", () => {
    const [kills] = badgeProgress(veteran);
    expect(kills).toMatchObject({ category: "kills", rank: 2, missing: 3800, progress: 0.24 });
    expect(kills?.next?.title).toBe("Elite Slayer");
    const [top] = badgeProgress(sums({ kills: 25_000, rounds: 900, deaths: 1 }));
    expect(top).toMatchObject({ rank: 4, next: null, progress: 1, missing: 0 });
  });

  it("no K/D badge in 19 rounds; with 20 and 0.4 the coffin", () => {
    const of = (rounds: number) => badgesOf(sums({ rounds, kills: 40, deaths: 100 }));
    expect(of(19)).toEqual([]);
    expect(of(20)).toMatchObject([{ category: "kd", emoji: "⚰️" }]);
    expect(badgeProgress(sums({ rounds: 19, kills: 40, deaths: 100 }))[2]).toMatchObject({
      rank: 0,
      reached: null,
      progress: 0,
      value: 0.4,
    });
  });

  it("nobody yet: nothing", () => {
    expect(badgeText(sums())).toBe("");
  });
});

describe("badges of everybody", () => {
  const entry = (guid: string, of: Parameters<typeof sums>[0]) => ({
    guid,
    name: guid.toLowerCase(),
    sums: sums(of),
  });
  const crowd = [
    entry("A", { kills: 1200, deaths: 1000, rounds: 60 }),
    entry("B", { kills: 5000, deaths: 2000, rounds: 70 }),
    entry("C", { kills: 999, deaths: 1, rounds: 19 }),
    entry("D", { kills: 1200, deaths: 4000, rounds: 90 }),
    entry("E", { kills: 1000, deaths: 400, rounds: 90 }),
  ];

  it("a level was reached by those on higher ones too, and is held by those whose highest it is", () => {
    const [kills, , kd] = badgeStandings(crowd);
    expect(kills?.levels.map(({ reached, holders }) => [reached, holders])).toEqual([
      [4, 3],
      [1, 1],
      [0, 0],
      [0, 0],
    ]);
    // Equal: who played more rounds is first. Three at most.
    expect(kills?.leaders).toEqual([
      { guid: "B", name: "b", value: 5000, title: "Death Incarnate" },
      { guid: "D", name: "d", value: 1200, title: "Thousand Killer" },
      { guid: "A", name: "a", value: 1200, title: "Thousand Killer" },
    ]);
    // 19 rounds earn no K/D badge, whatever the K/D.
    expect(kd?.leaders.map(({ guid, value }) => [guid, value])).toEqual([
      ["E", 2.5],
      ["B", 2.5],
      ["A", 1.2],
    ]);
    expect(badgeStandings([...crowd].reverse())).toEqual(badgeStandings(crowd));
  });

  it("of nobody: every badge, held by nobody", () => {
    const standings = badgeStandings([]);
    expect(standings.map(({ category }) => category)).toEqual(BADGES.map((one) => one.category));
    for (const { levels, leaders } of standings) {
      expect(leaders).toEqual([]);
      expect(levels.every(({ reached, holders }) => reached === 0 && holders === 0)).toBe(true);
    }
  });
});

describe("scales", () => {
  it.each([...BADGES, ...MILESTONES].map((scale) => [scale.levels] as const))(
    "thresholds ascend: %#",
    (levels) => {
      const thresholds = levels.map(({ threshold }) => threshold);
      expect([...new Set(thresholds)].sort((a, b) => a - b)).toEqual(thresholds);
    },
  );
});

describe("milestones", () => {
  it("rank, progress, and keys that are announced once", () => {
    const [kills, games, kd] = milestonesOf(
      "CAFE0001",
      sums({ kills: 750, rounds: 12, deaths: 500 }),
    );
    expect(kills).toMatchObject({
      rank: 2,
      progress: 0.5,
      missing: 250,
      keys: ["CAFE0001_kills_100", "CAFE0001_kills_500"],
    });
    expect(games?.reached?.title).toBe("Getting Started");
    expect(kd).toMatchObject({ rank: 0, value: 1.5, closed: "12 of 20 rounds", keys: [] });
  });

  it("what a round more has brought", () => {
    const before = sums({ kills: 490, rounds: 19, deaths: 400 });
    const after = sums({ kills: 510, rounds: 20, deaths: 400 });
    expect(newMilestones(before, after).map(({ title }) => title)).toEqual([
      "Killing Machine",
      "Balanced Fighter",
    ]);
    expect(newMilestones(after, after)).toEqual([]);
    expect(newMilestones(after, before)).toEqual([]);
  });
});

describe("awards of rounds", () => {
  it("counts wins, and adds up what can be added up", () => {
    const won = (award: string, guid: string | null, value: number | null, name = "x") => ({
      award,
      guid,
      name,
      value,
    });
    expect(
      awardTotals([
        won("Most revives", "A", 4),
        won("Most revives", "A", 7),
        won("Best K/D ratio", "A", 2.5),
        won("Most revives", null, 3, "ghost"),
        won("Most revives", null, 5, "other"),
        won("Unheard of", "B", null),
      ]).map(({ award, guid, name, wins, total }) => [award, guid ?? name, wins, total]),
    ).toEqual([
      ["Most revives", "A", 2, 11],
      ["Most revives", "other", 1, 5],
      ["Most revives", "ghost", 1, 3],
      ["Best K/D ratio", "A", 1, null],
      ["Unheard of", "B", 1, null],
    ]);
    expect(awardTotals([])).toEqual([]);
  });
});
