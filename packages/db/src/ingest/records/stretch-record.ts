import type { ParseWarning, RoundReport, RoundTelemetry } from "@slomix/stats-parser";
import type { Pairing, ScoredRounds } from "@slomix/stopwatch";
import type { CheckedRounds } from "../check-rounds.ts";
import type { LinkedDetails } from "../link-details.ts";
import { type RoundRecord, recordRound } from "./round-record.ts";
import { recordSession, type SessionRecord } from "./session-record.ts";

/** Everything that the database is to hold of one stretch of play. */
export interface StretchRecord {
  readonly rounds: readonly RoundRecord[];
  readonly sessions: readonly SessionRecord[];
  /** Stats files and reported rounds of the stretch, used or not: a round known by one of these and not listed above goes. */
  readonly files: readonly string[];
  /** Which webhook belongs to which round (null: to none). */
  readonly telemetry: readonly {
    readonly telemetry: RoundTelemetry;
    readonly round: string | null;
  }[];
  /** Which endstats file belongs to which round (null: to none). */
  readonly endstats: readonly {
    readonly file: string;
    readonly round: string | null;
    readonly message: string | null;
  }[];
  readonly warnings: ReadonlyMap<string, readonly ParseWarning[]>;
}

/** Turns what pairing and scoring found into rows. */
export function recordStretch(input: {
  readonly pairing: Pairing;
  readonly details: LinkedDetails;
  readonly checked: CheckedRounds;
  readonly scored: ScoredRounds;
  readonly reports: readonly RoundReport[];
}): StretchRecord {
  const { pairing, details, checked, scored, reports } = input;
  const all = [...scored.sessions.flatMap((s) => s.rounds), ...scored.outside];
  const rounds = all.map((r) =>
    recordRound(r, details.byRound.get(r.round.key), checked.get(r.round.key) ?? []),
  );
  const stored = new Map(rounds.map((r) => [r.key, r.expected.stored]));
  return {
    rounds: onlyOneCanonicalIdEach(rounds),
    sessions: scored.sessions.map((session) => recordSession(session, details.byRound, stored)),
    files: [
      ...new Set([
        ...pairing.rounds.flatMap((r) => (r.file ? [r.file.name] : [])),
        ...reports.map(({ name }) => name),
      ]),
    ],
    telemetry: [
      ...pairing.rounds.flatMap((r) =>
        r.telemetry && r.telemetry.source !== "report"
          ? [{ telemetry: r.telemetry, round: r.key }]
          : [],
      ),
      ...pairing.unlinked.map((telemetry) => ({ telemetry, round: null })),
    ],
    endstats: details.files,
    warnings: checked,
  };
}

/** Two webhooks may claim one start of one map; only the first round keeps the key that must be unique. */
function onlyOneCanonicalIdEach(rounds: readonly RoundRecord[]): RoundRecord[] {
  const taken = new Set<unknown>();
  return rounds.map((record) => {
    const id = record.fields["round_canonical_id"];
    if (id === null || !taken.has(id)) {
      taken.add(id);
      return record;
    }
    return { ...record, fields: { ...record.fields, round_canonical_id: null } };
  });
}

/** Several stretches as one, to be written with few statements. */
export function joinRecords(records: readonly StretchRecord[]): StretchRecord {
  const [only] = records;
  if (only && records.length === 1) return only;
  return {
    rounds: onlyOneCanonicalIdEach(records.flatMap((r) => r.rounds)),
    sessions: records.flatMap((r) => r.sessions),
    files: records.flatMap((r) => r.files),
    telemetry: linkedOnce(records.flatMap((r) => r.telemetry)),
    endstats: records.flatMap((r) => r.endstats),
    warnings: new Map(records.flatMap((r) => [...r.warnings])),
  };
}

/** A webhook that several stretches considered is linked where one of them found its round. */
function linkedOnce(links: StretchRecord["telemetry"]): StretchRecord["telemetry"] {
  const byDelivery = new Map<string, StretchRecord["telemetry"][number]>();
  for (const link of links) {
    const key = `${link.telemetry.endUnix}/${link.telemetry.map.toLowerCase()}/${link.telemetry.round}`;
    if (!byDelivery.get(key)?.round) byDelivery.set(key, link);
  }
  return [...byDelivery.values()];
}
