import { DemoBuilder, type EntityValues, orThrow, type PlayerValues } from "../../src/index.ts";
import { Random } from "../fuzz/random.ts";

/** Somebody who plays in a made demo. */
export interface ScenePlayer {
  readonly name: string;
  readonly team: 1 | 2;
  readonly class: number;
}

/** A kill of a made demo. */
export interface SceneKill {
  readonly serverTime: number;
  readonly attacker: number;
  readonly victim: number;
  readonly mod: number;
}

/** How a scene is played. */
export interface SceneSetting {
  readonly seconds: number;
  readonly map?: string;
  readonly mod?: string;
  readonly modVersion?: string;
  readonly seed?: number;
}

/** A made demo and what happens in it. */
export interface Scene {
  readonly bytes: Uint8Array;
  readonly kills: readonly SceneKill[];
  readonly headshots: number;
  readonly snapshots: number;
  readonly firstServerTime: number;
  readonly lastServerTime: number;
}

export const PLAYERS: readonly ScenePlayer[] = [
  { name: "^3Aurora", team: 1, class: 1 },
  { name: "^1Bruno^7!", team: 1, class: 2 },
  { name: "Čedo", team: 1, class: 3 },
  { name: "^5Dana", team: 2, class: 1 },
  { name: "Emil", team: 2, class: 2 },
  { name: "^2Fran", team: 2, class: 4 },
];

/** Milliseconds between two snapshots. */
export const FRAME = 50;
/** Server time of the first snapshot. */
export const START = 600_000;
const FIRST_EVENT = 62;
const OBITUARY = FIRST_EVENT + 68;
const BULLET = FIRST_EVENT + 61;
/** How long an event stays, in snapshots. */
const LIFE = 7;
/** Things that lie about, or open and close. */
const PROPS = 40;

/** The info string of a player. */
export function playerText({ name, team, class: kind }: ScenePlayer): string {
  return `n\\${name}\\t\\${team}\\c\\${kind}\\r\\0\\m\\0000000\\s\\0000000\\dn\\-1\\w\\3`;
}

/** The configstrings that a round of these players begins with. */
export function sceneStrings({ map, mod, modVersion }: SceneSetting): Record<number, string> {
  return {
    0: `\\mapname\\${map ?? "supply"}\\gamename\\${mod ?? "legacy"}\\mod_version\\${modVersion ?? "v2.83.2"}\\protocol\\84\\g_gametype\\3\\timelimit\\12\\sv_hostname\\^1Made ^7by hand`,
    11: String(START - 30_000),
    21: "\\gamestate\\0\\g_currentRound\\0",
    32: "512",
    ...Object.fromEntries(PLAYERS.map((player, client) => [689 + client, playerText(player)])),
  };
}

/**
 * A round of three against three as the first player sees it: everybody runs about, somebody shoots
 * at somebody every now and then, there is talk, a pause, a change of class. The same setting makes the
 * same bytes.
 */
export function buildScene(setting: SceneSetting): Scene {
  const random = new Random(setting.seed ?? 1);
  const builder = new DemoBuilder(100);
  builder.gamestate({
    configStrings: sceneStrings(setting),
    baselines: Object.fromEntries(
      Array.from({ length: PROPS }, (_, prop) => [100 + prop, propOf(prop, 0)]),
    ),
    checksumFeed: 1234,
  });
  const frames = Math.round((setting.seconds * 1000) / FRAME) + 1;
  const kills: SceneKill[] = [];
  let headshots = 0;
  /** Event entities by number, with the frame in which they go. */
  const events = new Map<number, { values: EntityValues; until: number }>();
  const place = (values: EntityValues, frame: number) => {
    let number = 300;
    while (events.has(number)) number++;
    events.set(number, { values, until: frame + LIFE });
  };
  for (let frame = 0; frame < frames; frame++) {
    const serverTime = START + frame * FRAME;
    for (const [number, { until }] of events) if (until <= frame) events.delete(number);
    if (frame > 0 && random.next() < 0.02) {
      const attacker = random.below(PLAYERS.length);
      const victim = (attacker + 1 + random.below(PLAYERS.length - 1)) % PLAYERS.length;
      const mod = random.pick([8, 9, 6, 18, 22]);
      kills.push({ serverTime, attacker, victim, mod });
      const who = { otherEntityNum: victim, otherEntityNum2: attacker, eventParm: mod };
      place({ eType: OBITUARY, ...who, weapon: 3 }, frame);
    }
    if (frame > 0 && random.next() < 0.08) {
      const hit = random.next() < 0.2 ? 2 : 3;
      if (hit === 2) headshots++;
      const [shooter, at] = [random.below(PLAYERS.length), random.next() * 1000];
      const who = { otherEntityNum: shooter, otherEntityNum2: (shooter + 3) % PLAYERS.length };
      const values = { eType: BULLET, ...who, weapon: 3, modelindex: hit, "pos.trBase[0]": at };
      place(values, frame);
    }
    talk(builder, frame);
    builder.snapshot({
      serverTime,
      flags: 0,
      areas: [255, 15],
      player: recorderOf(frame),
      entities: {
        ...Object.fromEntries(
          PLAYERS.map((_, client) => [client, playerOf(client, frame)]).slice(1),
        ),
        ...Object.fromEntries(
          Array.from({ length: PROPS }, (_, prop) => [100 + prop, propOf(prop, frame)]),
        ),
        ...Object.fromEntries([...events].map(([number, { values }]) => [number, values])),
      },
    });
  }
  return {
    bytes: orThrow(builder.finish()),
    kills,
    headshots,
    snapshots: frames,
    firstServerTime: START,
    lastServerTime: START + (frames - 1) * FRAME,
  };
}

