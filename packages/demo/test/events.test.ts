import { describe, expect, test } from "vitest";
import {
  type Demo,
  DemoBuilder,
  type EntityValues,
  LEGACY_MEANS,
  orThrow,
  type PlayerValues,
  readDemo,
} from "../src/index.ts";
import { PLAYERS, playerText, sceneStrings } from "./support/scene.ts";

interface Moment {
  readonly entities?: Record<number, EntityValues>;
  readonly player?: PlayerValues;
  readonly commands?: readonly string[];
}

/** A demo of a mod with these snapshots, 50 ms apart from 1000 on. */
function play(mod: string, modVersion: string, moments: readonly Moment[]): Demo {
  const builder = new DemoBuilder().gamestate({
    configStrings: sceneStrings({ seconds: 0, mod, modVersion }),
  });
  for (const [index, { entities = {}, player = {}, commands = [] }] of moments.entries()) {
    for (const command of commands) builder.command(command);
    builder.snapshot({ serverTime: 1000 + index * 50, entities, player });
  }
  return orThrow(readDemo(orThrow(builder.finish())));
}

const tell = (commands: readonly string[], mod = "legacy", version = "v2.83.2") =>
  play(mod, version, [{}, { commands }]).events;
const deaths = (demo: Demo) => demo.events.filter((event) => event.type === "obituary");
const died = (victim: number, attacker: number, eventParm: number): EntityValues => ({
  eType: 130,
  otherEntityNum: victim,
  otherEntityNum2: attacker,
  eventParm,
  weapon: 8,
});

describe("obituaries", () => {
  test("in ET: Legacy, with the head from 2.84 on", () => {
    const entities = { 90: { ...died(3, 0, 8), loopSound: 1 } };
    expect(deaths(play("legacy", "v2.84.0", [{}, { entities }]))).toEqual([
      {
        serverTime: 1050,
        type: "obituary",
        entity: 90,
        attacker: 0,
        attackerName: "Aurora",
        attackerTeam: "axis",
        victim: 3,
        victimName: "Dana",
        victimTeam: "allies",
        mod: 8,
        modName: "MOD_MP40",
        weapon: 8,
        headshotFlag: 1,
        selfKill: false,
        teamKill: false,
      },
    ]);
  });

  test("in etpro, which names them in fields of its own", () => {
    const entities = { 90: { eType: 131, time: 3, time2: 0, eFlags: 9 } };
    const [event] = deaths(play("etpro", "3.2.6", [{}, { entities }]));
    const fields = { attacker: 0, victim: 3, mod: 9, modName: "MOD_MP40" };
    expect(event).toMatchObject({ ...fields, weapon: null, headshotFlag: null });
  });

  test("in the first game and mods that nobody knows, with a warning", () => {
    const entities = { 90: { ...died(3, 0, 10), eType: 131 } };
    const demo = play("etmain", "", [{}, { entities }]);
    expect(deaths(demo)[0]).toMatchObject({ attacker: 0, victim: 3, modName: "MOD_THOMPSON" });
    const builder = new DemoBuilder().gamestate({ configStrings: {} });
    const result = readDemo(orThrow(builder.finish()));
    expect(result.ok && result.warnings.map(({ code }) => code)).toEqual(["unverified_mod"]);
  });

  test("of oneself, of a mate, by the world, by something unknown", () => {
    const entities = {
      90: died(3, 3, 33),
      91: died(4, 3, 8),
      92: died(5, 1022, 32),
      93: died(1, 2, 250),
      94: died(70, 2, 8),
    };
    expect(
      deaths(play("legacy", "v2.82.1", [{}, { entities }])).map((event) => [
        event.attacker,
        event.attackerName,
        event.victim,
        event.selfKill,
        event.teamKill,
        event.modName,
      ]),
    ).toEqual([
      [3, "Dana", 3, true, false, "MOD_SUICIDE"],
      [3, "Dana", 4, false, true, "MOD_MP40"],
      [1022, null, 5, false, false, "MOD_FALLING"],
      [2, "Čedo", 1, false, true, "unknown"],
    ]);
  });

  test("those of the first snapshot count, those that stay do not count again", () => {
    const stays = { entities: { 90: died(3, 0, 8) } };
    expect(deaths(play("legacy", "v2.83.2", [stays, stays, stays, {}, stays]))).toHaveLength(2);
  });

  test("a number that is used again at once is another death", () => {
    const demo = play("legacy", "v2.83.2", [
      {},
      { entities: { 90: died(3, 0, 8) } },
      { entities: { 90: died(4, 0, 8) } },
      { entities: { 90: died(4, 1, 8) } },
      { entities: { 90: died(4, 1, 9) } },
      { entities: { 90: { ...died(4, 1, 9), eType: 2 } } },
      { entities: { 90: died(4, 1, 9) } },
    ]);
    expect(deaths(demo).map(({ serverTime }) => serverTime)).toEqual([
      1050, 1100, 1150, 1200, 1300,
    ]);
  });

  test("in the order of the entities' numbers", () => {
    const entities = { 95: died(3, 0, 8), 91: died(4, 0, 8) };
    expect(deaths(play("legacy", "v2.83.2", [{ entities }])).map(({ victim }) => victim)).toEqual([
      4, 3,
    ]);
  });

  test("are told with the names of that moment", () => {
    const renamed = playerText({ name: "^4New", team: 2, class: 1 });
    const moments = [{}, { commands: [`cs 692 "${renamed}"`], entities: { 90: died(3, 0, 8) } }];
    expect(deaths(play("legacy", "v2.83.2", moments))[0]).toMatchObject({ victimName: "New" });
  });

  test("every means of death has its own name", () => {
    const names = LEGACY_MEANS.map(({ name }) => name);
    expect([names.length, new Set(names).size]).toEqual([67, 67]);
  });
});

