import { describe, expect, it } from "vitest";
import {
  BROOK,
  bytesOf,
  entry,
  FERN,
  LEVEL_START,
  MOTH,
  playerOf,
  readRound,
  reportOf,
} from "../../test/support/reports.ts";
import { parseReport } from "./parse-report.ts";

type Json = Record<string, unknown>;

const START = entry(0, "round_start");
const END = entry(316, "round_end");
const spawn = (seconds: number, player: string, more: Json = {}) =>
  entry(seconds, "spawn", { player, team: 1, class: "medic", ...more });
const kill = (seconds: number, killer: string, victim: string, more: Json = {}) =>
  entry(seconds, "kill", { killer, victim, weapon: 8, ...more });
const readLog = (...gamelog: Json[]) => readRound(reportOf({}, { gamelog }));
const eventsOf = (...gamelog: Json[]) => readLog(START, ...gamelog, END).events;

describe("seconds on a team, as the gamelog tells them", () => {
  it.each([
    ["there at the start, by his first spawn", [spawn(2, MOTH)], 316],
    ["there at the start, by what he does before he ever spawns", [kill(90, MOTH, BROOK)], 316],
    ["there at the start, by his death", [kill(90, BROOK, MOTH), spawn(100, MOTH)], 316],
    ["came later", [spawn(100, MOTH), kill(110, BROOK, MOTH), spawn(120, MOTH)], 216],
    ["a change of class proves nothing", [entry(5, "class_change", { player: MOTH })], null],
    ["left", [spawn(0, MOTH), entry(200, "disconnect", { player: MOTH })], 200],
    [
      "left and came back",
      [spawn(0, MOTH), entry(100, "disconnect", { player: MOTH }), spawn(250, MOTH)],
      166,
    ],
    ["went to the spectators", [spawn(0, MOTH), spawn(50, MOTH, { team: 3 })], 50],
    ["a paused minute", [spawn(0, MOTH), entry(10, "pause"), entry(70, "unpause")], 256],
    ["a pause without an end", [spawn(0, MOTH), entry(10, "pause")], 316],
    ["in no entry", [spawn(0, BROOK)], null],
  ])("%s", (_, gamelog, seconds) => {
    const [line] = readLog(START, ...gamelog, END).stats.lines;
    expect(line?.playedSeconds).toBe(seconds);
  });

  it("is unknown without a gamelog", () => {
    const obituaries = [{ timestamp: LEVEL_START + 1, attacker: MOTH, target: BROOK }];
    const { stats, events } = readRound(reportOf({ obituaries }));
    expect(stats.lines.map(({ playedSeconds }) => playedSeconds)).toEqual([null, null]);
    expect(events?.kills).toHaveLength(1);
  });
});

describe("deaths", () => {
  it.each([
    ["a kill", kill(8, MOTH, BROOK), "kill", MOTH],
    ["by text in lower case", kill(8, MOTH.toLowerCase(), BROOK), "kill", MOTH],
    ["by the world", kill(8, "WORLD", BROOK), "self_kill", null],
    ["by his own hand", kill(8, BROOK, BROOK), "self_kill", null],
    ["a suicide", entry(8, "suicide", { player: BROOK }), "self_kill", null],
    ["of a mate", entry(8, "teamkill", { killer: MOTH, victim: BROOK }), "team_kill", MOTH],
    ["by nobody who is known", kill(8, FERN, BROOK), "kill", null],
  ])("%s", (_, death, kind, killer) => {
    expect(eventsOf(death)?.kills).toMatchObject([{ atMs: 8000, kind, killer, victim: BROOK }]);
  });

  it("tell class, health, places, distance and waits", () => {
    const told = {
      killer_class: "fieldop",
      victim_class: "unknown",
      killer_health: "107",
      killer_pos: "0 0 10",
      victim_pos: "30 40 10",
      axis_alive: 2,
      allies_alive: "3",
      killer_reinf: 12.5,
      victim_reinf: 20,
    };
    expect(eventsOf(kill(8, MOTH, BROOK, told))?.kills[0]).toMatchObject({
      meansOfDeath: 8,
      killerClass: "fieldops",
      victimClass: null,
      killerHealth: 107,
      killerPlace: [0, 0, 10],
      victimPlace: [30, 40, 10],
      distance: 50,
      axisAlive: 2,
      alliesAlive: 3,
      killerReinforcementSeconds: 12.5,
      victimReinforcementSeconds: 20,
    });
  });

  it.each(["1 2", "1 2 3 4", "1 2 x", "1e9 0 0", "99999999 0 0", ""])("%j is no place", (pos) => {
    const [death] =
      eventsOf(kill(8, MOTH, BROOK, { killer_pos: pos, victim_pos: "1 2 3" }))?.kills ?? [];
    expect(death).toMatchObject({ killerPlace: null, victimPlace: [1, 2, 3], distance: null });
  });

  it("who left before the end is known once he is named twice", () => {
    const kills = eventsOf(kill(8, FERN, BROOK), kill(9, BROOK, FERN))?.kills;
    expect(kills?.map(({ killer }) => killer)).toEqual([FERN, BROOK]);
  });

  it("of nobody who is known are left out with a warning", () => {
    const gamelog = [START, kill(8, MOTH, FERN), END];
    const read = parseReport(bytesOf(reportOf({}, { gamelog })), "x");
    expect(read.ok && read.value.rounds[0]?.events?.kills).toEqual([]);
    expect(read.ok && read.warnings.map(({ code }) => code)).toEqual(["event_rejected"]);
  });
});

