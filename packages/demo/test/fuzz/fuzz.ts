import {
  cutDemo,
  type Demo,
  DemoReader,
  type DemoResult,
  readDemo,
  WORLD,
} from "../../src/index.ts";
import { hasRealDemos, REAL_DEMOS, realDemo } from "../support/real-demos.ts";
import { buildScene } from "../support/scene.ts";
import { mutate } from "./mutate.ts";
import { Random } from "./random.ts";

/** A damaged demo may take so much longer than the sound one, in milliseconds. */
const SLOW_MS = 50;

/** One file that broke a rule; seed and number bring it back. */
export interface FuzzFailure {
  readonly seed: number;
  readonly number: number;
  readonly problem: string;
}

/** How a run went. */
export interface FuzzReport {
  /** Files by how they ended: `marker`, `corrupt bad_code`, `refused not_a_demo`, … */
  readonly outcomes: ReadonlyMap<string, number>;
  /** The most that a file took over the sound one. */
  readonly slowestMs: number;
  readonly failures: readonly FuzzFailure[];
}

/** Sound demos, and how long each takes. Every tenth or so is a piece of a real recording, where there are any. */
function corpus(): { bytes: Uint8Array; ms: number }[] {
  const scenes = [
    buildScene({ seconds: 4, seed: 5 }),
    buildScene({ seconds: 2, seed: 6, mod: "etpro", modVersion: "3.2.6", map: "radar" }),
    buildScene({ seconds: 3, seed: 7, modVersion: "v2.82.1-80-g247d7fd" }),
  ].map(({ bytes }) => bytes);
  const real = hasRealDemos ? REAL_DEMOS.map((name) => realDemo(name).subarray(0, 60_000)) : [];
  return [...scenes, ...real].map((bytes) => {
    for (let warm = 0; warm < 20; warm++) read(bytes);
    return { bytes, ms: timeOf(bytes) };
  });
}

/**
 * Damages demos and reads them, with everything there is to read: nothing may be thrown, take 50 ms
 * longer than the sound demo, or claim what cannot be. Every tenth is cut, too. File `from + i` depends on the
 * seed and its number alone. Stops at ten failures.
 */
export function fuzz(options: { seed: number; count: number; from?: number }): FuzzReport {
  const { seed, count, from = 0 } = options;
  const demos = corpus();
  const outcomes = new Map<string, number>();
  const failures: FuzzFailure[] = [];
  let slowestMs = 0;
  for (let number = from; number < from + count && failures.length < 10; number++) {
    const random = new Random(seed, number);
    const { bytes: original, ms } = random.pick(demos);
    const bytes = mutate(original, random, random.pick(demos).bytes);
    const fail = (problem: string) => failures.push({ seed, number, problem });
    let took = 0;
    try {
      const started = performance.now();
      const result = read(bytes);
      took = performance.now() - started - ms;
      const outcome = outcomeOf(result);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      for (const problem of problemsOf(result, bytes)) fail(problem);
      if (number % 10 === 0) cutSomewhere(bytes, random);
    } catch (error) {
      fail(`threw ${error instanceof Error ? error.stack : error}`);
    }
    // Another process may have had the processor: what is slow is slow again.
    if (took > SLOW_MS) {
      took = Math.min(...Array.from({ length: 3 }, () => timeOf(bytes))) - ms;
      if (took > SLOW_MS) fail(`took ${took.toFixed(0)} ms longer`);
    }
    slowestMs = Math.max(slowestMs, took);
  }
  return { outcomes, slowestMs, failures };
}

/** Everything that can be read, in two pieces. */
function read(bytes: Uint8Array): DemoResult<Demo> {
  let seen = 0;
  const reader = new DemoReader({
    onPositions: ({ count }) => {
      seen += count;
    },
    onSnapshot: (snapshot) => {
      seen += snapshot.entityCount;
    },
  });
  const middle = bytes.length >> 1;
  reader.push(bytes.subarray(0, middle));
  reader.push(bytes.subarray(middle));
  if (seen < 0) throw new Error("fewer than nobody");
  return reader.finish();
}

function timeOf(bytes: Uint8Array): number {
  const started = performance.now();
  read(bytes);
  return performance.now() - started;
}

function outcomeOf(result: DemoResult<Demo>): string {
  if (!result.ok) return `refused ${result.error.code}`;
  const { end, damage } = result.value;
  return damage === null ? end : `${end} ${damage.code}`;
}

/** What cannot be, whatever the bytes. */
function problemsOf(result: DemoResult<Demo>, bytes: Uint8Array): string[] {
  const problems: string[] = [];
  const say = (holds: boolean, problem: string) => holds || problems.push(problem);
  if (!result.ok) {
    const { message, offset = 0 } = result.error;
    say(message !== "", "an error without a message");
    say(offset >= 0 && offset <= bytes.length, `an error at byte ${offset} of ${bytes.length}`);
    return problems;
  }
  const { end, damage, events, hits, counts, parts, bytes: size } = result.value;
  say((end === "corrupt") === (damage !== null), `${end} with ${damage?.code}`);
  if (damage !== null) {
    const { offset = -1, messageNumber = 0 } = damage;
    say(offset >= 0 && offset <= bytes.length, `damage at byte ${offset} of ${bytes.length}`);
    say(messageNumber >= 1 && messageNumber <= counts.messages + 1, `damage in ${messageNumber}`);
  }
  say(size === bytes.length, `${size} bytes of ${bytes.length}`);
  say(parts.length === counts.gamestates || damage !== null, "maps are missing");
  const told = events.filter(({ type }) => type === "obituary").length;
  say(counts.obituaries === told, `${told} obituaries of ${counts.obituaries}`);
  for (const event of events) {
    say(Number.isSafeInteger(event.serverTime), `an event at ${event.serverTime}`);
    if (event.type !== "obituary") continue;
    say(event.victim >= 0 && event.victim < 64, `${event.victim} died`);
    say((event.attacker >= 0 && event.attacker < 64) || event.attacker === WORLD, "who killed?");
  }
  for (const { hit } of hits) say(["team", "head", "body"].includes(hit), `hit ${hit}`);
  return problems;
}

/** A cut of a damaged demo is one that can be read, or an error. */
function cutSomewhere(bytes: Uint8Array, random: Random): void {
  const [a, b] = [random.below(4000), random.below(4000)];
  const range = { from: { elapsedMs: Math.min(a, b) }, to: { elapsedMs: Math.max(a, b) } };
  const cut = cutDemo(bytes, range);
  if (!cut.ok) return;
  const again = readDemo(cut.value.demo);
  if (!again.ok) throw new Error(`a cut that is no demo: ${again.error.message}`);
}
