// How fast demos are read, with and without positions, against unpacking a gzip of the same bytes.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { type ReadOptions, readDemo } from "@slomix/demo";
import { buildScene } from "../packages/demo/test/support/scene.ts";

/** Runs before the clock starts, and runs that count. */
const WARM = 60;
const RUNS = 120;
/** What has to be reached, in MB/s: over real recordings. */
const LEAST = { events: 50, positions: 20 };

const folder = join(import.meta.dirname, "../../shared/data/demos");
const real = ["capture-test-demo", "demo01_cn2"].map((name) => join(folder, `${name}.dm_84`));
const hasReal = real.every((file) => existsSync(file));
const demos = hasReal
  ? real.map((file) => new Uint8Array(readFileSync(file)))
  : [buildScene({ seconds: 200 }).bytes];
const bytes = demos.reduce((sum, demo) => sum + demo.length, 0);
console.log(
  hasReal
    ? `two real recordings, ${(bytes / 1e6).toFixed(2)} MB`
    : `a made demo, ${(bytes / 1e6).toFixed(2)} MB (no recordings in ../shared/data/demos)`,
);

const packed = demos.map((demo) => gzipSync(demo));
const unpack = measure(() => packed.map((demo) => gunzipSync(demo).length));
let seen = 0;
const positions: ReadOptions = {
  onPositions: ({ count }) => {
    seen += count;
  },
};
report("maps, players, times", { events: false });
const events = report("events", {});
const withPositions = report("events and all positions", positions);
if (seen === 0) throw new Error("nobody was seen");
if (hasReal && (events < LEAST.events || withPositions < LEAST.positions)) process.exitCode = 1;

/** Prints how fast the demos are read; the answer is the median in MB/s. */
function report(what: string, options: ReadOptions): number {
  const { median, best } = measure(() => demos.map((demo) => readDemo(demo, options).ok));
  const speed = (ms: number) => bytes / 1e3 / ms;
  console.log(
    `${what.padEnd(26)} ${speed(median).toFixed(0).padStart(4)} MB/s (best ${speed(best).toFixed(0)})  ` +
      `${median.toFixed(2)} ms  gunzip ${unpack.median.toFixed(2)} ms  ratio ${(median / unpack.median).toFixed(2)}`,
  );
  return speed(median);
}

function measure(run: () => unknown): { median: number; best: number } {
  const times: number[] = [];
  for (let round = 0; round < WARM + RUNS; round++) {
    const started = performance.now();
    run();
    if (round >= WARM) times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  return { median: times[times.length >> 1] ?? Number.NaN, best: times[0] ?? Number.NaN };
}
