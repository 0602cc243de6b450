import { asObject, type JsonObject } from "../embed-fields.ts";
import { fileFlags } from "../file-flags.ts";
import { isMapName, utcStamp } from "../file-name.ts";
import { REPORT_LAYOUT } from "../line-layouts.ts";
import type { ParseError, ParseWarning } from "../result.ts";
import type { LineupPlayer, RoundTelemetry } from "../round-telemetry.ts";
import type { RoundNumber, StatsHeader } from "../stats-file.ts";
import { headerWarnings, statsHeaderOf } from "../stats-header.ts";
import { LogPeople } from "./log-people.ts";
import { playedSecondsOf } from "./played-time.ts";
import { readEvents } from "./read-events.ts";
import type { RoundReport } from "./report-file.ts";
import { readFixture } from "./report-fixture.ts";
import { readMovement } from "./report-movement.ts";
import { parseReportName } from "./report-name.ts";
import { type ReportPlayer, readReportPlayers } from "./report-players.ts";
import { shortText, sideText } from "./report-values.ts";
import { readRoundLog } from "./round-log.ts";
import { RoundNotes } from "./round-notes.ts";
import { pauseEventsOf, pausesOf, type Stretch } from "./round-pauses.ts";
import { type RoundTimes, readRoundTimes, WRITTEN_AFTER_SECONDS } from "./round-times.ts";
import { MAX_PLAYERS } from "./sift.ts";

/** Where a round stands in the file that it came in. */
export interface RoundPlace {
  /** Base name of the file. */
  readonly file: string;
  /** What the round will be known by. */
  readonly name: string;
  /** Name of the round's own file; null when none is told. */
  readonly ownName: string | null;
  /** `rounds[2].` in a match report, else empty. */
  readonly prefix: string;
  /** What a match report says of the match. */
  readonly match: JsonObject | null;
}

/** One round that was read, or why not. */
export type RoundReportResult =
  | { readonly ok: true; readonly round: RoundReport; readonly warnings: readonly ParseWarning[] }
  | { readonly ok: false; readonly error: ParseError };

const MAX_SERVER = 256;
const MAX_CONFIG = 100;
const MAX_CLOCK = 16;

/** Reads one sifted round. Errors: `bad_field`, `bad_round`, `no_players`, each with its field. */
export function readRoundReport(data: JsonObject, place: RoundPlace): RoundReportResult {
  const notes = new RoundNotes(place.file, place.prefix);
  const refuse = (...[code, message, field]: Parameters<RoundNotes["error"]>) => {
    return { ok: false, error: notes.error(code, message, field) } as const;
  };
  const info = asObject(data["round_info"]);
  if (info === null) return refuse("bad_field", "expected an object `round_info`", "round_info");
  const metadata = asObject(data["metadata"]) ?? {};
  const header = headerOf(info, metadata);
  if (!isMapName(header.map)) {
    return refuse("bad_field", "expected the name of a map", "round_info.mapname");
  }
  const { round } = header;
  if (round !== 1 && round !== 2) {
    return refuse("bad_round", "expected round 1 or 2", "round_info.round");
  }
  const said = place.ownName === null ? null : parseReportName(place.ownName);
  const times = readRoundTimes(info, data, said, notes);
  if (times === null) {
    const message = "expected unix seconds between 2020 and 2100, or a file name that tells them";
    return refuse("bad_field", message, "round_info.round_end_unix");
  }
  const stats = asObject(data["player_stats"]);
  if (stats === null) {
    const message = `expected an object of at most ${MAX_PLAYERS} players by GUID`;
    return refuse("bad_field", message, "player_stats");
  }
  if (said !== null && said.round !== round) {
    const message = `the name says round ${said.round}, the report ${round}; the report holds`;
    notes.warn("round_name_mismatch", message, "round_info.round");
  }
  for (const { code, message, field } of headerWarnings(header)) {
    notes.warn(code, message, field && `round_info.${HEADER_KEYS[field] ?? field}`);
  }
  const { players, rejected } = readReportPlayers(stats, notes);
  if (players.length === 0) {
    return refuse("no_players", `no usable player among ${rejected}`, "player_stats");
  }
  const fixture = readFixture(
    { round, endUnix: times.endUnix, info, metadata, match: place.match },
    notes,
  );
  const log = readRoundLog(data, players, times, notes);
  const people = log && new LogPeople(log, players);
  const pauses = pausesOf(log, notes);
  const endMs = times.lengthMs ?? log?.events.at(-1)?.atMs ?? 0;
  const played = log?.complete && people ? playedSecondsOf(log, people, endMs, pauses) : null;
  const events = log && people && readEvents(log, people, players, endMs, pauses, notes);
  const lines = players.map(({ guid, line }) => ({
    ...line,
    playedSeconds: played?.get(guid) ?? null,
  }));
  const value: RoundReport = {
    name: place.name,
    file: place.file,
    stats: {
      name: place.name,
      stamp: said?.stamp ?? utcStamp(times.endUnix + WRITTEN_AFTER_SECONDS),
      round,
      header,
      layout: REPORT_LAYOUT.name,
      lines,
      rejectedLines: rejected,
      flags: fileFlags(notes.warnings),
    },
    telemetry: telemetryOf(place.name, header, round, players, times, pauses),
    elapsedSeconds: times.elapsedMs === null ? null : times.elapsedMs / 1000,
    fixture,
    movement: readMovement(players),
    events,
  };
  return { ok: true, round: value, warnings: notes.warnings };
}

