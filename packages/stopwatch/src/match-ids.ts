import type { StatsFile } from "@slomix/stats-parser";
import { mapKey } from "./map-key.ts";
import type { TimedFile } from "./timed-file.ts";
import type { FoundPair } from "./walk-rounds.ts";

/**
 * Match ids of the files of one stretch: stamp and map of Round 1, which its Round 2 shares; else the
 * file's own. The map stands in it because two servers' files, or forged ones, can share a second. A
 * second match of the same stamp and map (names that differ in case only) gets `-2`, and so on.
 */
export function matchIds(
  files: readonly TimedFile[],
  pairOf: ReadonlyMap<StatsFile, FoundPair>,
): Map<StatsFile, string> {
  const ids = new Map<StatsFile, string>();
  const used = new Set<string>();
  for (const { file } of files) {
    if (ids.has(file)) continue;
    const pair = pairOf.get(file);
    const first = pair?.round1 ?? { file };
    const { stamp, header } = (first as TimedFile).file;
    const base = `${stamp.date}-${stamp.time}-${mapKey(header.map)}`;
    let id = base;
    for (let n = 2; used.has(id); n++) id = `${base}-${n}`;
    used.add(id);
    ids.set(file, id);
    if (pair) ids.set(pair.round1.file, id).set(pair.round2.file, id);
  }
  return ids;
}
