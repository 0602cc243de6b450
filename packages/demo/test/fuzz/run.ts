// Damages demos for as long as you like:
//   pnpm fuzz [count] [seed] [from]
import { fuzz } from "./fuzz.ts";

const [count = 100_000, seed = 1, from = 0] = process.argv.slice(2).map(Number);
const STEP = 5000;

const outcomes = new Map<string, number>();
let slowestMs = 0;
const started = performance.now();
for (let at = from; at < from + count; at += STEP) {
  const report = fuzz({ seed, count: Math.min(STEP, from + count - at), from: at });
  for (const [outcome, times] of report.outcomes)
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + times);
  slowestMs = Math.max(slowestMs, report.slowestMs);
  for (const { number, problem } of report.failures)
    console.error(`seed ${seed} number ${number}: ${problem}`);
  if (report.failures.length > 0) process.exit(1);
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  const memory = (process.memoryUsage().rss / 1e6).toFixed(0);
  const done = Math.min(at + STEP, from + count) - from;
  console.log(`${done} demos, ${seconds} s, slowest +${slowestMs.toFixed(1)} ms, ${memory} MB`);
}
console.log(Object.fromEntries([...outcomes].sort()));
