// How much memory reading 100 MB of demo as a stream takes at most, against an empty process.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DemoReader, describeError } from "@slomix/demo";
import { build } from "esbuild";

const SIZE = 100e6;
const PIECE = 64 * 1024;
/** Megabytes that the process may have at most. */
const MOST = 150;

const [task, file = ""] = process.argv.slice(2);
if (task === undefined) await compare();
else if (task !== "empty") read(readFileSync(file), task === "keep");
if (task !== undefined) console.log(process.resourceUsage().maxRSS / 1000);

/** Runs each task in a process of its own, from one script: Node takes 40 MB to read TypeScript. */
async function compare(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "slomix-bench-"));
  try {
    const script = join(folder, "demo-memory.mjs");
    await build({
      entryPoints: [import.meta.filename],
      outfile: script,
      bundle: true,
      platform: "node",
      format: "esm",
      conditions: ["@slomix/source"],
      external: ["esbuild"],
    });
    // The script needs no esbuild: it is here only to make itself.
    writeFileSync(script, readFileSync(script, "utf8").replace(/^import .* from "esbuild";$/m, ""));
    const recording = join(import.meta.dirname, "../../shared/data/demos/demo01_cn2.dm_84");
    const demo = existsSync(recording) ? recording : await makeDemo(join(folder, "made.dm_84"));
    console.log(demo === recording ? "a real recording, repeated" : "a made demo, repeated");
    const run = (...given: string[]) => {
      const { stdout, stderr, status } = spawnSync(process.execPath, [script, ...given], {
        encoding: "utf8",
      });
      if (status !== 0) throw new Error(stderr);
      const lines = stdout.trim().split("\n");
      return { peak: Number(lines.pop()), said: lines.join("\n") };
    };
    const empty = run("empty").peak;
    for (const [task, what] of [
      ["hand-on", "events handed on as they come"],
      ["keep", "all events kept"],
    ] as const) {
      const { peak, said } = run(task, demo);
      const ratio = (peak / empty).toFixed(2);
      console.log(`${what}: ${said}`);
      console.log(`  at most ${peak.toFixed(0)} MB, empty ${empty.toFixed(0)} MB, ratio ${ratio}`);
      if (peak > MOST) process.exitCode = 1;
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function makeDemo(path: string): Promise<string> {
  const { buildScene } = await import("../packages/demo/test/support/scene.ts");
  writeFileSync(path, buildScene({ seconds: 200 }).bytes);
  return path;
}

/** Reads the demo again and again, in pieces as from a file, and says what was in it. */
function read(demo: Uint8Array, isKept: boolean): void {
  let handedOn = 0;
  const handOn = () => {
    handedOn++;
  };
  const reader = new DemoReader(isKept ? {} : { onEvent: handOn, onHit: handOn });
  const started = performance.now();
  let bytes = 0;
  while (bytes < SIZE) {
    // Without the mark for its end: one demo behind the other is a recording of many maps.
    for (let at = 0; at < demo.length - 8; at += PIECE) {
      const end = Math.min(demo.length - 8, at + PIECE);
      reader.push(Uint8Array.prototype.slice.call(demo, at, end));
      bytes += end - at;
    }
  }
  const seconds = (performance.now() - started) / 1000;
  const result = reader.finish();
  if (!result.ok) throw new Error(describeError(result.error));
  const { events, hits, parts, damage } = result.value;
  if (damage !== null) throw new Error(describeError(damage));
  const told = isKept ? events.length + hits.length : handedOn;
  const speed = (bytes / 1e6 / seconds).toFixed(0);
  console.log(
    `${(bytes / 1e6).toFixed(0)} MB, ${parts.length} maps, ${told} events and hits, ${speed} MB/s`,
  );
}
