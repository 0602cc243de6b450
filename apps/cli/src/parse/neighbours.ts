import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { baseName, parseRoundFileName, parseStatsFile, type StatsFile } from "@slomix/stats-parser";
import type { StopwatchSettings } from "@slomix/stopwatch";
import { readOneFile } from "../sources/read-file.ts";

/** The stats files of a folder by name and stamp, oldest first. Names only: nothing is read. */
export interface Neighbourhood {
  readonly folder: string;
  /** `name` as it is on the disk, with what a script may have put before a backslash. */
  readonly files: readonly { readonly name: string; readonly atMs: number }[];
}

/** Lists the stats files of a folder; one that cannot be listed has none. */
export async function neighbourhood(folder: string): Promise<Neighbourhood> {
  const names = await readdir(folder).catch(() => []);
  const files = new Map<string, { name: string; atMs: number }>();
  for (const name of names) {
    const own = baseName(name);
    const said = parseRoundFileName(own);
    if (said?.kind !== "stats" || (files.has(own) && own !== name)) continue;
    files.set(own, { name, atMs: said.stamp.naiveMs });
  }
  return { folder, files: [...files.values()].sort((a, b) => a.atMs - b.atMs) };
}

/** A stretch of time, stamps read as UTC, both ends included. */
export interface Stretch {
  readonly fromMs: number;
  readonly toMs: number;
}

/**
 * The stretches that hold everything which can bear on the partners of these files: two pairing
 * windows and the hour that clocks may jump, to both sides; joined where they overlap.
 */
export function stretchesAround(
  stampsMs: readonly number[],
  settings: Pick<StopwatchSettings, "pairingWindowMinutes">,
): Stretch[] {
  const reach = (2 * settings.pairingWindowMinutes + 65) * 60_000;
  const stretches: { fromMs: number; toMs: number }[] = [];
  for (const stamp of [...stampsMs].sort((a, b) => a - b)) {
    const last = stretches.at(-1);
    if (last && stamp - reach <= last.toMs) last.toMs = stamp + reach;
    else stretches.push({ fromMs: stamp - reach, toMs: stamp + reach });
  }
  return stretches;
}

/** Names of the files that lie in a stretch. */
export function namesWithin({ files }: Neighbourhood, { fromMs, toMs }: Stretch): string[] {
  const first = lowerBound(files, fromMs);
  const names: string[] = [];
  for (let at = first; at < files.length && (files[at]?.atMs ?? toMs + 1) <= toMs; at += 1) {
    names.push(files[at]?.name ?? "");
  }
  return names;
}

/** Reads these files of the folder, each with its path; what cannot be read or parsed is nobody's partner. */
export async function readNeighbours(
  { folder }: Neighbourhood,
  names: readonly string[],
): Promise<Map<StatsFile, string>> {
  const files = new Map<StatsFile, string>();
  for (const name of names) {
    const path = join(folder, name);
    const found = await readOneFile(path, "/");
    if (found.kind !== "file") continue;
    const result = parseStatsFile(found.file.bytes, name);
    if (result.ok) files.set(result.value, path);
  }
  return files;
}

function lowerBound(files: Neighbourhood["files"], atMs: number): number {
  let low = 0;
  let high = files.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((files[middle]?.atMs ?? 0) < atMs) low = middle + 1;
    else high = middle;
  }
  return low;
}
