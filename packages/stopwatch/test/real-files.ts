import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  orThrow,
  parseRoundWebhook,
  parseStatsFileOrThrow,
  type RoundTelemetry,
  type StatsFile,
} from "@slomix/stats-parser";

/** Beside the checkout: files of real players, which are no part of the project. */
const FOLDER = join(import.meta.dirname, "../../../../shared/data/real");

/** Whether the files are on this machine. */
export const hasRealFiles = existsSync(join(FOLDER, "truth.json"));

/** The name of a group of tests on them, which says so where they are left out. */
export function onRealFiles(what: string): string {
  return hasRealFiles ? what : `${what} (left out: no files in ../shared/data/real)`;
}

/** The stats files of one folder there, by name; the one with a header alone is no file. */
export function realFiles(folder: string): StatsFile[] {
  const path = join(FOLDER, folder);
  return readdirSync(path)
    .filter((name) => /-round-\d\.txt$/.test(name))
    .sort()
    .map((name) => [name, readFileSync(join(path, name))] as const)
    .filter(([, bytes]) => bytes.includes("\n", bytes.indexOf("\n") + 1))
    .map(([name, bytes]) => parseStatsFileOrThrow(bytes, name));
}

/** The webhooks of one folder there. */
export function realWebhooks(folder: string): RoundTelemetry[] {
  const path = join(FOLDER, folder);
  return readdirSync(path).map((name) =>
    orThrow(parseRoundWebhook(readFileSync(join(path, name)), name)),
  );
}

/** A Round 1 and the Round 2 that belongs to it, by file name, and who won, as the headers alone prove. */
export interface ProvenPair {
  readonly round1: string;
  readonly round2: string;
  readonly winner: "r1attackers" | "r2attackers" | "draw";
  /** GUIDs. */
  readonly r1attackers: readonly string[];
  readonly r1defenders: readonly string[];
}

/** All pairs that the headers of `stats` prove. */
export function truePairs(): ProvenPair[] {
  return JSON.parse(readFileSync(join(FOLDER, "truth.json"), "utf8")).pairs;
}
