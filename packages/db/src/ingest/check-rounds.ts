import type { ParseWarning, RoundReport } from "@slomix/stats-parser";
import type { Pairing } from "@slomix/stopwatch";
import type { Evidence } from "./contents.ts";

/** All that is odd about the rounds of a stretch before they are stored, by round key. */
export type CheckedRounds = ReadonlyMap<string, readonly ParseWarning[]>;

const CLOCK_AMBIGUOUS: ParseWarning = {
  code: "clock_ambiguous",
  message:
    "written in the hour that the clock repeats in autumn, and no webhook tells which of the two",
};

const ZONE_SUSPECT: ParseWarning = {
  code: "zone_suspect",
  message:
    "most webhooks of this evening fit the file names only in another time zone than the one set",
};

/**
 * Brings together what the parser repaired or missed in each file and what pairing found out. None
 * of it keeps a round out; ranges that do were refused while parsing.
 */
export function checkRounds(pairing: Pairing, evidence: Evidence): CheckedRounds {
  const checked = new Map<string, readonly ParseWarning[]>();
  const ambiguous = new Set(pairing.zone.ambiguous);
  for (const round of pairing.rounds) {
    if (!round.file) continue;
    const all = [
      ...(evidence.warnings.get(round.key) ?? reportWarnings(round.report, evidence)),
      ...round.warnings,
      ...(ambiguous.has(round.key) ? [CLOCK_AMBIGUOUS] : []),
      ...(pairing.zone.suspect ? [ZONE_SUSPECT] : []),
    ];
    const seen = new Set<string>();
    const list = all.filter((w) => {
      const key = `${w.code}\0${w.line ?? ""}\0${w.field ?? ""}\0${w.message}`;
      return !seen.has(key) && seen.add(key);
    });
    if (list.length > 0) checked.set(round.key, list);
  }
  return checked;
}

/** What the parser said of this round of a report, or of the file as a whole. */
function reportWarnings(report: RoundReport | null, evidence: Evidence): readonly ParseWarning[] {
  if (!report) return [];
  const place = /#(\d+)$/.exec(report.name)?.[1];
  const mine = `rounds[${Number(place ?? 1) - 1}]`;
  return (evidence.warnings.get(report.file) ?? []).filter(
    ({ field }) => !field?.startsWith("rounds[") || field.startsWith(mine),
  );
}
