import { isAbortedDump, type StatsFile } from "@slomix/stats-parser";
import { deriveRounds, type FileRound } from "./derive-rounds.ts";
import { type FoundPairs, findPairs, type StretchFile } from "./find-pairs.ts";
import { linkTelemetry } from "./link-telemetry.ts";
import { mapKey } from "./map-key.ts";
import { mergeTelemetry, rowLookup, type TelemetryRow } from "./merge-telemetry.ts";
import type { PairedRound, Pairing, RoundEvidence } from "./paired-round.ts";
import type { ServerClock } from "./server-clock.ts";
import type { StopwatchSettings } from "./settings.ts";
import { standInRound } from "./stand-in-round.ts";
import { findStandIns, rowsAround } from "./stand-ins.ts";
import { isStamped, type StampedFile, splitStretches } from "./stretch.ts";
import { uniqueFiles } from "./unique-files.ts";
import { readClocks } from "./zone-reading.ts";

const MINUTE = 60_000;

/**
 * Puts everything known of a stretch of time on one clock, finds the webhook of each stats file and
 * the Round 1 of each Round 2, and derives each round's own numbers.
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
  const { rows, spare } = mergeTelemetry(evidence.telemetry, options.latestMs);
  const lookup = rowLookup(rows);
  const stretches = splitStretches(files.filter(isStamped), settings);
  const { clocks, reading } = readClocks(stretches, lookup, settings.serverZone);
  const read = stretches.map((stretch, index) => {
    const clock = clocks[index] as ServerClock;
    return stretch.map((file) => readFile(file, clock));
  });
  const links = linkTelemetry(
    read.flat().filter((file) => !file.aborted),
    lookup,
  );

  const windowMs = Math.min(settings.pairingWindowMinutes, settings.sessionGapMinutes) * MINUTE;
  const known = settings.serverZone !== null;
  const found = read.map((stretch) => findPairs(stretch, links, windowMs, known));
  const placed = found.flatMap((stretch) => stretch.files);
  const linked = new Set(placed.flatMap(({ link }) => (link ? [link.row] : [])));
  const free = rows.filter((row) => !linked.has(row));
  const rounds = found.flatMap((stretch, index) =>
    withStandIns(stretch, free, linked, clocks[index] as ServerClock, windowMs),
  );
  const unsettled = placed.filter(({ link, readings }) => !link && readings.length > 1);
  return {
    rounds: rounds.sort((a, b) => a.endMs - b.endMs || (a.key < b.key ? -1 : 1)),
    unlinked: [...rows.flatMap((row) => (linked.has(row) ? [] : row.parts)), ...spare],
    undated: files.filter((file) => !isStamped(file)),
    zone: { ...reading, ambiguous: unsettled.map(({ file }) => file.name).sort() },
  };
}

/**
 * Pairs the stats files of one folder by their names and contents alone, without webhooks and zone:
 * what `pairRounds` does with nothing else to go by.
 */
export function pairFiles(files: readonly StatsFile[], settings: StopwatchSettings): Pairing {
  return pairRounds({ stats: files, telemetry: [] }, { ...settings, serverZone: null });
}

function readFile(file: StampedFile, clock: ServerClock): StretchFile {
  return {
    file,
    map: mapKey(file.header.map),
    readings: clock.readings(file.stamp.naiveMs),
    aborted: isAbortedDump(file, { eligibleRound1: true }),
  };
}

/** The rounds of a stretch, and those of lost files; rows that stand in are added to `linked`. */
function withStandIns(
  found: FoundPairs,
  free: readonly TelemetryRow[],
  linked: Set<TelemetryRow>,
  clock: ServerClock,
  windowMs: number,
): PairedRound[] {
  const rounds = deriveRounds(found);
  const starts = new Map(rounds.map((round) => [round.file, round.startMs]));
  const alone = rounds.filter(({ state }) => state === "lone" || state === "orphan");
  const standIns = findStandIns({
    files: found.files,
    aborted: found.aborted,
    startOf: ({ file }) => starts.get(file) ?? null,
    alone: new Set(alone.map((round) => round.file)),
    unlinked: rowsAround(found.files, free),
    windowMs,
  });
  return rounds.flatMap((round: FileRound): PairedRound[] => {
    const row = standIns.get(round.file);
    if (!row || linked.has(row)) return [round];
    linked.add(row);
    const standIn = standInRound(row, round, clock);
    const state = round.state === "lone" ? "paired" : round.state;
    return [{ ...round, state, partner: standIn.key }, standIn];
  });
}