describe("hits", () => {
  const ring = (eventSequence: number, events: readonly number[], kinds: readonly number[]) => ({
    eType: 1,
    eventSequence,
    ...Object.fromEntries(events.map((event, slot) => [`events[${slot}]`, event])),
    ...Object.fromEntries(kinds.map((kind, slot) => [`eventParms[${slot}]`, kind])),
  });

  test("stand in a ring of four, from the second snapshot on", () => {
    const demo = play("legacy", "v2.82.1", [
      { entities: { 2: ring(250, [132, 132, 132, 132], [3, 3, 3, 3]) } },
      { entities: { 2: ring(251, [132, 132, 132, 132], [3, 3, 2, 3]) } },
      { entities: { 2: ring(251, [132, 132, 132, 132], [3, 3, 2, 3]) } },
      { entities: { 2: ring(1, [1, 132, 132, 63], [1, 1, 1, 1]) } },
    ]);
    expect(demo.hits).toEqual([
      { serverTime: 1050, attacker: 2, hit: "head", source: "entity" },
      { serverTime: 1150, attacker: 2, hit: "team", source: "entity" },
      { serverTime: 1150, attacker: 2, hit: "team", source: "entity" },
    ]);
  });

  test("of the own player stand in his state, while it is the same one", () => {
    const own = (clientNum: number, eventSequence: number) => ({
      player: { fields: { clientNum, eventSequence, "events[0]": 132, "eventParms[0]": 3 } },
    });
    const demo = play("legacy", "v2.82.1", [own(4, 0), own(4, 1), own(5, 5)]);
    expect(demo.hits).toEqual([
      { serverTime: 1050, attacker: 4, hit: "body", source: "playerState" },
    ]);
  });

  const bullet = { otherEntityNum: 1, otherEntityNum2: 4, eventParm: 5, weapon: 3, modelindex: 2 };

  test.each([
    ["v2.83.2", 123, 4],
    ["v2.82.1-80-g247d7fd", 123, 4],
    ["v2.82.1", 123, 5],
    ["v2.82.0", 123, 5],
    ["v2.81.1", 118, 5],
  ])("by bullets in %s: entity %i names victim %i", (version, eType, victim) => {
    const demo = play("legacy", version, [{}, { entities: { 90: { ...bullet, eType } } }]);
    const hit = { attacker: 1, hit: "head", source: "bullet", weapon: 3 };
    expect(demo.hits).toEqual([{ serverTime: 1050, ...hit, victim }]);
  });

  test("a bullet that lies elsewhere is another; one that hit nothing is none", () => {
    const at = (x: number, modelindex = 2) => ({
      entities: { 90: { ...bullet, eType: 123, modelindex, "pos.trBase[0]": x } },
    });
    const demo = play("legacy", "v2.83.2", [{}, at(5.5), at(5.5), at(6.5), at(7.5, 0)]);
    expect(demo.hits.map(({ serverTime }) => serverTime)).toEqual([1050, 1150]);
  });

  test("bullets of 2.77 say nothing, and so does every hit of other mods", () => {
    const entities = { 90: { ...bullet, eType: 118 }, 91: { ...bullet, eType: 123 } };
    expect(play("legacy", "v2.77.0", [{}, { entities }]).hits).toEqual([]);
    expect(play("etpro", "3.2.6", [{}, { entities }]).hits).toEqual([]);
  });
});

