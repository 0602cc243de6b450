import { isAbortedDump, type StatsFile } from "@slomix/stats-parser";
import { isBotRound } from "./bot-round.ts";
import { pairAcrossClockChange } from "./clock-change.ts";
import type { ReadFile, TelemetryLink } from "./link-telemetry.ts";
import { lostRounds } from "./lost-rounds.ts";
import type { TelemetryRow } from "./merge-telemetry.ts";
import { timeFiles } from "./time-files.ts";
import { byEnd, type TimedFile } from "./timed-file.ts";
import { type FoundPair, round1Before, walkRounds } from "./walk-rounds.ts";

/** A stats file with the readings of its stamp, and whether its header alone says that it has no end. */
export interface StretchFile extends ReadFile {
  readonly aborted: boolean;
}

/** What the webhooks say of one stretch. */
export interface StretchTelemetry {
  readonly links: ReadonlyMap<StretchFile, TelemetryLink>;
  /** Rows that no file has, near enough to the stretch to matter, by end. */
  readonly unlinked: readonly TelemetryRow[];
}

/** The rounds of one stretch in order of play, and which belong together. */
export interface FoundPairs {
  readonly files: readonly TimedFile[];
  /** Files that were written before their round's end was recorded. */
  readonly aborted: ReadonlySet<StatsFile>;
  readonly pairs: readonly FoundPair[];
  /** Rows of rounds whose file was lost. */
  readonly lost: readonly TelemetryRow[];
}

/**
 * Pairs one stretch. Aborted files are out, and rounds of people and test rounds of bots are walked
 * each among themselves. An 8-field "Round 2" that nothing precedes may be an aborted Round 1, and an
 * 8-field "Round 1" without a Round 2 an aborted Round 2 of the one before it: that shows only once the
 * walk has found them no partner, and the walk is repeated without them.
 */
export function findPairs(
  stretch: readonly StretchFile[],
  { links, unlinked }: StretchTelemetry,
  windowMs: number,
  zoneKnown: boolean,
): FoundPairs {
  const aborted = new Set<StatsFile>(stretch.filter((f) => f.aborted).map((f) => f.file));
  const free = [...unlinked];
  for (;;) {
    const playing = stretch.filter((f) => !aborted.has(f.file));
    const broken = stretch.filter((f) => aborted.has(f.file));
    const timed = timeFiles(playing, links, windowMs);
    const files = [...timed, ...timeFiles(broken, new Map(), windowMs)].sort(byEnd);
    const lost = lostRounds(files, aborted, free);
    const pairs = pairAll(timed, lost, windowMs, zoneKnown);
    const paired = new Set(pairs.map((pair) => pair.round2.file));
    const dumps = timed.filter(({ file }, index) => {
      if (paired.has(file)) return false;
      const earlier = file.round === 1 ? round1Before(timed, index, windowMs) : null;
      return isAbortedDump(file, { earlierRound1: earlier?.file ?? null });
    });
    if (dumps.length === 0) return { files: moved(files, pairs), aborted, pairs, lost };
    for (const dump of dumps) {
      aborted.add(dump.file);
      if (dump.link) free.push(dump.link.row);
    }
    free.sort((a, b) => a.endMs - b.endMs);
  }
}

function pairAll(
  timed: readonly TimedFile[],
  lost: readonly TelemetryRow[],
  windowMs: number,
  zoneKnown: boolean,
): FoundPair[] {
  const people: TimedFile[] = [];
  const bots: TimedFile[] = [];
  for (const round of timed) (isBotRound(round.file.lines) ? bots : people).push(round);
  return [people, bots].flatMap((rounds) => {
    const pairs = walkRounds(rounds, lost, windowMs);
    if (zoneKnown) return pairs;
    const alone = without(rounds, pairs);
    const turned = pairAcrossClockChange(
      alone.filter((round) => round.number === 2),
      alone.filter((round) => round.number === 1),
      windowMs,
    );
    // What stood between others only because the clocks went back must not keep them apart.
    return turned.length === 0
      ? pairs
      : [...turned, ...walkRounds(without(rounds, turned), lost, windowMs)];
  });
}

function without(rounds: readonly TimedFile[], pairs: readonly FoundPair[]): TimedFile[] {
  const paired = new Set(pairs.flatMap(({ round1, round2 }) => [round1.file, round2.file]));
  return rounds.filter((round) => !paired.has(round.file));
}

/** The files in order of play, where pairs may have moved one of their rounds by the hour. */
function moved(files: readonly TimedFile[], pairs: readonly FoundPair[]): TimedFile[] {
  const inPair = new Map<StatsFile, TimedFile>();
  for (const { round1, round2 } of pairs) inPair.set(round1.file, round1).set(round2.file, round2);
  return files.map((timed) => inPair.get(timed.file) ?? timed).sort(byEnd);
}
