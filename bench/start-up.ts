// How long `slomix` takes to do nothing, as a multiple of bare `node`.
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const RUNS = 20;

/** Median wall time of a command, in ms. */
function time(command: string, args: string[]): number {
  const times = Array.from({ length: RUNS }, () => {
    const started = performance.now();
    const { status, stderr } = spawnSync(command, args, { cwd: root, encoding: "utf8" });
    if (status !== 0) throw new Error(`${command} ${args.join(" ")} failed: ${stderr}`);
    return performance.now() - started;
  });
  return times.sort((a, b) => a - b)[RUNS / 2] ?? Number.NaN;
}

const slomix = join(root, "bin/slomix");
time(slomix, ["--version"]); // installs and builds when it has to
const bare = time(process.execPath, ["-e", "0"]);
const version = time(slomix, ["--version"]);
const file = "samples/small/2025-12-05_s02/gamestats/2025-12-05-211159-frostbite-round-1.txt";
const parse = time(slomix, ["parse", "--json", file]);

console.log(`node               ${bare.toFixed(0)} ms`);
console.log(`slomix --version   ${version.toFixed(0)} ms  ${(version / bare).toFixed(1)} × node`);
console.log(`slomix parse FILE  ${parse.toFixed(0)} ms  ${(parse / bare).toFixed(1)} × node`);