describe("the time of an event", () => {
  it.each([
    ["level time", kill(8, MOTH, BROOK, { unixtime: null }), 8000],
    ["the clock, where there is no level time", kill(8.5, MOTH, BROOK, { leveltime: null }), 8500],
    ["level time as text", kill(0, MOTH, BROOK, { leveltime: String(LEVEL_START + 7) }), 7],
    ["shortly before the start", kill(-2, MOTH, BROOK), 0],
  ])("is told by %s", (_, death, atMs) => {
    expect(eventsOf(death)?.kills[0]?.atMs).toBe(atMs);
  });

  it("outside of the round leaves it out with a warning", () => {
    const gamelog = [
      START,
      kill(-60, MOTH, BROOK),
      kill(400, MOTH, BROOK),
      kill(5, MOTH, BROOK),
      END,
    ];
    const read = parseReport(bytesOf(reportOf({}, { gamelog })), "x");
    expect(read.ok && read.value.rounds[0]?.events?.kills).toHaveLength(1);
    expect(read.ok && read.warnings.map(({ code }) => code)).toEqual(["events_outside_round"]);
  });

  it("puts events in order", () => {
    const kills = eventsOf(kill(20, MOTH, BROOK), kill(10, BROOK, MOTH))?.kills;
    expect(kills?.map(({ atMs }) => atMs)).toEqual([10_000, 20_000]);
  });
});

describe("objectives", () => {
  const withMaps = (maps: Json, gamelog: Json[]) =>
    readRound(
      reportOf({}, { gamelog, player_stats: { [MOTH]: playerOf(MOTH, 1, maps) } }),
    ).events?.objectives.map(({ atMs, action, objective, player }) => [
      atMs,
      action,
      objective,
      player,
    ]);
  const at = (seconds: number) => String(LEVEL_START + seconds * 1000);

  it("come from the gamelog, and from the maps what it does not tell", () => {
    const maps = {
      obj_planted: { [at(30)]: { objective: "gate", timestamp_unix: 1 } },
      obj_escort: { [at(40)]: { objective: "tank" } },
      obj_flagcaptured: { [at(50)]: "flag" },
      obj_taken: { noon: { objective: "gold" } },
    };
    const planted = entry(31, "obj_planted", { player: MOTH, objective: "gate" });
    expect(withMaps(maps, [START, planted, END])).toEqual([
      [31_000, "planted", "gate", MOTH],
      [40_000, "escorted", "tank", MOTH],
      [50_000, "flag_captured", "flag", MOTH],
    ]);
    expect(withMaps(maps, [])).toEqual([
      [30_000, "planted", "gate", MOTH],
      [40_000, "escorted", "tank", MOTH],
      [50_000, "flag_captured", "flag", MOTH],
    ]);
  });

  it("tell whose carrier was killed with what", () => {
    const carrier = { player: MOTH, victim: BROOK, objective: "gold", weapon: 9 };
    expect(eventsOf(entry(5, "obj_carrierkilled", carrier))?.objectives).toEqual([
      {
        atMs: 5000,
        action: "carrier_killed",
        objective: "gold",
        player: MOTH,
        victim: BROOK,
        meansOfDeath: 9,
      },
    ]);
  });
});

