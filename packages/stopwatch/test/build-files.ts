import type {
  LineupPlayer,
  PlayerLine,
  RoundNumber,
  RoundTelemetry,
  Side,
  StatsFile,
} from "@slomix/stats-parser";

/** A player line; everything has a plain default. */
export interface LineSketch {
  readonly guid: string;
  readonly name?: string;
  readonly side?: number;
  /** The `rounds` field: 1 in a Round 2 for who was there when it began. */
  readonly rounds?: number;
  readonly damage?: number;
  readonly received?: number;
  readonly minutes?: number;
}

/** A stats file as far as pairing looks at it. By default a Round 1 that was held, or a Round 2 after it. */
export interface FileSketch {
  /** Stamp: `HH:MM:SS` on 2026-03-04, or `YYYY-MM-DD HH:MM:SS`; null writes a name without one. */
  readonly at: string | null;
  readonly round: RoundNumber;
  readonly map?: string;
  readonly name?: string;
  /** Header fields 7 and 8, seconds. */
  readonly limit?: number | null;
  readonly next?: number | null;
  readonly winner?: Side;
  readonly defender?: Side;
  /** Seconds; null writes an 8-field header, 0 and below an aborted file. */
  readonly playtime?: number | null;
  readonly players?: readonly LineSketch[];
}

/** What a webhook tells; `end` and `start` as in {@link FileSketch.at}, but real instants (UTC). */
export interface WebhookSketch {
  readonly end: string;
  readonly round: RoundNumber;
  readonly start?: string;
  readonly map?: string;
  readonly source?: RoundTelemetry["source"];
  readonly file?: string;
  readonly winner?: Side | null;
  readonly defender?: Side | null;
  readonly playtime?: number | null;
  readonly limitMinutes?: number | null;
  readonly surrenderSide?: Side | null;
  readonly exit?: string | null;
  readonly axis?: readonly LineupPlayer[];
  readonly allies?: readonly LineupPlayer[];
}

const DAY = "2026-03-04";

/** Naive ms of `HH:MM:SS` on the day of the tests, or of a whole date and time. */
export function timeOf(text: string): number {
  const iso = text.includes(" ") ? text.replace(" ", "T") : `${DAY}T${text}`;
  return Date.parse(`${iso}Z`);
}

/** Four people, two a side, as they stand in Round 1. */
export const four: readonly LineSketch[] = [
  { guid: "AAAA0001", name: "moth", side: 1, damage: 1400, received: 900, minutes: 8 },
  { guid: "AAAA0002", name: "dune", side: 1, damage: 1100, received: 1000, minutes: 8 },
  { guid: "AAAA0003", name: "kestrel", side: 2, damage: 1700, received: 1300, minutes: 8 },
  { guid: "AAAA0004", name: "ivory", side: 2, damage: 900, received: 1200, minutes: 8 },
];

/** The same four at the end of Round 2: sides swapped, numbers of both rounds. */
export const fourLater: readonly LineSketch[] = four.map((line) => ({
  ...line,
  side: 3 - (line.side ?? 1),
  rounds: 1,
  damage: (line.damage ?? 0) * 2,
  received: (line.received ?? 0) * 2,
  minutes: 16,
}));

/** A parsed stats file. */
export function statsFile(sketch: FileSketch): StatsFile {
  const { at, round, map = "supply", winner = 1, defender = 1 } = sketch;
  const limit = sketch.limit === undefined ? 600 : sketch.limit;
  const next = sketch.next === undefined ? 600 : sketch.next;
  const playtime = sketch.playtime === undefined ? 600 : sketch.playtime;
  const naiveMs = at === null ? 0 : timeOf(at);
  const iso = new Date(naiveMs).toISOString();
  const stamp =
    at === null
      ? null
      : { date: iso.slice(0, 10), time: iso.slice(11, 19).replaceAll(":", ""), naiveMs };
  return {
    name:
      sketch.name ??
      (stamp ? `${stamp.date}-${stamp.time}-${map}-round-${round}.txt` : "unnamed.txt"),
    stamp,
    round,
    header: {
      server: "^2A ^7server",
      map,
      config: "legacy6",
      round,
      defenderSide: defender,
      defenderFault: null,
      winnerSide: winner,
      winnerFault: null,
      timeLimitText: clockText(limit),
      timeLimitSeconds: limit,
      nextTimeLimitText: clockText(next),
      nextTimeLimitSeconds: next,
      badNextTime: limit !== null && next !== null && next > limit + 1,
      playtimeText: playtime === null ? null : String(playtime * 1000),
      playtimeSeconds: playtime !== null && playtime > 0 ? playtime : null,
      playtimeNotPositive: playtime !== null && playtime <= 0,
      fields: playtime === null ? 8 : 9,
    },
    layout: "38",
    lines: (sketch.players ?? (round === 1 ? four : fourLater)).map(playerLine),
    rejectedLines: 0,
    flags: [],
  };
}

function playerLine(sketch: LineSketch, index: number): PlayerLine {
  const { guid, name = guid, side = 1, rounds = 0 } = sketch;
  const tab = new Array<number>(38).fill(0);
  tab[0] = sketch.damage ?? 0;
  tab[1] = sketch.received ?? 0;
  tab[20] = 40;
  tab[22] = sketch.minutes ?? 0;
  return {
    line: index + 2,
    guid,
    name: name.replace(/\^./g, ""),
    rawName: name,
    bot: guid.startsWith("OMNIBOT"),
    rounds,
    side,
    weaponMask: 16,
    weapons: [10, 40, 2, 2, 1],
    tab,
    absent: [],
    playedSeconds: null,
    badFields: [],
    flags: [],
  };
}

/** A parsed webhook or gametime file. Ten minutes long unless told otherwise. */
export function webhook(sketch: WebhookSketch): RoundTelemetry {
  const { round, map = "supply", source = "webhook" } = sketch;
  const endUnix = timeOf(sketch.end) / 1000;
  const file =
    source === "gametime"
      ? `gametime-${map}-R${round}-${endUnix}.json`
      : `${sketch.end.replace(/\D/g, "")}-${map}-round-${round}-webhook.json`;
  return {
    source,
    file: sketch.file ?? file,
    map,
    round,
    winnerSide: sketch.winner === undefined ? 1 : sketch.winner,
    defenderSide: sketch.defender === undefined ? 1 : sketch.defender,
    startUnix: sketch.start === undefined ? endUnix - 600 : timeOf(sketch.start) / 1000,
    endUnix,
    playtimeSeconds: sketch.playtime === undefined ? 600 : sketch.playtime,
    timeLimitMinutes: sketch.limitMinutes === undefined ? 10 : sketch.limitMinutes,
    pauseCount: 0,
    pauseSeconds: 0,
    pauses: [],
    endReason: null,
    warmupSeconds: null,
    warmupStartUnix: null,
    surrenderSide: sketch.surrenderSide ?? null,
    surrenderCallerGuid: null,
    surrenderCallerName: null,
    exit: sketch.exit ?? null,
    axisScore: 0,
    alliesScore: 0,
    axis: sketch.axis ?? [],
    allies: sketch.allies ?? [],
    spawnStats: [],
    version: "1.6.0",
  };
}

/** An entry of a webhook's list. */
export function listedPlayer(guid: string, name: string): LineupPlayer {
  return { guid, name: name.replace(/\^./g, ""), rawName: name };
}

function clockText(seconds: number | null): string {
  if (seconds === null) return "0:00";
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
