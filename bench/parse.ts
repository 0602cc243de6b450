/**
 * How fast stats files are read: node --conditions=@slomix/source bench/parse.ts
 * One thread, warm, in memory; the 12-player rounds of the sample season. Prints medians, MB/s and
 * the ratio to `JSON.parse` of the same value.
 */
import { fileURLToPath } from "node:url";
import { parseStatsFileOrThrow, roundStats } from "@slomix/stats-parser";
import { readArchive } from "../packages/stats-parser/test/support/archive.ts";

const PLAYERS = 12;
const ROUNDS = 400;

interface Match {
  readonly round1: { readonly name: string; readonly bytes: Uint8Array };
  readonly round2: { readonly name: string; readonly bytes: Uint8Array };
}

const matches = seasonMatches();
const sizes = (pick: (match: Match) => number) =>
  matches.reduce((sum, match) => sum + pick(match), 0) / matches.length;

report(
  "Round 1: parse",
  sizes((match) => match.round1.bytes.length),
  measure((match) => parseStatsFileOrThrow(match.round1.bytes, match.round1.name)),
);
report(
  "Round 1: parse, then its round",
  sizes((match) => match.round1.bytes.length),
  measure((match) => round1Of(match)),
);
report(
  "Round 2: parse both, then the differential",
  sizes((match) => match.round1.bytes.length + match.round2.bytes.length),
  measure((match) => round2Of(match)),
);

function round1Of({ round1 }: Match) {
  return roundStats(parseStatsFileOrThrow(round1.bytes, round1.name), { partner: null });
}

function round2Of({ round1, round2 }: Match) {
  const partner = parseStatsFileOrThrow(round1.bytes, round1.name);
  return roundStats(parseStatsFileOrThrow(round2.bytes, round2.name), { partner });
}

interface Times {
  readonly own: number;
  readonly best: number;
  readonly json: number;
}

/** Median milliseconds of one call, and of parsing the JSON of what it returns; both side by side. */
function measure(run: (match: Match) => unknown): Times {
  const texts = matches.map((match) => JSON.stringify(run(match)));
  const own: number[] = [];
  const json: number[] = [];
  let kept: unknown;
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    for (const match of matches) kept = run(match);
    const middle = performance.now();
    for (const text of texts) kept = JSON.parse(text);
    const end = performance.now();
    // The first half warms up.
    if (round < ROUNDS / 2) continue;
    own.push((middle - start) / matches.length);
    json.push((end - middle) / matches.length);
  }
  if (kept === undefined) throw new Error("nothing was read");
  return { own: median(own), best: Math.min(...own), json: median(json) };
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function report(what: string, bytes: number, { own, best, json }: Times): void {
  const speed = bytes / 1e6 / (own / 1000);
  console.log(
    `${what.padEnd(42)} ${own.toFixed(4)} ms (best ${best.toFixed(4)})  ` +
      `${speed.toFixed(0).padStart(4)} MB/s  ` +
      `JSON.parse ${json.toFixed(4)} ms  ratio ${(own / json).toFixed(2)}`,
  );
}

/** Pairs of files of one map, one right after the other, with twelve player lines each. */
function seasonMatches(): Match[] {
  const archive = readArchive(fileURLToPath(new URL("../samples/season.tar.gz", import.meta.url)));
  const files = [...archive]
    .filter(([path]) => /\/gamestats\/.*-round-[12]\.txt$/.test(path))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, bytes]) => ({
      name: path.slice(path.lastIndexOf("/") + 1),
      bytes: bytes.slice(),
    }));
  const lines = (bytes: Uint8Array) => bytes.filter((byte) => byte === 0x0a).length - 1;
  return files.flatMap((round1, i) => {
    const round2 = files[i + 1];
    const second = round1.name.slice(17).replace("-round-1", "-round-2");
    const pair = round2?.name.slice(17) === second && round1.name.endsWith("-round-1.txt");
    if (!pair || lines(round1.bytes) !== PLAYERS || lines(round2.bytes) !== PLAYERS) return [];
    return [{ round1, round2 }];
  });
}
