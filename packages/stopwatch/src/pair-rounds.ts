import type { RoundReport, StatsFile } from "@slomix/stats-parser";
import { deriveRounds, type FileRound } from "./derive-rounds.ts";
import { type FoundPairs, findPairs, type StretchFile } from "./find-pairs.ts";
import { identifyRounds } from "./identify-rounds.ts";
import { linkReports, uniqueReports } from "./link-reports.ts";
import { linkTelemetry } from "./link-telemetry.ts";
import { mapKey } from "./map-key.ts";
import { mergeTelemetry, rowLookup, type TelemetryRow } from "./merge-telemetry.ts";
import type { PairedRound, Pairing, RoundEvidence } from "./paired-round.ts";
import { type ClockedStretch, placeReports, reportLink, rowOfReport } from "./place-reports.ts";
import type { ServerClock } from "./server-clock.ts";
import { defaultSettings, type StopwatchSettings } from "./settings.ts";
import { standInRound } from "./stand-in-round.ts";
import { findStandIns } from "./stand-ins.ts";
import { isStamped, type StampedFile, splitStretches } from "./stretch.ts";
import { uniqueFiles } from "./unique-files.ts";
import { readClocks } from "./zone-reading.ts";

const MINUTE = 60_000;
/** Beyond the pairing window (ms): what a link may be off, and an hour that the clocks may go back. */
const SLACK_MS = 120 * MINUTE;

/**
 * Puts everything known of a stretch of time on one clock, finds the webhook and the report of each
 * stats file and the Round 1 of each Round 2, and derives each round's own numbers. A report without
 * a stats file is a round by itself.
 *
 * The result does not depend on the order of the evidence, and files further apart than
 * `stretchGapMs` do not influence each other. A file named twice counts once (more player lines win).
 * Throws a RangeError for a server zone that the runtime does not know.
 *
 * @param options.latestMs Webhooks that end later (unix ms) are not believed; left out: 2100.
 */
export function pairRounds(
  evidence: RoundEvidence,
  settings: StopwatchSettings,
  options: { readonly latestMs?: number } = {},
): Pairing {
  const files = uniqueFiles(evidence.stats);
  const reports = uniqueReports(evidence.reports ?? []);
  const { rows, spare } = mergeTelemetry(evidence.telemetry, options.latestMs);
  const lookup = rowLookup(rows);
  const stamped = splitStretches(files.filter(isStamped), settings);
  const { clocks, reading } = readClocks(
    stamped,
    reports.length === 0 ? lookup : lookupWith(rows, reports),
    settings.serverZone,
  );
  const stretches = stamped.map((stretch, index): ClockedStretch => {
    const clock = clocks[index] as ServerClock;
    return { clock, files: stretch.map((file) => readFile(file, clock)) };
  });
  const played = stretches.flatMap(({ files }) => files).filter((file) => !file.aborted);
  const links = linkTelemetry(played, lookup);
  const untaken = new Set(rows);
  const { reportOf, alone } = linkReports(played, reports);
  for (const [read, report] of reportOf) {
    const link = links.get(read);
    const webhook = link && !link.far ? link.row : null;
    if (webhook) untaken.delete(webhook);
    links.set(read, reportLink(report, webhook));
  }
  for (const { row } of links.values()) untaken.delete(row);
  for (const [read, link] of placeReports(stretches, alone, untaken, settings))
    links.set(read, link);

  const windowMs = Math.min(settings.pairingWindowMinutes, settings.sessionGapMinutes) * MINUTE;
  const known = settings.serverZone !== null;
  const free = rows.filter((row) => untaken.has(row));
  const found = stretches.map(({ files }) =>
    findPairs(
      files,
      { links, unlinked: rowsAround(files, free, windowMs + SLACK_MS) },
      windowMs,
      known,
    ),
  );
  const placed = found.flatMap((stretch) => stretch.files);
  const used = new Set(placed.flatMap(({ link }) => (link ? [link.row] : [])));
  const rounds = found.flatMap((stretch, index) =>
    identifyRounds(
      withStandIns(stretch, used, (stretches[index] as ClockedStretch).clock, windowMs),
    ),
  );
  const unsettled = placed.filter(({ link, readings }) => !link && readings.length > 1);
  const usedParts = new Set([...used].flatMap((row) => row.parts));
  return {
    rounds: rounds.sort((a, b) => a.endMs - b.endMs || (a.key < b.key ? -1 : 1)),
    unlinked: [
      ...rows.flatMap((row) => row.parts).filter((part) => !usedParts.has(part)),
      ...spare,
    ],
    undated: files.filter((file) => !isStamped(file)),
    zone: { ...reading, ambiguous: unsettled.map(({ file }) => file.name).sort() },
  };
}

/** Reports tell what the server's clock showed as well as webhooks do. */
function lookupWith(rows: readonly TelemetryRow[], reports: readonly RoundReport[]) {
  const told = reports.map((report) => rowOfReport(report, null));
  return rowLookup([...rows, ...told].sort((a, b) => a.endMs - b.endMs));
}

/**
 * Pairs the stats files of one folder by their names and contents alone, without webhooks: what
 * `slomix parse` goes by. Files without a stamp in their name come back as `undated`.
 */
export function pairFiles(
  files: readonly StatsFile[],
  settings: StopwatchSettings = defaultSettings,
): Pairing {
  return pairRounds({ stats: files, telemetry: [] }, settings);
}

function readFile(file: StampedFile, clock: ServerClock): StretchFile {
  return {
    file,
    map: mapKey(file.header.map),
    readings: clock.readings(file.stamp.naiveMs),
    aborted: file.header.playtimeNotPositive,
  };
}

/** The rows whose round ended within `reachMs` of a stretch. */
function rowsAround(
  stretch: readonly StretchFile[],
  rows: readonly TelemetryRow[],
  reachMs: number,
) {
  if (rows.length === 0) return rows;
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const { readings } of stretch) {
    from = Math.min(from, ...readings);
    to = Math.max(to, ...readings);
  }
  return rows.filter((row) => row.endMs >= from - reachMs && row.endMs <= to + reachMs);
}

/** The rounds of a stretch, and those of lost files; rows that stand in are added to `used`. */
function withStandIns(
  found: FoundPairs,
  used: Set<TelemetryRow>,
  clock: ServerClock,
  windowMs: number,
): PairedRound[] {
  const rounds = deriveRounds(found, windowMs);
  const alone = rounds.filter(({ state }) => state === "lone" || state === "orphan");
  const standIns = findStandIns({
    files: found.files,
    lost: found.lost,
    alone: new Map(alone.map((round) => [round.file, round.startMs])),
    windowMs,
  });
  return rounds.flatMap((round: FileRound): PairedRound[] => {
    const row = standIns.get(round.file);
    if (!row || used.has(row)) return [round];
    used.add(row);
    const standIn = standInRound(row, round, clock);
    const state = round.state === "lone" ? "paired" : round.state;
    return [{ ...round, state, partner: standIn.key }, standIn];
  });
}
