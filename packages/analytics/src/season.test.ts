import { describe, expect, it } from "vitest";
import { given, round, row } from "../test/build-rows.ts";
import { daysLeft, seasonAt, seasonBounds, seasonList, seasonOf, seasonOfDate } from "./season.ts";
import { allTimeChampion, seasonLeaders } from "./season-leaders.ts";

const ZONE = "Europe/Ljubljana";

describe("seasons", () => {
  it.each([
    ["2025-03-31", "2025-Q1", "2025 Spring (Q1)", "2025-01-01", "2025-03-31"],
    ["2025-04-01", "2025-Q2", "2025 Summer (Q2)", "2025-04-01", "2025-06-30"],
    ["2025-09-30", "2025-Q3", "2025 Fall (Q3)", "2025-07-01", "2025-09-30"],
    ["2025-12-31", "2025-Q4", "2025 Winter (Q4)", "2025-10-01", "2025-12-31"],
  ])("%s is %s", (date, id, label, firstDay, lastDay) => {
    expect(seasonOfDate(date)).toMatchObject({ id, label, firstDay, lastDay });
    expect(seasonOf(id)).toEqual(seasonOfDate(date));
  });

  it.each(["", "2025", "2025-Q0", "2025-Q5", "Q1-2025", "2025-13-01"])("%j is none", (text) => {
    expect(seasonOf(text)).toBeNull();
    expect(seasonOfDate(text)).toBeNull();
  });

  it("the list on 2025-02-01: this one and the three before", () => {
    const current = seasonOfDate("2025-02-01");
    if (!current) throw new Error("no season");
    expect(seasonList(current).map(({ id }) => id)).toEqual([
      "2025-Q1",
      "2024-Q4",
      "2024-Q3",
      "2024-Q2",
    ]);
  });

  it("2025-12-31 23:00 is in 2025-Q4 with no day left, an hour later it is not", () => {
    const late = Date.parse("2025-12-31T22:00:00Z");
    const season = seasonAt(late, ZONE);
    expect(season.id).toBe("2025-Q4");
    expect(daysLeft(season, late, ZONE)).toBe(0);
    expect(daysLeft(season, Date.parse("2025-12-29T21:00:00Z"), ZONE)).toBe(2);
    expect(daysLeft(season, Date.parse("2026-02-01T00:00:00Z"), ZONE)).toBe(0);
    expect(seasonAt(late + 3_600_000, ZONE).id).toBe("2026-Q1");
    expect(seasonAt(late + 3_600_000, "America/New_York").id).toBe("2025-Q4");
  });

  it("bounds are midnights of the zone, whatever its clock does in between", () => {
    const season = seasonOf("2025-Q2");
    if (!season) throw new Error("no season");
    const { startMs, endMs } = seasonBounds(season, ZONE);
    expect(new Date(startMs).toISOString()).toBe("2025-03-31T22:00:00.000Z");
    expect(new Date(endMs).toISOString()).toBe("2025-06-30T22:00:00.000Z");
    const winter = seasonOf("2025-Q1");
    if (!winter) throw new Error("no season");
    expect(new Date(seasonBounds(winter, ZONE).startMs).toISOString()).toBe(
      "2024-12-31T23:00:00.000Z",
    );
  });
});

describe("champions", () => {
  const rows = Array.from({ length: 12 }, (_, n) => [
    row({ round: round(n), guid: "A", kills: 10, deaths: 5, damageGiven: 2000, revivesGiven: 1 }),
    ...(n < 5 ? [row({ round: round(n), guid: "B", kills: 90, damageGiven: 9000 })] : []),
    ...(n < 6
      ? [row({ round: round(n), guid: "C", kills: 12, deaths: 0, deniedPlaytimeSeconds: 3 })]
      : []),
  ]).flat();

  it("most kills in more than five rounds; nobody is champion of what he never did", () => {
    const { champions, season, rounds, players } = given(seasonLeaders("2025-Q4", rows));
    expect([season.id, rounds, players]).toEqual(["2025-Q4", 12, 3]);
    expect(champions.map(({ metric, guid, value }) => [metric, guid, value])).toEqual([
      ["kills", "A", 120],
      ["dpm", "A", 200],
      ["revives", "A", 12],
      ["damage", "A", 24_000],
    ]);
    expect(champions[0]).toMatchObject({ rounds: 12, kd: 2 });
  });

  it("leaders need no rounds, and lead with most also where least is good", () => {
    const { leaders, longestSession } = given(seasonLeaders("2025-Q4", rows));
    const of = (metric: string) => leaders.find((one) => one.metric === metric)?.guid;
    expect([of("kills"), of("deaths"), of("damage")]).toEqual(["B", "A", "B"]);
    expect(longestSession).toEqual({ sessionId: 1, seconds: 11 * 15 * 60 });
  });

  it("of all time: more than ten rounds", () => {
    expect(allTimeChampion(rows)).toMatchObject({ guid: "A", value: 120 });
    expect(allTimeChampion(rows.filter(({ guid }) => guid !== "A"))).toBeNull();
    expect(allTimeChampion([])).toBeNull();
  });

  it("a season without rounds, and what is no season", () => {
    expect(seasonLeaders("2020-Q1", rows)).toEqual({
      ok: false,
      problem: { code: "no_rounds", message: "no round that counts in 2020 Spring (Q1)" },
    });
    expect(seasonLeaders("winter", rows)).toMatchObject({ problem: { code: "bad_period" } });
  });
});