describe("commands", () => {
  const base = { serverTime: 1050, commandSequence: 1 };

  test.each([
    ['chat "^3Aurora^7: ^2hi" 0 0', 0, "Aurora", false, "Aurora: hi", "hi"],
    ['chat "^3Aurora^7: ^2hi" 0', 0, "Aurora", false, "Aurora: hi", "hi"],
    ['chat "console: ^2hi"', -1, null, false, "console: hi", "console: hi"],
    ['gamechat "hello" 1', -1, null, false, "hello", "hello"],
  ])("%s", (command, client, name, team, text, said) => {
    expect(tell([command])).toEqual([
      {
        ...base,
        type: "chat",
        command: command.split(" ")[0],
        client,
        name,
        team,
        raw: /"(.*)"/.exec(command)?.[1],
        text,
        said,
      },
    ]);
  });

  test.each(['tchat "^5left" 1 1 -2 3.5', 'tchat "^5left" 1 0 1 -2 3.5'])("%s", (command) => {
    const who = { client: 1, name: "Bruno!", team: true, text: "left", said: "left" };
    expect(tell([command])[0]).toMatchObject({ ...who, origin: [1, -2, 3.5] });
  });

  test("etpro has its own word for it", () => {
    const event = { type: "chat", client: 1, name: "Bruno!", team: false, text: "hi" };
    expect(tell(['c 1 "^2hi"'], "etpro", "3.2.6")[0]).toMatchObject(event);
  });

  test.each([
    ['vchat 0 2 Medic 0.5 1 "help"', { mode: "vchat", client: 2, voice: "Medic", custom: "help" }],
    ['vtchat 0 2 Ammo 1 2 3 0.5 1 ""', { mode: "vtchat", client: 2, voice: "Ammo", custom: "" }],
    ["vschat 0 5 Dynamite", { mode: "vschat", client: -1, name: null, voice: "Dynamite" }],
  ])("%s", (command, event) => {
    expect(tell([command])[0]).toMatchObject({ ...base, type: "voiceChat", ...event });
  });

  test.each(["print", "cp", "cpm", "bp"])("%s is a message", (command) => {
    expect(tell([`${command} "^1a[lon]b\n"`])).toEqual([
      { ...base, type: "message", command, raw: "^1a[lon]b\n", text: "a[lon]b\n" },
    ]);
  });

  test("the scoreboard, in one piece though it comes in two", () => {
    const events = tell(["sc0 2 1 1 0 50 48 5 0 1 -1", "sc1 1 63 0 -1 0 32 2 0"]);
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      type: "scores",
      axisScore: 2,
      alliesScore: 1,
      players: [
        { client: 0, xp: 50, ping: 48, playTime: 5, ready: true, bot: false, respawnsLeft: -1 },
        { client: 63, ping: -1, powerups: 32, ready: false, bot: true },
      ],
    });
    expect(tell(["sc0 1 2 many"])).toEqual([]);
  });

  test.each([
    ["v2.82.1", "", null],
    ["v2.83.2", "7 ", 7],
  ])("weapon statistics of %s", (version, assists, expected) => {
    const weapons = "10 40 3 2 1 20 80 4 0 2";
    const command = `ws 3 2 48 ${weapons} 500 400 30 20 2 ${assists}1 0 0 95.5 3 1 2`;
    expect(tell([command], "legacy", version)[0]).toMatchObject({
      type: "weaponStats",
      client: 3,
      rounds: 2,
      weapons: [
        { weapon: "MP40", hits: 10, shots: 40, kills: 3, deaths: 2, headshots: 1 },
        { weapon: "THOMPSON", hits: 20, shots: 80, kills: 4, deaths: 0, headshots: 2 },
      ],
      totals: { damageGiven: 500, gibs: 2, assists: expected, selfKills: 1, playTime: 95.5 },
      rest: [3, 1, 2],
    });
  });

  test("restarts and the end of the connection", () => {
    expect(tell(["map_restart", 'disconnect "Server ^1quit"'])).toMatchObject([
      { type: "mapRestart" },
      { type: "serverDisconnect", reason: "Server ^1quit" },
    ]);
  });

  test("a repeated command counts once; unknown, empty and remarks are nothing", () => {
    const builder = new DemoBuilder().gamestate({ configStrings: {} });
    builder.command('print "a"', 1).snapshot({ serverTime: 1 });
    builder.command('print "a"', 1).command("", 2).command("// print", 3).command("entnfo 1 2", 4);
    builder.command('print "b"', 5).snapshot({ serverTime: 2 });
    const demo = orThrow(readDemo(orThrow(builder.finish())));
    expect(demo.events.map((event) => event.type === "message" && event.text)).toEqual(["a", "b"]);
    expect(demo.counts).toMatchObject({ commands: 5, repeatedCommands: 1 });
  });

  test("commands wait for the next snapshot; at the end they get the last one's time", () => {
    const builder = new DemoBuilder().gamestate({ configStrings: {} });
    builder.command('print "a"').message().snapshot({ serverTime: 70 });
    builder.command('print "b"').message();
    const demo = orThrow(readDemo(orThrow(builder.finish())));
    expect(demo.events.map(({ serverTime }) => serverTime)).toEqual([70, 70]);
  });
});

