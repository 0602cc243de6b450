import { isAbortedDump, type StatsFile } from "@slomix/stats-parser";
import { isBotRound } from "./bot-round.ts";
import { pairAcrossClockChange } from "./clock-change.ts";
import type { ReadFile, TelemetryLink } from "./link-telemetry.ts";
import { timeFiles } from "./time-files.ts";
import { byEnd, type TimedFile } from "./timed-file.ts";
import { type FoundPair, walkRounds } from "./walk-rounds.ts";

/** A stats file with the readings of its stamp, and whether its marks alone say that it was broken off. */
export interface StretchFile extends ReadFile {
  readonly aborted: boolean;
}

/** The rounds of one stretch in order of play, and which belong together. */
export interface FoundPairs {
  readonly files: readonly TimedFile[];
  /** Files of rounds that were broken off. */
  readonly aborted: ReadonlySet<StatsFile>;
  readonly pairs: readonly FoundPair[];
}

/**
 * Pairs one stretch. Aborted files are out, and rounds of people and test rounds of bots are walked
 * each among themselves. An 8-field "Round 2" that nothing precedes may be an aborted Round 1: that
 * shows only once the walk has found it no Round 1, and the walk is repeated without it.
 */
export function findPairs(
  stretch: readonly StretchFile[],
  links: ReadonlyMap<StretchFile, TelemetryLink>,
  windowMs: number,
  clockKnown: boolean,
): FoundPairs {
  const aborted = new Set<StatsFile>(stretch.filter((f) => f.aborted).map((f) => f.file));
  for (;;) {
    const playing = stretch.filter((f) => !aborted.has(f.file));
    const timed = timeFiles(playing, links, windowMs);
    const pairs = pairAll(timed, windowMs, clockKnown);
    const paired = new Set(pairs.map((pair) => pair.round2.file));
    const dumps = playing.filter(
      ({ file }) =>
        file.round === 2 && !paired.has(file) && isAbortedDump(file, { eligibleRound1: false }),
    );
    if (dumps.length > 0) {
      for (const { file } of dumps) aborted.add(file);
      continue;
    }
    const broken = timeFiles(
      stretch.filter((f) => aborted.has(f.file)),
      new Map(),
      windowMs,
    );
    const moved = new Map(
      pairs.flatMap(({ round1, round2 }) => [
        [round1.file, round1],
        [round2.file, round2],
      ]),
    );
    const files = [...timed.map((t) => moved.get(t.file) ?? t), ...broken].sort(byEnd);
    return { files, aborted, pairs };
  }
}

function pairAll(timed: readonly TimedFile[], windowMs: number, clockKnown: boolean): FoundPair[] {
  const people: TimedFile[] = [];
  const bots: TimedFile[] = [];
  for (const round of timed) (isBotRound(round.file.lines) ? bots : people).push(round);
  return [people, bots].flatMap((rounds) => {
    const pairs = walkRounds(rounds, windowMs);
    if (clockKnown) return pairs;
    const turned = pairAcrossClockChange(
      without(rounds, pairs).filter((round) => round.number === 2),
      without(rounds, pairs).filter((round) => round.number === 1),
      windowMs,
    );
    // What stood between others only because the clocks went back must not keep them apart.
    return turned.length === 0
      ? pairs
      : [...turned, ...walkRounds(without(rounds, turned), windowMs)];
  });
}

function without(rounds: readonly TimedFile[], pairs: readonly FoundPair[]): TimedFile[] {
  const paired = new Set(pairs.flatMap(({ round1, round2 }) => [round1.file, round2.file]));
  return rounds.filter((round) => !paired.has(round.file));
}
