import {
  type ParseWarning,
  type RoundReport,
  roundStats,
  type StatsFile,
} from "@slomix/stats-parser";
import type { FoundPairs } from "./find-pairs.ts";
import { matchIds } from "./match-ids.ts";
import type { PairedRound } from "./paired-round.ts";
import { counterDifferences } from "./same-counters.ts";
import type { TimedFile } from "./timed-file.ts";
import type { FoundPair } from "./walk-rounds.ts";

/** Differences between two sources of one round that are told one by one. */
const MOST_DIFFERENCES = 5;

/** A round that has a stats file, or a report that stands for one. */
export type FileRound = PairedRound & { readonly file: StatsFile };

/** The rounds of one stretch with their numbers, by end. Stand-ins for lost files are not among them. */
export function deriveRounds({ files, aborted, pairs }: FoundPairs, windowMs: number): FileRound[] {
  const pairOf = new Map<StatsFile, FoundPair>();
  for (const pair of pairs) pairOf.set(pair.round1.file, pair).set(pair.round2.file, pair);
  const ids = matchIds(files, pairOf);
  const givenUp = (file: StatsFile) => aborted.has(file) || (file.round === 1 && !pairOf.has(file));
  return files.map((timed, index): FileRound => {
    const { file, number, endMs } = timed;
    const pair = pairOf.get(file);
    const other = pair && (number === 1 ? pair.round2 : pair.round1);
    const telemetry = timed.link?.row.telemetry ?? null;
    const report = timed.link?.report ?? null;
    const derived = roundStats(file, {
      partner: number === 2 ? (other?.file ?? null) : null,
      carried: number === 1 ? tryBefore(files, index, givenUp, windowMs) : null,
      aborted: aborted.has(file),
      telemetry,
      report,
    });
    const pairing = number === 2 && pair ? pairWarnings(pair) : [];
    const flags = pairing.map((warning) => warning.code);
    const stats =
      flags.length === 0
        ? derived.stats
        : { ...derived.stats, flags: [...derived.stats.flags, ...flags] };
    const played = stats.durationSeconds;
    return {
      key: file.name,
      file,
      telemetry,
      report,
      map: file.header.map.trim(),
      number,
      startMs: timed.link?.row.startMs ?? (played === null ? null : endMs - played * 1000),
      endMs,
      date: file.stamp.date,
      time: file.stamp.time,
      state: aborted.has(file) ? "aborted" : other ? "paired" : number === 1 ? "lone" : "orphan",
      partner: other?.file.name ?? null,
      matchId: ids.get(file) ?? "",
      stats,
      warnings: [
        ...derived.warnings,
        ...linkWarnings(timed),
        ...reportWarnings(file, report),
        ...pairing,
      ],
    };
  });
}

/**
 * The file right before a Round 1 whose counters may run on in it: of the same map, within the window,
 * and `givenUp`: aborted, or a Round 1 without its Round 2.
 */
function tryBefore(
  files: readonly TimedFile[],
  index: number,
  givenUp: (file: StatsFile) => boolean,
  windowMs: number,
): StatsFile | null {
  const round = files[index] as TimedFile;
  const before = files[index - 1];
  if (!before || before.map !== round.map || !givenUp(before.file)) return null;
  return round.endMs - before.endMs < windowMs ? before.file : null;
}

function linkWarnings({ link }: TimedFile): ParseWarning[] {
  if (!link?.far) return [];
  const seconds = Math.round(link.distanceMs / 1000);
  const { file } = link.row.telemetry;
  return [{ code: "link_far", message: `${file} ends ${seconds} s away from the file's stamp` }];
}

/** Stats file and report of one round should hold the same numbers; the stats file's are kept. */
function reportWarnings(file: StatsFile, report: RoundReport | null): ParseWarning[] {
  if (report === null || report.stats.name === file.name) return [];
  const differences = counterDifferences(file, report.stats);
  if (differences.length === 0) return [];
  const shown = differences.slice(0, MOST_DIFFERENCES).join("; ");
  const more = differences.length - MOST_DIFFERENCES;
  const message = `${report.name} has other numbers: ${shown}${more > 0 ? `; and ${more} more` : ""}`;
  return [{ code: "report_differs", message }];
}

function pairWarnings({ round1, round2, evidence, clockChange }: FoundPair): ParseWarning[] {
  const warnings: ParseWarning[] = [];
  if (evidence.limitDiffers) {
    const played = round2.file.header.timeLimitText;
    const set = round1.file.header.nextTimeLimitText;
    warnings.push({
      code: "pair_time_mismatch",
      message: `played against ${played}, but ${round1.file.name} set ${set}`,
    });
  }
  if (clockChange) {
    warnings.push({
      code: "clock_change",
      message: `the clocks went back after ${round1.file.name}, which has the later stamp`,
    });
  }
  return warnings;
}