describe("configstrings", () => {
  const at = { serverTime: 1050, commandSequence: 1 };
  const [aurora] = PLAYERS;
  const changed = (change: object) => playerText({ ...aurora, ...change } as never);

  test.each([
    [
      `cs 700 "${changed({ name: "^2Zoë" })}"`,
      { type: "connect", client: 11, name: "Zoë", team: "axis", class: "medic" },
    ],
    ['cs 689 ""', { type: "disconnect", client: 0, name: "Aurora" }],
    ["cs 689", { type: "disconnect", client: 0, name: "Aurora" }],
    [
      `cs 689 "${changed({ name: "Bora" })}"`,
      { type: "rename", client: 0, from: "Aurora", to: "Bora" },
    ],
    [
      `cs 689 "${changed({ team: 3 })}"`,
      { type: "teamChange", client: 0, name: "Aurora", from: "axis", to: "spectator" },
    ],
    [
      `cs 689 "${changed({ class: 3 })}"`,
      { type: "classChange", client: 0, name: "Aurora", from: "medic", to: "fieldops" },
    ],
    ['cs 11 "5000"', { type: "levelStartTime", value: 5000 }],
    ['cs 12 "1"', { type: "intermissionQueued", value: 1 }],
    ['cs 14 "\\w\\1"', { type: "mapWinner", winner: "allies" }],
    ['cs 14 "\\winner\\0"', { type: "mapWinner", winner: "axis" }],
    ['cs 14 "\\w\\-1"', { type: "mapWinner", winner: null }],
    ['cs 21 "\\gamestate\\3"', { type: "gameState", from: "playing", to: "intermission" }],
    ['cs 32 "528"', { type: "pause", paused: true }],
    ['cs 43 "a\\b"', { type: "configString", index: 43, value: "a\\b" }],
  ])("%s", (command, event) => {
    expect(tell([command])).toEqual([{ ...at, ...event }]);
  });

  test("one change can be several events", () => {
    const types = tell([`cs 689 "${changed({ name: "Bora", team: 2, class: 0 })}"`]).map(
      (e) => e.type,
    );
    expect(types).toEqual(["rename", "teamChange", "classChange"]);
  });

  test("what says the same is no event", () => {
    expect(
      tell([`cs 689 "${changed({})}"`, 'cs 32 "513"', 'cs 21 "\\gamestate\\0\\x\\1"']),
    ).toEqual([]);
  });

  test("toggles of other mods mean something else", () => {
    const [event] = tell(['cs 32 "528"'], "etpro", "3.2.6");
    expect(event).toMatchObject({ type: "configString", index: 32 });
  });

  test("a vote is told beside its configstrings", () => {
    const events = tell(['cs 7 "Map ^1radar"', 'cs 6 "1000"', 'cs 8 "2"']);
    expect(events.filter(({ type }) => type === "configString")).toHaveLength(3);
    expect(events.at(-1)).toMatchObject({
      type: "vote",
      called: 1000,
      what: "Map radar",
      yes: 2,
      no: 0,
    });
  });

  test("a long one comes in parts", () => {
    const parts = ['bcs0 43 "one "', 'bcs1 43 "two "', 'bcs2 43 "three"'];
    expect(tell(parts)).toEqual([
      { ...at, commandSequence: 3, type: "configString", index: 43, value: "one two three" },
    ]);
  });
});

