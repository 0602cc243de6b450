/**
 * Whether reading stats files keeps anything: node --conditions=@slomix/source bench/parse-memory.ts
 * Reads 100,000 files of the sample season and prints the heap at steps; it must stay flat.
 */
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { parseStatsFile, roundStats } from "@slomix/stats-parser";
import { readArchive } from "../packages/stats-parser/test/support/archive.ts";

const FILES = 100_000;
const STEP = 10_000;
/** Megabytes that the heap may differ between the first step and the last. */
const FLAT = 2;

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

const archive = readArchive(fileURLToPath(new URL("../samples/season.tar.gz", import.meta.url)));
const files = [...archive]
  .filter(([path]) => /\/gamestats\/.*-round-[12]\.txt$/.test(path))
  .map(([path, bytes]) => ({ name: path.slice(path.lastIndexOf("/") + 1), bytes }));

const heap: number[] = [];
let rows = 0;
for (let done = 0; done < FILES; done++) {
  const file = files[done % files.length];
  const result = file && parseStatsFile(file.bytes, file.name);
  if (result?.ok) rows += roundStats(result.value, { partner: null }).stats.players.length;
  if ((done + 1) % STEP !== 0) continue;
  collect();
  const used = process.memoryUsage();
  heap.push(used.heapUsed / 1e6);
  const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
  console.log(
    `${done + 1} files  heap ${megabytes(used.heapUsed)}  resident ${megabytes(used.rss)}`,
  );
}
const growth = (heap.at(-1) ?? 0) - (heap[0] ?? 0);
console.log(`${rows} rows; heap grew by ${growth.toFixed(2)} MB`);
if (growth > FLAT) process.exitCode = 1;
