import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  type DerivedRound,
  isAbortedDump,
  parseStatsFileOrThrow,
  type RoundContext,
  roundStats,
  type StatsFile,
} from "../../src/index.ts";
import type { TrueRound, Truth } from "./truth.ts";

const SAMPLES = fileURLToPath(new URL("../../../../samples/", import.meta.url));

/** Path below the repository's samples. */
export function sample(path: string): string {
  return SAMPLES + path;
}

/** The rounds of files given in playing order: a Round 2 takes the Round 1 of its map right before it. */
export function deriveInOrder(files: readonly StatsFile[]): Map<string, DerivedRound> {
  const rounds = new Map<string, DerivedRound>();
  let open: StatsFile | null = null;
  for (const file of files) {
    const partner: StatsFile | null = open?.header.map === file.header.map ? open : null;
    const aborted = isAbortedDump(file, { earlierRound1: partner });
    const second = !aborted && file.round === 2;
    rounds.set(file.name, roundStats(file, { partner: second ? partner : null, aborted }));
    if (!aborted) open = file.round === 1 ? file : null;
  }
  return rounds;
}

/** An edge case: its truth and its files. */
export interface EdgeCase {
  readonly rounds: readonly TrueRound[];
  /** Truth of the n-th round with a stats file, from 0. */
  readonly truth: (n: number) => TrueRound;
  /** The n-th stats file, in playing order. */
  readonly file: (n: number) => StatsFile;
  /** The n-th round, derived with the partner right before it. */
  readonly round: (n: number, context?: Omit<RoundContext, "partner">) => DerivedRound;
}

/** Reads `samples/edge/<name>`; rounds are in the order in which they were played. */
export function edgeCase(name: string): EdgeCase {
  const folder = sample(`edge/${name}/`);
  const { rounds } = JSON.parse(readFileSync(`${folder}truth.json`, "utf8")) as Truth;
  const played = rounds.filter((round) => statsFileOf(round, folder) !== null);
  const files = played.map((round) => {
    const file = statsFileOf(round, folder) ?? "";
    return parseStatsFileOrThrow(readFileSync(`${folder}gamestats/${file}`), file);
  });
  const at = <T>(list: readonly T[], n: number): T => {
    const value = list[n];
    if (value === undefined) throw new Error(`${name} has no round ${n}`);
    return value;
  };
  return {
    rounds: played,
    truth: (n) => at(played, n),
    file: (n) => at(files, n),
    round: (n, context = {}) => {
      const file = at(files, n);
      const before = files[n - 1];
      const partner =
        file.round === 2 && before?.round === 1 && before.header.map === file.header.map
          ? before
          : null;
      return roundStats(file, { ...context, partner });
    },
  };
}

function statsFileOf(round: TrueRound, folder: string): string | null {
  const name = round.files?.stats ?? null;
  return name !== null && readdirSync(`${folder}gamestats`).includes(name) ? name : null;
}