/** What the header's fields are called in a report. */
const HEADER_KEYS: Readonly<Record<string, string>> = {
  defender: "defenderteam",
  winner: "winnerteam",
  nexttimelimit: "nextTimeLimit",
};

function headerOf(info: JsonObject, metadata: JsonObject): StatsHeader {
  const text = (value: unknown, most: number) => shortText(value, most) ?? "";
  return statsHeaderOf([
    text(info["servername"] ?? metadata["servername"], MAX_SERVER),
    text(info["mapname"], MAX_CONFIG),
    text(info["config"] ?? metadata["config"], MAX_CONFIG),
    text(info["round"], MAX_CLOCK),
    sideText(info["defenderteam"]),
    sideText(info["winnerteam"]),
    text(info["timelimit"], MAX_CLOCK),
    text(info["nextTimeLimit"], MAX_CLOCK),
  ]);
}

function telemetryOf(
  name: string,
  header: StatsHeader,
  round: RoundNumber,
  players: readonly ReportPlayer[],
  times: RoundTimes,
  pauses: readonly Stretch[],
): RoundTelemetry {
  const limit = header.timeLimitSeconds;
  return {
    source: "report",
    file: name,
    map: header.map,
    round,
    winnerSide: header.winnerSide || null,
    defenderSide: header.defenderSide,
    startUnix: times.startUnix,
    endUnix: times.endUnix,
    playtimeSeconds: null,
    timeLimitMinutes: limit === null ? null : limit / 60,
    pauseCount: pauses.length,
    pauseSeconds: Math.round(pauses.reduce((ms, { fromMs, toMs }) => ms + toMs - fromMs, 0) / 1000),
    pauses: pauseEventsOf(pauses, times.startUnix),
    endReason: null,
    warmupSeconds: null,
    warmupStartUnix: null,
    surrenderSide: null,
    surrenderCallerGuid: null,
    surrenderCallerName: null,
    exit: null,
    axisScore: 0,
    alliesScore: 0,
    axis: lineupOf(players, 1),
    allies: lineupOf(players, 2),
    spawnStats: [],
    version: null,
  };
}

function lineupOf(players: readonly ReportPlayer[], side: number): LineupPlayer[] {
  return players
    .filter(({ line }) => line.side === side)
    .map(({ guid, line }) => ({ guid, name: line.name, rawName: line.rawName }));
}
