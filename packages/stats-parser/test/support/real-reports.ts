import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Beside the checkout: reports of real players, which are no part of the project. */
const FOLDER = join(import.meta.dirname, "../../../../../shared/data/real/match-reports");

/** Two real matches of a league's gathers, in the oldest shape. */
export const REAL_MATCHES = ["match-90001.json", "match-90002.json"] as const;
/** The newest shape, made by hand. */
export const MADE_REPORTS = [
  "constructed-match.json",
  "constructed-round-report-2.x.json",
] as const;

/** Whether the reports are on this machine. */
export const hasRealReports = existsSync(join(FOLDER, REAL_MATCHES[0]));

/** The name of a group of tests on them, which says so where they are left out. */
export function onRealReports(what: string): string {
  const why = "left out: no reports in ../shared/data/real/match-reports";
  return hasRealReports ? what : `${what} (${why})`;
}

export function realReport(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(FOLDER, name)));
}
