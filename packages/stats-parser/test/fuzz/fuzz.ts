import {
  assignVersusOwners,
  linkAwards,
  type ParsedFile,
  parseFile,
  roundStats,
  type StatsFile,
} from "../../src/index.ts";
import { inventedByEndstats, inventedByStats, inventedByTelemetry, unsound } from "./claims.ts";
import { corpus, type Seed } from "./corpus.ts";
import { mutate, mutateJson } from "./mutate.ts";
import { Random } from "./random.ts";
import { problemsOfReport } from "./report-claims.ts";

/** No damaged file may take longer, in milliseconds. */
const SLOW_MS = 50;

/** One file that broke a rule; seed and number bring it back. */
export interface FuzzFailure {
  readonly seed: number;
  readonly number: number;
  readonly name: string;
  readonly problem: string;
}

/** How a run went. */
export interface FuzzReport {
  readonly files: number;
  /** Files by kind and `ok` or the error's code, so that a run shows what it reached. */
  readonly outcomes: ReadonlyMap<string, number>;
  readonly slowestMs: number;
  readonly failures: readonly FuzzFailure[];
}

/** Which files to damage, and how many times. */
export interface FuzzOptions {
  readonly seed: number;
  readonly count: number;
  readonly from?: number;
  /** Groups that are drawn alike; default {@link corpus}. */
  readonly groups?: readonly (readonly Seed[])[];
}

/**
 * Damages real files and reads them: nothing may be thrown, take more than 50 ms, hold a number that
 * is none, or name a player whom the damaged file does not hold. File `from + i` depends on the seed
 * and its number alone. Stops at ten failures.
 */
export function fuzz({ seed, count, from = 0, groups = corpus() }: FuzzOptions): FuzzReport {
  const all = groups.flat().map((file) => file.bytes);
  const partners = corpus()
    .flat()
    .map((file) => parseFile(file.bytes, file.name))
    .flatMap((file) => (file.kind === "stats" && file.result.ok ? [file.result.value] : []));
  const outcomes = new Map<string, number>();
  const failures: FuzzFailure[] = [];
  let slowestMs = 0;
  for (let number = from; number < from + count && failures.length < 10; number++) {
    const random = new Random(seed, number);
    const original = random.pick(random.pick(groups));
    const whole = random.next() < 0.7 ? mutateJson(original.bytes, random, all) : null;
    const bytes = whole ?? mutate(original.bytes, random, all);
    const name = random.next() < 0.2 ? "damaged" : original.name;
    const partner = random.pick(partners);
    const fail = (problem: string) => failures.push({ seed, number, name, problem });
    const started = performance.now();
    try {
      const file = parseFile(bytes, name);
      const problems = examine(file, bytes, name, partner);
      const outcome = `${file.kind} ${file.result.ok ? "ok" : file.result.error.code}`;
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      for (const problem of problems) fail(problem);
    } catch (error) {
      fail(`thrown: ${error instanceof Error ? error.stack : String(error)}`);
      continue;
    }
    let took = performance.now() - started;
    if (took > SLOW_MS) {
      // The machine may have been busy: the file alone, in its own processor time, the best of three.
      took = Math.min(...[1, 2, 3].map(() => processorMs(bytes, name)));
      if (took > SLOW_MS) fail(`took ${took.toFixed(0)} ms`);
    }
    slowestMs = Math.max(slowestMs, took);
  }
  return { files: count, outcomes, slowestMs, failures };
}

function processorMs(bytes: Uint8Array, name: string): number {
  const before = process.cpuUsage();
  parseFile(bytes, name);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function examine(file: ParsedFile, input: Uint8Array, name: string, partner: StatsFile): string[] {
  const { result } = file;
  if (!result.ok) {
    const silent = result.error.message === "" ? ["an error without a message"] : [];
    return file.kind === "report"
      ? [...silent, ...problemsOfReport(file.result, input, name)]
      : silent;
  }
  const problems = unsound(result);
  switch (file.kind) {
    case "stats": {
      if (!file.result.ok) break;
      const { value } = file.result;
      problems.push(...inventedByStats(value, input));
      const held = new Set(value.lines.map((line) => `${line.guid}\\${line.rawName}`));
      for (const context of [{ partner }, { partner: null }]) {
        const { stats, warnings } = roundStats(value, context);
        problems.push(...unsound(stats, "round"), ...unsound(warnings, "warnings"));
        for (const { guid, rawName } of stats.players) {
          if (!held.has(`${guid}\\${rawName}`))
            problems.push(`the round invents ${guid} ${rawName}`);
        }
      }
      break;
    }
    case "endstats": {
      if (!file.result.ok) break;
      const { value } = file.result;
      problems.push(...inventedByEndstats(value, input));
      linkAwards(value.awards, partner.lines);
      const owned = assignVersusOwners(value, partner.lines);
      const unowned = assignVersusOwners({ ...value, hasOwners: false }, partner.lines);
      if (owned.length !== value.versus.length || unowned.length !== owned.length) {
        problems.push("duels were lost");
      }
      break;
    }
    case "report":
      problems.push(...problemsOfReport(file.result, input, name));
      break;
    case "webhook":
    case "gametime":
      if (file.result.ok) problems.push(...inventedByTelemetry(file.result.value, input));
      break;
    default:
      problems.push(`read as ${file.kind}`);
  }
  return problems;
}
