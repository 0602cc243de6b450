import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type ParseWarning, parseStatsFile, type StatsFile } from "../../src/index.ts";

/** Beside the checkout: files of real players, which are no part of the project. */
const FOLDER = join(import.meta.dirname, "../../../../../shared/data/real");

/** Whether the files are on this machine. */
export const hasRealFiles = existsSync(join(FOLDER, "truth.json"));

/** The name of a group of tests on them, which says so where they are left out. */
export function onRealFiles(what: string): string {
  return hasRealFiles ? what : `${what} (left out: no files in ../shared/data/real)`;
}

/** The readable stats files of one folder there with their warnings, by name. */
export function realFiles(
  folder: string,
): { readonly file: StatsFile; readonly warnings: readonly ParseWarning[] }[] {
  const path = join(FOLDER, folder);
  return readdirSync(path)
    .filter((name) => /-round-\d\.txt$/.test(name))
    .sort()
    .flatMap((name) => {
      const parsed = parseStatsFile(readFileSync(join(path, name)), name);
      return parsed.ok ? [{ file: parsed.value, warnings: parsed.warnings }] : [];
    });
}
