import type { ParseWarning } from "@slomix/stats-parser";
import type { Pairing } from "@slomix/stopwatch";
import type { Evidence } from "./contents.ts";

/** All that is odd about the rounds of a stretch before they are stored, by stats file name. */
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
      ...(evidence.warnings.get(round.key) ?? []),
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
