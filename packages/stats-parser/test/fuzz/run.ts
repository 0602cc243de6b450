// Damages files for as long as you like:
//   pnpm fuzz [count] [seed] [from]
//   pnpm fuzz reports [count] [seed] [from]
import { corpus, reportCorpus } from "./corpus.ts";
import { fuzz } from "./fuzz.ts";

const reports = process.argv[2] === "reports";
const numbers = process.argv.slice(reports ? 3 : 2).map(Number);
const [count = 1_000_000, seed = 1, from = 0] = numbers;
const groups = reports ? reportCorpus() : corpus();
const STEP = 50_000;

const outcomes = new Map<string, number>();
let slowestMs = 0;
const started = performance.now();
for (let at = from; at < from + count; at += STEP) {
  const step = Math.min(STEP, from + count - at);
  const report = fuzz({ seed, count: step, from: at, groups });
  for (const [outcome, times] of report.outcomes) {
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + times);
  }
  slowestMs = Math.max(slowestMs, report.slowestMs);
  for (const { number, name, problem } of report.failures) {
    console.error(`seed ${seed} number ${number} (${name}): ${problem}`);
  }
  if (report.failures.length > 0) process.exit(1);
  const seconds = (performance.now() - started) / 1000;
  console.log(
    `${at + step - from} files, ${seconds.toFixed(0)} s, slowest ${slowestMs.toFixed(1)} ms`,
  );
}
console.log(Object.fromEntries([...outcomes].sort()));
