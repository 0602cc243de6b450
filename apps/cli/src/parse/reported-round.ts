import { readdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import {
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
  const beside = report.shape === "round" ? await reportsBeside(path, report, cwd) : [];
  const reports = [...report.rounds, ...beside];
  const { rounds } = pairRounds(
    { stats: [], telemetry: [], reports },
    { ...defaultSettings, ...settings },
  );
  const byName = new Map(rounds.map((round) => [round.key, round]));
  return report.rounds.flatMap((one) => {
    const round = byName.get(one.name);
    if (!round) return [];
    const own = warnings.filter(({ field }) => isAbout(field, one.name));
    const file = `${path}${one.name.slice(report.name.length)}`;
    return [{ file, value: reported(round, one), warnings: once(own, round.warnings) }];
  });
}

/** What a report's parser says of one of its rounds, or of the file as a whole. */
function isAbout(field: string | undefined, round: string): boolean {
  const place = /#(\d+)$/.exec(round)?.[1];
  const mine = `rounds[${Number(place ?? 1) - 1}]`;
  return !field?.startsWith("rounds[") || field.startsWith(mine);
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
  cwd: string,
): Promise<RoundReport[]> {
  if (!round || round.stats.round === 1) return [];
  const folder = dirname(resolve(cwd, path));
  const found: RoundReport[] = [];
  for (const name of await readdir(folder).catch(() => [])) {
    const said = name === own ? null : parseReportName(name);
    if (said?.round !== 1 || !isNear(said, round)) continue;
    const read = await readOneFile(join(folder, name), "/");
    const parsed = read.kind === "file" ? parseReport(read.file.bytes, name) : null;
    if (parsed?.ok) found.push(...parsed.value.rounds);
  }
  return found;
}

/** The pairing window, and what a name may be off. */
const NEAR_MS = 65 * 60_000;

/** Whether a report of this name may be the Round 1 of a Round 2. */
function isNear({ stamp, writtenUnix }: ReportName, { stats, telemetry }: RoundReport): boolean {
  if (writtenUnix !== null) return Math.abs(telemetry.endUnix - writtenUnix) * 1000 <= NEAR_MS;
  const apart = (stats.stamp?.naiveMs ?? 0) - (stamp?.naiveMs ?? 0);
  return Math.abs(apart) <= NEAR_MS;
}
