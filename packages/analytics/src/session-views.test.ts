import { describe, expect, it } from "vitest";
import { match, round, row, rowsWithDpm } from "../test/build-rows.ts";
import { METRIC_KEYS } from "./metrics.ts";
import { sessionGraphs } from "./session-graphs.ts";
import { sessionHeader } from "./session-header.ts";
import { sessionMaps } from "./session-maps.ts";
import { SESSION_TABLES, type SessionTableKey, sessionTable } from "./session-tables.ts";
import { sessionTimes, timeCsv } from "./session-time.ts";
import { sessionWeapons } from "./session-weapons.ts";

const teams = [
  { letter: "A" as const, name: "red", guids: ["A", "B"] },
  { letter: "B" as const, name: "blue", guids: ["C"] },
];

describe("header", () => {
  it("counts players, rounds and maps; a map that comes again has its number", () => {
    const matches = [
      match(1, { winner: "draw", pointsA: 1, pointsB: 1 }),
      match(0),
      match(2, { map: "goldrush", winner: "B", pointsA: 0, pointsB: 1 }),
      match(3, { map: "goldrush", winner: null, pointsA: 0, pointsB: 0 }),
    ];
    const players = [0, 1, 2, 3, 4, 5, 6].flatMap((n) => {
      const of = round(n, { map: n < 4 ? "Supply" : "goldrush" });
      return [row({ round: of, guid: "A", kills: 1 }), row({ round: of, guid: "C", kills: 2 })];
    });
    const header = sessionHeader({ players, matches, teams });
    expect(header).toMatchObject({
      players: 2,
      rounds: 7,
      score: { teamA: 2, teamB: 2, draws: 1 },
    });
    expect(header.maps).toEqual([
      { map: "goldrush", plays: 2 },
      { map: "supply", plays: 2 },
    ]);
    expect(header.results.map(({ label, winner }) => [label, winner])).toEqual([
      ["supply", "A"],
      ["supply (#2)", "draw"],
      ["goldrush", "B"],
      ["goldrush (#2)", null],
    ]);
    expect(header.mvps.map(({ team, guid }) => [team, guid])).toEqual([
      ["A", "A"],
      ["B", "C"],
    ]);
  });

  it("an empty session is all zeros", () => {
    expect(sessionHeader({ players: [], matches: [], teams: [] })).toEqual({
      players: 0,
      rounds: 0,
      maps: [],
      score: { teamA: 0, teamB: 0, draws: 0 },
      results: [],
      mvps: [],
    });
  });
});

describe("tables", () => {
  it.each(Object.keys(SESSION_TABLES) as SessionTableKey[])(
    "%s takes its columns from the registry",
    (key) => {
      const { columns, order } = SESSION_TABLES[key];
      expect([...columns, ...order].every((metric) => METRIC_KEYS.includes(metric))).toBe(true);
      expect(sessionTable(key, [])).toEqual([]);
    },
  );

  it("the longest spree is the best of the rounds, not their sum; who has none is left out", () => {
    const rows = [
      row({ guid: "A", killingSpreeBest: 6 }),
      row({ round: round(1), guid: "A", killingSpreeBest: 7 }),
      row({ guid: "B", killingSpreeBest: 7, megaKills: 1 }),
      row({ guid: "C", kills: 50 }),
      row({ guid: "D", doubleKills: 1 }),
    ];
    const lines = sessionTable("sprees", rows);
    expect(lines.map(({ guid, values }) => [guid, values.bestSpree])).toEqual([
      ["B", 7],
      ["A", 7],
      ["D", 0],
    ]);
  });

  it("people are told apart by GUID, not by name; objectives show eight", () => {
    const rows = Array.from({ length: 10 }, (_, i) => row({ guid: `G${i}`, name: "same", xp: i }));
    expect(sessionTable("combat", rows)).toHaveLength(10);
    expect(sessionTable("objectives", rows).map(({ guid }) => guid)).toEqual([
      "G9",
      "G8",
      "G7",
      "G6",
      "G5",
      "G4",
      "G3",
      "G2",
    ]);
  });

  it("weapons: six that killed, most kills first", () => {
    const weapons = ["MP40", "LUGER", "KNIFE", "STEN", "FG42", "COLT", "GRENADE"].map(
      (weapon, i) => ({
        weapon,
        kills: i,
        deaths: 0,
        headshots: 5,
        shots: 100,
        hits: 50,
      }),
    );
    const [found] = sessionWeapons([row({ weapons }), row({ round: round(1), weapons })]);
    expect(found?.weapons.map(({ weapon, kills }) => [weapon, kills])).toEqual([
      ["GRENADE", 12],
      ["COLT", 10],
      ["FG42", 8],
      ["STEN", 6],
      ["KNIFE", 4],
      ["LUGER", 2],
    ]);
    expect(found?.weapons[0]).toMatchObject({ accuracy: 50, headshots: 10, headshotHits: 10 });
    expect(sessionWeapons([row()])).toEqual([]);
  });

  it("maps: each with its rounds; accuracy over both is of sums", () => {
    const weapons = (hits: number, shots: number) => [
      { weapon: "MP40", kills: 0, deaths: 0, headshots: 0, shots, hits },
    ];
    const players = [
      row({ round: round(0), weapons: weapons(10, 100) }),
      row({ round: round(1), weapons: weapons(150, 300) }),
      row({ round: round(9), weapons: weapons(1, 1) }),
    ];
    const { maps, total } = sessionMaps({ players, matches: [match(0), match(3)], teams });
    expect(maps).toHaveLength(1);
    expect(
      maps[0]?.rounds.map(({ number, players: [line] }) => [number, line?.values.accuracy]),
    ).toEqual([
      [1, 10],
      [2, 50],
    ]);
    expect(maps[0]?.players[0]?.values.accuracy).toBe(40);
    expect(total[0]?.rounds).toBe(3);
  });
});

