import { readdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import {
  type ParseError,
  type ParseWarning,
  type PlayerRound,
  parseReport,
  parseReportName,
  type ReportFile,
  type ReportName,
  type RoundFixture,
  type RoundReport,
  type RoundStats,
} from "@slomix/stats-parser";
import {
  defaultSettings,
  type PairedRound,
  pairRounds,
  type StopwatchSettings,
} from "@slomix/stopwatch";
import { readOneFile } from "../sources/read-file.ts";
import { once } from "./answer.ts";

/** A round of a league's report: what a stats file tells of one, and what a report tells beside. */
export interface ReportedRound extends Omit<RoundStats, "players"> {
  readonly players: readonly (PlayerRound & { readonly wholeGuid: string | null })[];
  /** Unix s; null where the report does not tell the start. */
  readonly startUnix: number | null;
  readonly endUnix: number;
  /** The league's own words for the meeting that the round belongs to. */
  readonly fixture: RoundFixture | null;
  /** How many events of each kind the gamelog holds; null without one. */
  readonly events: {
    readonly kills: number;
    readonly objectives: number;
    readonly revives: number;
  } | null;
}

/** A round of an asked report, under the path that was asked for. */
export interface AskedReport {
  readonly file: string;
  readonly value: ReportedRound;
  readonly warnings: readonly ParseWarning[];
}

/** A report that was asked for, with what its parser warned of. */
export interface AskedReportFile {
  readonly path: string;
  readonly report: ReportFile;
  readonly warnings: readonly ParseWarning[];
}

/**
 * The rounds of a report: each Round 2 with its Round 1 taken off, which is looked for in the report
 * and, of a report of one round, among the round reports of its map beside it.
 */
export async function reportedRounds(
  { path, report, warnings }: AskedReportFile,
  settings: Partial<StopwatchSettings>,
  cwd: string,
): Promise<AskedReport[]> {
  const all = { ...defaultSettings, ...settings };
  const beside = report.shape === "round" ? await reportsBeside(path, report, all, cwd) : [];
  const reports = [...report.rounds, ...beside];
  const together = pairedByName(reports, all);
  return report.rounds.map((one) => {
    // The same round told twice is paired once; here each telling has its answer.
    const round =
      together.get(one.name) ?? pairedByName(withoutRivals(one, reports), all).get(one.name);
    if (!round) throw new Error(`no round was made of ${one.name}`);
    const own = warnings.filter(({ field }) => isAbout(field, one.name));
    const file = `${path}${one.name.slice(report.name.length)}`;
    return { file, value: reported(round, one), warnings: once(own, round.warnings) };
  });
}

/** What a refused round of a report is called, under the path that was asked for. */
export function refusedName(path: string, { field }: ParseError): string {
  const place = placeIn(field);
  return place === null ? path : `${path}#${place}`;
}

function pairedByName(
  reports: readonly RoundReport[],
  settings: StopwatchSettings,
): Map<string, PairedRound> {
  const { rounds } = pairRounds({ stats: [], telemetry: [], reports }, settings);
  return new Map(rounds.map((round) => [round.key, round]));
}

/** The round and those that may be its other half. */
function withoutRivals(one: RoundReport, reports: readonly RoundReport[]): RoundReport[] {
  return [one, ...reports.filter(({ stats }) => stats.round !== one.stats.round)];
}

/** What a report's parser says of one of its rounds, or of the file as a whole. */
function isAbout(field: string | undefined, round: string): boolean {
  const place = placeIn(field);
  return place === null || place === Number(/#(\d+)$/.exec(round)?.[1] ?? 1);
}

/** The round of a match report that a field lies in, counted from 1; null: in none. */
function placeIn(field: string | undefined): number | null {
  const index = /^rounds\[(\d+)\]/.exec(field ?? "")?.[1];
  return index === undefined ? null : Number(index) + 1;
}

function reported({ stats }: PairedRound, { telemetry, fixture, events }: RoundReport) {
  const whole = [...telemetry.axis, ...telemetry.allies].map(({ guid }) => guid);
  return {
    ...stats,
    players: stats.players.map((player) => ({
      ...player,
      wholeGuid: whole.find((guid) => guid.startsWith(player.guid)) ?? null,
    })),
    startUnix: telemetry.startUnix,
    endUnix: telemetry.endUnix,
    fixture,
    events: events && {
      kills: events.kills.length,
      objectives: events.objectives.length,
      revives: events.revives.length,
    },
  };
}

async function reportsBeside(
  path: string,
  { name: own, rounds: [round] }: ReportFile,
  { pairingWindowMinutes }: StopwatchSettings,
  cwd: string,
): Promise<RoundReport[]> {
  if (!round || round.stats.round === 1) return [];
  const nearMs = (pairingWindowMinutes + SLACK_MINUTES) * 60_000;
  const folder = dirname(resolve(cwd, path));
  const found: RoundReport[] = [];
  for (const name of await readdir(folder).catch(() => [])) {
    const said = name === own ? null : parseReportName(name);
    if (said?.round !== 1 || apartMs(said, round) > nearMs) continue;
    const read = await readOneFile(join(folder, name), "/");
    const parsed = read.kind === "file" ? parseReport(read.file.bytes, name) : null;
    if (parsed?.ok) found.push(...parsed.value.rounds);
  }
  return found;
}

/** What the stamp in a name may be off, beyond the pairing window. */
const SLACK_MINUTES = 5;

/** How far a report of this name ended from a round. */
function apartMs({ stamp, writtenUnix }: ReportName, { stats, telemetry }: RoundReport): number {
  if (writtenUnix !== null) return Math.abs(telemetry.endUnix - writtenUnix) * 1000;
  return Math.abs((stats.stamp?.naiveMs ?? 0) - (stamp?.naiveMs ?? 0));
}
