import { readdir } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import type { IncomingFile } from "@slomix/db";
import {
  baseName,
  parseFile,
  parseGametimeFileName,
  parseReport,
  parseReportName,
  parseRoundFileName,
  type RoundReport,
  type RoundTelemetry,
  type StatsFile,
} from "@slomix/stats-parser";
import {
  defaultSettings,
  linkEndstats,
  type PairedRound,
  pairRounds,
  type StopwatchSettings,
  TELEMETRY_REACH_MS,
} from "@slomix/stopwatch";
import {
  namesWithin,
  neighbourhood,
  readNeighbours,
  type Stretch,
  stretchesAround,
} from "../parse/neighbours.ts";
import { readOneFile } from "../sources/read-file.ts";

/** Folders of a game server that hold files of the same rounds, side by side. */
const serverFolders = ["gamestats", "webhooks", "gametimes"];
/** A webhook and a gametime file of one round tell its end alike, within seconds. */
const sameEndSeconds = 5;

/**
 * The file and everything beside it that tells of the same match: partner, endstats, webhooks,
 * gametime files and round reports, from its own folder and, in a game server's layout, from the
 * folders next to it. Of a match report: of each of its matches.
 * In the order in which they were written; the file itself is among them.
 */
export async function companionsOf(
  file: IncomingFile,
  cwd: string,
  settings: Partial<StopwatchSettings>,
): Promise<IncomingFile[]> {
  const all = { ...defaultSettings, ...settings };
  const own = dirname(resolve(cwd, file.path));
  const folders = serverFolders.includes(basename(own))
    ? serverFolders.map((name) => join(dirname(own), name))
    : [own];
  const about = aboutFile(file);
  if (about.length === 0) return [file];

  const telemetry = await telemetryNear(folders, about);
  const stats = await statsNear(folders, stretchesOf(about, all));
  const reports = await reportsNear(folders, file, about);
  const { rounds } = pairRounds(
    {
      stats: [...stats.keys()],
      telemetry: [...telemetry.keys()],
      reports: [...reports.keys(), ...ownReports(file)],
    },
    all,
  );
  const wanted = roundsOf(file, about, rounds);
  const found = new Map([[file.name, file]]);
  for (const round of wanted) {
    const paths = [round.file && stats.get(round.file), round.report && reports.get(round.report)];
    for (const path of paths) if (path) await add(found, path);
    for (const [value, path] of telemetry) {
      if (round.telemetry && sameRound(value, round.telemetry)) await add(found, path);
    }
  }
  for (const path of await endstatsOf(folders, wanted, rounds)) await add(found, path);
  return [...found.values()].sort((a, b) => order(a.name) - order(b.name));
}

/** What is known of a round of the file before anything else is read. */
interface About {
  readonly map: string;
  /** Stamp read as UTC; null where the file tells its time otherwise. */
  readonly stampMs: number | null;
  readonly endUnix: number | null;
}

/** The rounds that the file tells of; none where it does not say which. */
function aboutFile(file: IncomingFile): About[] {
  const parsed = parseFile(file.bytes, file.name);
  if (!parsed.result.ok || parsed.kind === null) return [];
  if (parsed.kind === "report") {
    return parsed.result.value.rounds.map(({ telemetry: { map, endUnix } }) => ({
      map,
      stampMs: null,
      endUnix,
    }));
  }
  if (parsed.kind === "webhook" || parsed.kind === "gametime") {
    const { map, endUnix } = parsed.result.value as RoundTelemetry;
    return [{ map, stampMs: null, endUnix }];
  }
  const said = parseRoundFileName(file.name);
  return said ? [{ map: said.map, stampMs: said.stamp.naiveMs, endUnix: null }] : [];
}

/** Whether something of this map and time may concern one of the rounds. */
function mayConcern(map: string, atMs: number, about: readonly About[]): boolean {
  return about.some(
    (one) =>
      one.map.toLowerCase() === map.toLowerCase() &&
      Math.abs(atMs - instantOf(one)) <= TELEMETRY_REACH_MS,
  );
}

function instantOf({ stampMs, endUnix }: About): number {
  return stampMs ?? (endUnix ?? 0) * 1000;
}

/** Webhooks and gametime files of the maps that may concern the rounds, with their paths. */
async function telemetryNear(
  folders: readonly string[],
  about: readonly About[],
): Promise<Map<RoundTelemetry, string>> {
  const found = new Map<RoundTelemetry, string>();
  for (const folder of folders) {
    for (const name of await readdir(folder).catch(() => [])) {
      const said = parseRoundFileName(baseName(name));
      const gametime = parseGametimeFileName(baseName(name));
      const atMs = said?.kind === "webhook" ? said.stamp.naiveMs : (gametime?.endUnix ?? 0) * 1000;
      const map = said?.kind === "webhook" ? said.map : gametime?.map;
      if (map === undefined || !mayConcern(map, atMs, about)) continue;
      const read = await readOneFile(join(folder, name), "/");
      if (read.kind !== "file") continue;
      const parsed = parseFile(read.file.bytes, name);
      if ((parsed.kind === "webhook" || parsed.kind === "gametime") && parsed.result.ok) {
        found.set(parsed.result.value, read.file.path);
      }
    }
  }
  return found;
}