describe("time", () => {
  const rows = [
    row({ guid: "A", timePlayedSeconds: 600, timeDeadMinutes: 2, deniedPlaytimeSeconds: 60 }),
    row({ guid: "B", round: round(1), timePlayedSeconds: 60, timeDeadMinutes: 1.1 }),
    row({ guid: "B", timePlayedSeconds: 100, timeDeadMinutes: 0 }),
  ];

  it("the time dead is cut to the time played, round by round, with a note from 5 s on", () => {
    const { players, total, caps } = sessionTimes(rows);
    expect(players.map(({ guid, played, dead, note }) => [guid, played, dead, note])).toEqual([
      ["A", 600, 120, null],
      ["B", 160, 60, "6 s dead were above the time played and are left out"],
    ]);
    expect(total).toEqual({ rounds: 3, played: 760, dead: 180, denied: 60 });
    expect(caps).toBe(1);
  });

  it("the CSV is one a spreadsheet can take, whatever the names are", () => {
    const csv = timeCsv([
      row({ name: '=HYPERLINK("x")', timeDeadMinutes: 2, deniedPlaytimeSeconds: 0 }),
      row({ round: round(1), name: "a,b", timePlayedSeconds: null }),
      row({ round: round(2, { valid: false }) }),
    ]);
    expect(csv.split("\n")).toEqual([
      "round_date,map_name,round_number,player_name,player_guid,time_played_minutes,time_dead_minutes,time_dead_ratio,denied_playtime_seconds",
      `2025-10-10,supply,1,"'=HYPERLINK(""x"")",AAAAAAAA,10.00,2.00,20.0,0`,
      '2025-10-10,supply,2,"a,b",AAAAAAAA,0.00,,,',
      "",
    ]);
  });
});

describe("graphs", () => {
  it("an evening's series: bars, colours by value, timeline with form and peak", () => {
    const players = [
      ...rowsWithDpm([200, 220, 300, 320], { guid: "A", kills: 15, deaths: 10 }),
      row({ round: round(1), guid: "B", kills: 5, deaths: 10, damageGiven: 1000 }),
    ];
    const graphs = sessionGraphs({ players, matches: [match(0), match(1)], teams });
    const kd = graphs.offense.find(({ key }) => key === "kd");
    expect(kd).toMatchObject({
      reference: 1,
      series: [{ values: [1.5, 0.5], colours: ["#2ECC71", "#E74C3C"] }],
    });
    expect(graphs.offense[0]?.series.map(({ values }) => values)).toEqual([
      [60, 5],
      [40, 10],
    ]);
    expect(graphs.metrics.map(({ key }) => key)).toEqual([
      "frag_potential",
      "damage_ratio",
      "denied",
      "survival",
      "useful_kills",
      "self_kills",
    ]);
    expect(graphs.timeline.rounds).toEqual([
      "supply R1",
      "supply R2",
      "supply (#2) R1",
      "supply (#2) R2",
    ]);
    const [a, b] = graphs.timeline.lines;
    expect(a).toMatchObject({ dpm: [200, 220, 300, 320], form: { label: "RISING" } });
    expect(a?.peak).toEqual({ dpm: 320, round: "supply (#2) R2" });
    expect(b).toMatchObject({ dpm: [null, 100, null, null], form: { label: null } });
    expect(graphs.playstyle.bars.map(({ guid }) => guid)).toEqual(["A", "B"]);
  });

  it("shows sixteen players; nobody is nothing", () => {
    const crowd = Array.from({ length: 20 }, (_, i) => row({ guid: `G${i}`, kills: i }));
    const graphs = sessionGraphs({ players: crowd, matches: [], teams: [] });
    expect(graphs.players).toHaveLength(16);
    expect(graphs.players[0]?.guid).toBe("G19");
    const none = sessionGraphs({ players: [], matches: [], teams: [] });
    expect([none.players, none.timeline, none.playstyle.bars]).toEqual([
      [],
      { rounds: [], lines: [] },
      [],
    ]);
  });
});