test.each([
  [0, "dynamite", null],
  [5, "objective", null],
  [7, "team", 4],
  [9, "other", null],
])("message of the game %i is about %s", (effect1Time, kind, client) => {
  const entities = { 90: { eType: 186, effect1Time, effect2Time: 2, effect3Time: 4 } };
  expect(play("legacy", "v2.83.2", [{}, { entities }, { entities }]).events).toEqual([
    {
      serverTime: 1050,
      type: "popup",
      entity: 90,
      kind,
      number: effect1Time,
      team: "allies",
      client,
    },
  ]);
});

test("a demo may hold several maps, each with its own timeline", () => {
  const builder = new DemoBuilder();
  for (const [map, time] of [
    ["supply", 90_000],
    ["radar", 500],
  ] as const) {
    builder.gamestate({ configStrings: sceneStrings({ seconds: 0, map }) });
    builder.snapshot({ serverTime: time, entities: { 90: died(3, 0, 8) } });
    builder.snapshot({ serverTime: time + 1000, entities: { 90: died(3, 0, 8) } });
  }
  const demo = orThrow(readDemo(orThrow(builder.finish())));
  expect(
    demo.parts.map(({ map, firstServerTime, lastServerTime }) => [
      map,
      firstServerTime,
      lastServerTime,
    ]),
  ).toEqual([
    ["supply", 90_000, 91_000],
    ["radar", 500, 1500],
  ]);
  expect(demo).toMatchObject({
    map: "supply",
    durationMs: 2000,
    firstServerTime: 90_000,
    lastServerTime: 1500,
  });
  expect(demo.events.map(({ type, serverTime }) => [type, serverTime])).toEqual([
    ["obituary", 90_000],
    ["mapChange", 500],
    ["obituary", 500],
  ]);
});
