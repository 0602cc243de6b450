import type { RoundFixture, RoundReport } from "@slomix/stats-parser";
import type { ReadFile } from "./link-telemetry.ts";
import { mapKey } from "./map-key.ts";
import { sameCounters } from "./same-counters.ts";
import { WRITE_DELAY_MS } from "./timed-file.ts";

/** A report and another source of its round (stats file, webhook, report) tell ends this close together (ms). */
export const SAME_END_MS = 30_000;

/** A league's reports, sorted by what they stand beside. */
export interface LinkedReports<R> {
  /** The report of a round that has a stats file. */
  readonly reportOf: ReadonlyMap<R, RoundReport>;
  /** Reports of rounds without a stats file, by end. */
  readonly alone: readonly RoundReport[];
}

/**
 * One report a round: of several that tell of the same (a round report, and the match report with it)
 * the one with a gamelog, then with more players, then the first by name, with what the others know of
 * the fixture. By end, then name.
 */
export function uniqueReports(reports: readonly RoundReport[]): RoundReport[] {
  const byWorth = [...new Map(reports.map((report) => [report.name, report])).values()].sort(
    (a, b) =>
      Number(b.events !== null) - Number(a.events !== null) ||
      b.stats.lines.length - a.stats.lines.length ||
      compare(a.name, b.name),
  );
  const byRound = new Map<string, RoundReport[]>();
  for (const report of byWorth) {
    const same = byRound.get(roundOf(report)) ?? [];
    byRound.set(roundOf(report), same);
    const twin = same.findIndex(
      (kept) => near(kept, report) && sameCounters(kept.stats, report.stats),
    );
    const kept = same[twin];
    if (kept) same[twin] = { ...kept, fixture: filled(kept.fixture, report.fixture) };
    else same.push(report);
  }
  return [...byRound.values()]
    .flat()
    .sort((a, b) => endOf(a) - endOf(b) || compare(a.name, b.name));
}

/**
 * Finds the stats file of each report: equal map and number, ends within 30 s, the same players'
 * counters; one to one, the nearest first (ties by name). Does not depend on the order of either list.
 */
export function linkReports<R extends ReadFile>(
  files: readonly R[],
  reports: readonly RoundReport[],
): LinkedReports<R> {
  if (reports.length === 0) return { reportOf: new Map(), alone: [] };
  const byRound = new Map<string, RoundReport[]>();
  for (const report of reports) {
    const same = byRound.get(roundOf(report));
    if (same) same.push(report);
    else byRound.set(roundOf(report), [report]);
  }
  const candidates = files.flatMap((read) =>
    (byRound.get(`${read.file.round}/${read.map}`) ?? []).flatMap((report) => {
      const away = read.readings.map((at) => Math.abs(at - WRITE_DELAY_MS - endOf(report)));
      const distance = Math.min(...away);
      const same = distance <= SAME_END_MS && sameCounters(read.file, report.stats);
      return same ? [{ read, report, distance }] : [];
    }),
  );
  candidates.sort(
    (a, b) =>
      a.distance - b.distance ||
      compare(a.report.name, b.report.name) ||
      compare(a.read.file.name, b.read.file.name),
  );
  const reportOf = new Map<R, RoundReport>();
  const taken = new Set<RoundReport>();
  for (const { read, report } of candidates) {
    if (reportOf.has(read) || taken.has(report)) continue;
    reportOf.set(read, report);
    taken.add(report);
  }
  return { reportOf, alone: reports.filter((report) => !taken.has(report)) };
}

/** What two reports of one round say of its fixture: a match report tells the winner, a round report the sides. */
function filled(one: RoundFixture | null, other: RoundFixture | null): RoundFixture | null {
  if (one === null || other === null || one.id !== other.id) return one ?? other;
  return {
    id: one.id,
    alphaName: one.alphaName ?? other.alphaName,
    betaName: one.betaName ?? other.betaName,
    alphaSide: one.alphaSide ?? other.alphaSide,
    winner: one.winner ?? other.winner,
  };
}

/** End of a reported round, unix ms. */
export function endOf({ telemetry }: RoundReport): number {
  return telemetry.endUnix * 1000;
}

function roundOf({ stats }: RoundReport): string {
  return `${stats.round}/${mapKey(stats.header.map)}`;
}

function near(a: RoundReport, b: RoundReport): boolean {
  return Math.abs(endOf(a) - endOf(b)) <= SAME_END_MS;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
