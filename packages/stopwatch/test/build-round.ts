import type {
  DurationSource,
  PlayerRound,
  RoundNumber,
  RoundStats,
  RoundTelemetry,
  Side,
  StatsFile,
} from "@slomix/stats-parser";
import type { PairedRound } from "../src/paired-round.ts";

/** What a test says of a round; everything else is ordinary. Times of the evening are minutes. */
export interface RoundSketch {
  readonly number: RoundNumber;
  readonly map?: string;
  /** End, minutes after 2025-10-10 20:00 UTC. */
  readonly end: number;
  /** Winner, default: the attackers. 0: nobody. */
  readonly winner?: Side | 0 | null;
  readonly defender?: Side | null;
  /** Seconds. */
  readonly limit?: number | null;
  /** Header field 8, seconds. */
  readonly next?: number | null;
  readonly duration?: number | null;
  readonly durationSource?: DurationSource;
  readonly fullTimeUsed?: boolean | null;
  readonly axis?: readonly string[];
  readonly allies?: readonly string[];
  /** In the file, on no side. */
  readonly spectators?: readonly string[];
  readonly axisBots?: readonly string[];
  readonly alliesBots?: readonly string[];
  readonly state?: PairedRound["state"];
  /** Key of the other half. */
  readonly partner?: string | null;
  readonly matchId?: string;
  readonly webhook?: Partial<RoundTelemetry> | null;
  /** The file is lost: the webhook stands in. */
  readonly lostFile?: boolean;
  readonly flags?: readonly string[];
}

const evening = Date.UTC(2025, 9, 10, 20, 0, 0);

/** The eight-character GUID of a test player. */
export function guid8(name: string): string {
  let hash = 7;
  for (const char of name) hash = (hash * 31 + char.charCodeAt(0)) >>> 0;
  return hash.toString(16).toUpperCase().padStart(8, "0").slice(-8);
}

/** His 32 characters in a webhook. */
export function guid32(name: string): string {
  return guid8(name).padEnd(32, "0");
}

/** A webhook's list of players by name. */
export function listed(...names: string[]): RoundTelemetry["axis"] {
  return names.map((name) => ({ guid: guid32(name), name, rawName: name }));
}

/** The key that {@link pairedRound} gives a round. */
function roundKey(sketch: Pick<RoundSketch, "map" | "end" | "number" | "lostFile">): string {
  const { date, time } = stamp(sketch.end);
  const map = sketch.map ?? "supply";
  return sketch.lostFile
    ? `webhook:${map}:${sketch.number}:${(evening + sketch.end * 60_000) / 1000}`
    : `${date}-${time}-${map}-round-${sketch.number}.txt`;
}

export function pairedRound(sketch: RoundSketch): PairedRound {
  const map = sketch.map ?? "supply";
  const defender = sketch.defender === undefined ? 1 : sketch.defender;
  const winner = sketch.winner === undefined ? 2 : sketch.winner;
  const limit = sketch.limit === undefined ? 720 : sketch.limit;
  const duration = sketch.duration === undefined ? 480 : sketch.duration;
  const endMs = evening + Math.round(sketch.end * 60_000);
  const { date, time } = stamp(sketch.end);
  const stats: RoundStats = {
    map,
    round: sketch.number,
    server: "server",
    config: "legacy6",
    defenderSide: defender ?? sketch.webhook?.defenderSide ?? null,
    winnerSide: winner || (sketch.webhook?.winnerSide ?? winner),
    outcome: "unknown",
    scoreConfidence: "verified_header",
    timeLimitSeconds: limit,
    nextTimeLimitSeconds: sketch.next === undefined ? duration : sketch.next,
    durationSeconds: duration,
    durationSource: sketch.durationSource ?? (duration === null ? "unknown" : "header"),
    fullTimeUsed:
      sketch.fullTimeUsed === undefined
        ? duration === null || limit === null || winner === 0 || winner === null
          ? null
          : winner === defender
            ? duration >= limit - 3
            : false
        : sketch.fullTimeUsed,
    differential: sketch.number === 1 ? "none" : "applied",
    round1File: null,
    players: sketch.lostFile
      ? []
      : [
          ...(sketch.axis ?? ["a1", "a2", "a3"]).map((name) => player(name, 1)),
          ...(sketch.allies ?? ["b1", "b2", "b3"]).map((name) => player(name, 2)),
          ...(sketch.spectators ?? []).map((name) => player(name, null)),
          ...(sketch.axisBots ?? []).map((name) => player(name, 1, true)),
          ...(sketch.alliesBots ?? []).map((name) => player(name, 2, true)),
        ],
    flags: sketch.flags ?? [],
  };
  return {
    key: roundKey(sketch),
    file: sketch.lostFile
      ? null
      : ({
          name: roundKey(sketch),
          header: { defenderSide: defender, winnerSide: winner },
        } as StatsFile),
    telemetry: sketch.webhook
      ? { ...emptyWebhook(sketch, endMs, winner, defender), ...sketch.webhook }
      : null,
    report: null,
    map,
    number: sketch.number,
    startMs: duration === null ? null : endMs - duration * 1000,
    endMs,
    date,
    time,
    state: sketch.state ?? (sketch.number === 1 ? "lone" : "orphan"),
    partner: sketch.partner ?? null,
    matchId: sketch.matchId ?? `${date}-${time}-${map}`,
    stats,
    warnings: [],
  };
}

/** Both rounds of one map, linked to each other. */
export function pairedMap(
  first: Omit<RoundSketch, "number">,
  second: Omit<RoundSketch, "number">,
): [PairedRound, PairedRound] {
  const one: RoundSketch = { ...first, number: 1 };
  const two: RoundSketch = { map: first.map ?? "supply", ...second, number: 2 };
  const round1 = pairedRound({ ...one, state: "paired", partner: roundKey(two) });
  const round2 = pairedRound({
    axis: first.allies ?? ["b1", "b2", "b3"],
    allies: first.axis ?? ["a1", "a2", "a3"],
    ...two,
    state: first.lostFile ? "orphan" : "paired",
    partner: roundKey(one),
    matchId: round1.matchId,
  });
  return [round1, round2];
}

function stamp(end: number): { date: string; time: string } {
  const iso = new Date(evening + Math.round(end * 60_000) + 3000).toISOString();
  return { date: iso.slice(0, 10), time: iso.slice(11, 19).replaceAll(":", "") };
}

function player(name: string, side: Side | null, bot = false): PlayerRound {
  return {
    guid: bot ? "OMNIBOT0" : guid8(name),
    name,
    rawName: name,
    side,
    bot,
  } as PlayerRound;
}

function emptyWebhook(
  sketch: RoundSketch,
  endMs: number,
  winner: Side | 0 | null,
  defender: Side | null,
): RoundTelemetry {
  return {
    source: "webhook",
    file: "webhook.json",
    map: sketch.map ?? "supply",
    round: sketch.number,
    winnerSide: winner === 0 ? null : winner,
    defenderSide: defender,
    startUnix: null,
    endUnix: Math.round(endMs / 1000),
    playtimeSeconds: null,
    timeLimitMinutes: null,
    pauseCount: 0,
    pauseSeconds: 0,
    pauses: [],
    endReason: null,
    warmupSeconds: null,
    warmupStartUnix: null,
    surrenderSide: null,
    surrenderCallerGuid: null,
    surrenderCallerName: null,
    exit: null,
    axisScore: 0,
    alliesScore: 0,
    axis: [],
    allies: [],
    spawnStats: [],
    version: "1.6.0",
  };
}