/** What is said and sent at set times. */
function talk(builder: DemoBuilder, frame: number): void {
  const [aurora] = PLAYERS;
  if (frame === 20) builder.command('chat "^3Aurora^7: ^2gl & hf" 0');
  if (frame === 60) builder.command('tchat "^5they come over the bridge" 1 100 -200 24');
  if (frame === 90) builder.command('vtchat 0 2 Medic 10 20 30 0.5 1 ""');
  if (frame === 120) builder.command('print "[lof]^7Match is ^1PAUSED\n"').configString(32, "528");
  if (frame === 160) builder.configString(32, "512").configString(11, String(START - 28_000));
  if (frame === 200 && aurora) builder.configString(689, playerText({ ...aurora, class: 4 }));
  if (frame > 0 && frame % 200 === 0) {
    const rows = PLAYERS.map((_, client) => `${client} ${frame} 48 5 0 1 -1`);
    builder.command(`sc0 1 0 ${PLAYERS.length} ${rows.join(" ")}`);
  }
}

/** The player whose eyes it is. */
function recorderOf(frame: number): PlayerValues {
  const time = START + frame * FRAME;
  return {
    fields: {
      commandTime: time - 8,
      "origin[0]": 800 * Math.sin(frame / 80),
      "origin[1]": 600 * Math.cos(frame / 90),
      "origin[2]": 24,
      "velocity[0]": 300 * Math.cos(frame / 80),
      "velocity[1]": -300 * Math.sin(frame / 90),
      gravity: 800,
      speed: 320,
      groundEntityNum: 1022,
      bobCycle: frame % 256,
      movementDir: -45,
      weapon: 3,
      weaponTime: 100 - (frame % 100),
      "viewangles[0]": (frame % 40) - 20,
      "viewangles[1]": (frame * 1.7) % 360,
      viewheight: 40,
      "mins[0]": -18,
      "maxs[2]": 48,
      friction: 1,
      sprintSpeedScale: 1.1,
    },
    lists: {
      stats: { 0: 100 - (frame % 60), 3: 120, 4: 1 },
      persistant: { 0: Math.floor(frame / 100), 3: 1, 5: -1 },
      powerups: { 1: frame < 60 ? START + 3000 : 0 },
      ammo: { 3: 60, 20: 2 },
      ammoclip: { 3: 30 - (frame % 30) },
    },
  };
}

/** Somebody else. */
function playerOf(client: number, frame: number): EntityValues {
  const turn = frame / (70 + client * 7) + client;
  return {
    eType: 1,
    eFlags: frame % 50 < 25 ? 0x10 : 0,
    "pos.trType": 1,
    "pos.trBase[0]": 900 * Math.sin(turn),
    "pos.trBase[1]": 700 * Math.cos(turn * 1.1),
    "pos.trBase[2]": 24,
    "pos.trDelta[0]": 300 * Math.cos(turn),
    "pos.trDelta[1]": Math.round(-300 * Math.sin(turn)),
    "apos.trType": 1,
    "apos.trBase[1]": (frame * (client + 1) * 0.9) % 360,
    clientNum: client,
    solid: 4_200_463,
    weapon: 3,
    legsAnim: 20 + (frame % 3),
    torsoAnim: 12,
    groundEntityNum: 1022,
    teamNum: PLAYERS[client]?.team ?? 0,
  };
}

/** Something that lies there; every tenth opens and closes. */
function propOf(prop: number, frame: number): EntityValues {
  return {
    eType: prop % 10 === 0 ? 4 : 2,
    "pos.trBase[0]": prop * 37.5,
    "pos.trBase[1]": prop * -12,
    modelindex: 1 + prop,
    ...(prop % 10 === 0 ? { "pos.trBase[2]": Math.abs((frame % 128) - 64) } : {}),
  };
}