/** Round reports beside the file that may concern the rounds, with their paths; found by their names. */
async function reportsNear(
  folders: readonly string[],
  file: IncomingFile,
  about: readonly About[],
): Promise<Map<RoundReport, string>> {
  const found = new Map<RoundReport, string>();
  for (const folder of folders) {
    for (const name of await readdir(folder).catch(() => [])) {
      const said = name === file.name ? null : parseReportName(name);
      const atMs = said?.stamp?.naiveMs ?? (said?.writtenUnix ?? 0) * 1000;
      if (!about.some((one) => Math.abs(atMs - instantOf(one)) <= TELEMETRY_REACH_MS)) continue;
      const read = await readOneFile(join(folder, name), "/");
      const parsed = read.kind === "file" ? parseReport(read.file.bytes, name) : null;
      for (const round of parsed?.ok ? parsed.value.rounds : []) {
        const { map, endUnix } = round.telemetry;
        if (mayConcern(map, endUnix * 1000, about)) found.set(round, join(folder, name));
      }
    }
  }
  return found;
}

/** The rounds of the file itself, where it is a report. */
function ownReports({ bytes, name }: IncomingFile): readonly RoundReport[] {
  const { kind, result } = parseFile(bytes, name);
  return kind === "report" && result.ok ? result.value.rounds : [];
}

/** A webhook tells an instant; the stamp of its stats file lies within a day of it, in whatever zone. */
function stretchesOf(about: readonly About[], settings: StopwatchSettings): Stretch[] {
  const stamps = about.flatMap(({ stampMs }) => stampMs ?? []);
  if (stamps.length > 0) return stretchesAround(stamps, settings);
  const ends = about.map(instantOf);
  return [
    {
      fromMs: Math.min(...ends) - TELEMETRY_REACH_MS,
      toMs: Math.max(...ends) + TELEMETRY_REACH_MS,
    },
  ];
}

async function statsNear(
  folders: readonly string[],
  stretches: readonly Stretch[],
): Promise<Map<StatsFile, string>> {
  const found = new Map<StatsFile, string>();
  for (const folder of folders) {
    const near = await neighbourhood(folder);
    for (const stretch of stretches) {
      const read = await readNeighbours(near, namesWithin(near, stretch));
      for (const [file, path] of read) found.set(file, path);
    }
  }
  return found;
}

/** The rounds that the file tells of, each with its other half. */
function roundsOf(
  file: IncomingFile,
  about: readonly About[],
  rounds: readonly PairedRound[],
): PairedRound[] {
  const said = parseRoundFileName(file.name);
  const own = rounds.filter(
    (one) =>
      one.key === file.name ||
      one.report?.file === file.name ||
      about.some(({ endUnix }) => one.telemetry !== null && one.telemetry.endUnix === endUnix) ||
      (said?.kind === "endstats" &&
        one.number === said.round &&
        one.file?.stamp !== null &&
        Math.abs((one.file?.stamp?.naiveMs ?? 0) - said.stamp.naiveMs) < 60_000),
  );
  const keys = new Set(own.flatMap(({ key, partner }) => [key, partner]));
  return rounds.filter(({ key, partner }) => keys.has(key) || (partner && keys.has(partner)));
}

/** Endstats files that link to these rounds. */
async function endstatsOf(
  folders: readonly string[],
  wanted: readonly PairedRound[],
  rounds: readonly PairedRound[],
): Promise<string[]> {
  const places = rounds.flatMap(({ key, map, number: round, file }) =>
    file?.stamp ? [{ key, map, round, naiveMs: file.stamp.naiveMs }] : [],
  );
  const paths: string[] = [];
  for (const folder of folders) {
    const names = (await readdir(folder).catch(() => [])).flatMap((name) => {
      const said = parseRoundFileName(baseName(name));
      return said?.kind === "endstats"
        ? [{ name, map: said.map, round: said.round, naiveMs: said.stamp.naiveMs }]
        : [];
    });
    const { linked } = linkEndstats(names, places);
    for (const round of wanted) {
      for (const name of linked.get(round.key)?.parts ?? []) paths.push(join(folder, name));
    }
  }
  return paths;
}

function sameRound(a: RoundTelemetry, b: RoundTelemetry): boolean {
  return a.round === b.round && Math.abs(a.endUnix - b.endUnix) <= sameEndSeconds;
}

async function add(found: Map<string, IncomingFile>, path: string): Promise<void> {
  if (found.has(baseName(path))) return;
  const read = await readOneFile(path, "/");
  if (read.kind === "file") found.set(read.file.name, read.file);
}

/** Round 1 before Round 2, of one round its stats file first. */
function order(name: string): number {
  const said = parseRoundFileName(name);
  const other = parseGametimeFileName(name) ?? parseReportName(name);
  const round = said?.round ?? other?.round ?? 3;
  const kind = said ? ["stats", "endstats", "webhook"].indexOf(said.kind) : 3;
  return round * 10 + kind;
}