it("hits are added up by player and region; one's own and the world's are none", () => {
  const damage = (killer: string, victim: string, hit_region: unknown, amount: unknown) =>
    entry(5, "damage", { killer, victim, hit_region, damage: amount });
  const regions = eventsOf(
    damage(MOTH, BROOK, "HR_HEAD", 50),
    damage(MOTH, BROOK, "HR_HEAD", "50"),
    damage(MOTH, BROOK, 3, 18),
    damage(MOTH, BROOK, "HR_NONE", 12),
    damage(MOTH, MOTH, "HR_NONE", 70),
    damage("WORLD", MOTH, "HR_NONE", 20),
    damage(MOTH, BROOK, "HR_TAIL", 20),
    damage(MOTH, BROOK, "HR_BODY", -20),
  )?.hitRegions;
  expect(regions).toEqual([
    { player: MOTH, region: "head", hits: 2, damage: 100 },
    { player: MOTH, region: "legs", hits: 1, damage: 18 },
    { player: MOTH, region: "none", hits: 1, damage: 12 },
  ]);
});

describe("times of classes", () => {
  const times = (...gamelog: Json[]) =>
    eventsOf(...gamelog)
      ?.classes.filter(({ player }) => player === MOTH)
      .map(({ side, playerClass, playedMs, spawns }) => [side, playerClass, playedMs, spawns]);

  it("go from each spawn or change to the next one or the end", () => {
    const change = entry(100, "class_change", { player: MOTH, class: "engineer" });
    expect(times(spawn(0, MOTH), spawn(50, MOTH), change)).toEqual([
      [1, "medic", 100_000, 2],
      [1, "engineer", 216_000, 0],
    ]);
  });

  it("are kept by side, stop when he leaves, and leave pauses out", () => {
    const swap = spawn(60, MOTH, { team: 2 });
    const left = entry(160, "disconnect", { player: MOTH });
    const pause = [entry(70, "pause"), entry(100, "unpause")];
    expect(times(spawn(0, MOTH), swap, ...pause, left)).toEqual([
      [1, "medic", 60_000, 1],
      [2, "medic", 70_000, 1],
    ]);
  });
});

it("a pause is one on the clock, too", () => {
  const { telemetry } = readLog(START, entry(10, "pause"), entry(70.4, "unpause"), END);
  expect(telemetry).toMatchObject({ pauseCount: 1, pauseSeconds: 60 });
  const startUnix = (telemetry.startUnix ?? 0) + 10;
  expect(telemetry.pauses).toEqual([{ startUnix, endUnix: startUnix + 60, seconds: 60 }]);
});

it("without anything that tells of events there are none", () => {
  expect(readRound(reportOf()).events).toBeNull();
  expect(readRound(reportOf({}, { gamelog: [] })).events).toBeNull();
});

it("a gamelog that is none, or too long, is said and the round is read without it", () => {
  for (const gamelog of ["x", new Array(200_001).fill(START)]) {
    const read = parseReport(bytesOf(reportOf({}, { gamelog })), "x");
    expect(read.ok && read.value.rounds[0]?.events).toBeNull();
    expect(read.ok && read.warnings.map(({ code }) => code)).toEqual(["bad_gamelog"]);
  }
});

it("more pauses than a round can have are none, however often people spawn in between", () => {
  const pauses = Array.from({ length: 40_000 }, (_, at) =>
    entry(at / 200, at % 2 === 0 ? "pause" : "unpause"),
  );
  const spawns = Array.from({ length: 60_000 }, () => spawn(305, MOTH));
  const gamelog = [START, pauses, spawns, END].flat();
  const { telemetry } = readRound(reportOf({}, { gamelog }));
  expect(telemetry).toMatchObject({ pauseCount: 0, pauses: [] });
}, 5000);
