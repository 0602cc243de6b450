import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseStatsFile, type StatsFile } from "@slomix/stats-parser";
import { reportBytes, reportOf } from "../../../packages/stats-parser/test/support/report-text.ts";
import { samples } from "./command.ts";

const evening = join(samples, "small/2025-09-12_s01/gamestats");

/** The two stats files of a match of the samples. */
export const matchFiles = [
  "2025-09-12-204849-supply-round-1.txt",
  "2025-09-12-205859-supply-round-2.txt",
] as const;

/** Ends of the two rounds, Unix seconds. */
export const matchEnds = [1757710126, 1757710736] as const;

const [first, second] = matchFiles.map((name): StatsFile => {
  const result = parseStatsFile(readFileSync(join(evening, name)), name);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}) as [StatsFile, StatsFile];

/** The rounds of the match as a league tells them, without movement and events. */
export const reportedMatch = [first, second].map((file, at) =>
  reportOf(file, {
    startUnix: (matchEnds[at] ?? 0) - (file === first ? 640 : 510),
    endUnix: matchEnds[at] ?? 0,
    fixture: "4711",
    alphaName: "^1Red ^7Herons",
    betaName: "Blue Otters",
    // Who defends in Round 1 attacks in Round 2, where he has changed sides.
    alphaSide: file === first ? 1 : 2,
  }),
);

/** A match report of these rounds, in this order. */
export function matchReport(rounds: readonly object[], winner = "alpha"): Uint8Array {
  return reportBytes({
    match: { match_id: 4711, winner, rounds: rounds.map((round) => ({ round_data: round })) },
  });
}

/** One of the rounds as a report by itself. */
export function roundReport(number: 1 | 2): Uint8Array {
  return reportBytes(reportedMatch[number - 1] ?? {});
}
