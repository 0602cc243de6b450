import type { ParseWarning } from "@slomix/stats-parser";
import type { Tx } from "../../connect.ts";
import { together } from "../../together.ts";
import { noteWarnings } from "../ledger.ts";
import { refreshMatches } from "../matches/refresh.ts";
import type { RoundRecord } from "../records/round-record.ts";
import type { StretchRecord } from "../records/stretch-record.ts";
import { knownRounds, makeRoom, type RoundsToStore, storeRounds } from "./store-rounds.ts";
import {
  forgetEnded,
  moveRounds,
  sessionIdsFor,
  sessionsOfRounds,
  storedSessions,
  storeSessions,
} from "./store-sessions.ts";
import { linkTelemetry } from "./store-telemetry.ts";

/** What storing a stretch did. */
export interface StoredStretch {
  /** Ids of its gaming sessions. */
  readonly sessions: readonly number[];
  /** Names of its files with rounds: whether one of them is an orphan Round 2. */
  readonly orphans: ReadonlyMap<string, boolean>;
  /** Everything odd about its files, findings of the seven checks included, by file. */
  readonly warnings: ReadonlyMap<string, readonly ParseWarning[]>;
  /** Rounds written, by key; the others stood as they should. */
  readonly written: readonly string[];
  /** Findings of the seven checks of the rounds written, by key. */
  readonly findings: ReadonlyMap<string, readonly string[]>;
}

/** Brings the database to what a stretch of play was found to be. */
export async function storeStretch(
  tx: Tx,
  record: StretchRecord,
  rewrite: boolean,
): Promise<StoredStretch> {
  const known = await knownRounds(tx, record.files, record.rounds);
  const [room, sessions, before] = await together(
    makeRoom(tx, record.rounds, known, rewrite),
    sessionIdsFor(tx, record.sessions, known),
    storedSessions(tx, known),
  );
  const { ids, written } = room;
  const sessionOf = sessionsOfRounds(record.sessions, sessions);
  const rounds = new Map(record.rounds.map((round) => [round.key, round]));
  const played = record.sessions.map(({ play }, i) => ({ id: sessions[i] as number, play }));
  const excluded = new Set(known.flatMap(({ key, excluded }) => (excluded ? [key] : [])));
  // The rounds come first: what hangs on them is asked for behind them.
  const [{ findings, warnings }] = await together(
    storeChecked(tx, room, sessionOf, record),
    moveRounds(tx, sessionOf, ids, known),
    forgetEnded(tx, before, sessions).then(({ teams, matches }) =>
      together(
        storeSessions(tx, record.sessions, sessions, teams, rounds, excluded),
        refreshMatches(tx, played, excluded, matches, rewrite),
      ),
    ),
    linkTelemetry(tx, record, ids),
    linkEndstatsFiles(tx, record, ids),
  );
  return {
    sessions,
    orphans: orphansOf(record.rounds),
    warnings: byFile(record.rounds, warnings),
    written: written.map((r) => r.key),
    findings,
  };
}

function orphansOf(rounds: readonly RoundRecord[]): Map<string, boolean> {
  const orphans = new Map<string, boolean>();
  for (const { file, fields } of rounds)
    if (file)
      orphans.set(file, orphans.get(file) === true || fields["round_status"] === "orphan_r2");
  return orphans;
}

/** Warnings of rounds as warnings of their files: a report may hold several. */
function byFile(
  rounds: readonly RoundRecord[],
  warnings: ReadonlyMap<string, readonly ParseWarning[]>,
): Map<string, readonly ParseWarning[]> {
  const files = new Map<string, readonly ParseWarning[]>();
  for (const { key, file } of rounds) {
    const odd = warnings.get(key) ?? [];
    if (file && odd.length > 0) files.set(file, [...(files.get(file) ?? []), ...odd]);
  }
  return files;
}

/** Stores the rounds, and beside their files what is odd about them. */
async function storeChecked(
  tx: Tx,
  room: RoundsToStore,
  sessionOf: ReadonlyMap<string, number>,
  { rounds, warnings: checked }: StretchRecord,
): Promise<Pick<StoredStretch, "findings" | "warnings">> {
  const findings = await storeRounds(tx, room, sessionOf);
  const warnings = new Map(checked);
  for (const [key, found] of findings)
    warnings.set(key, [
      ...(warnings.get(key) ?? []),
      ...found.map((message) => ({ code: "check", message })),
    ]);
  const odd = byFile(rounds, warnings);
  const files = new Set(room.written.flatMap(({ file }) => file ?? []));
  await noteWarnings(
    tx,
    [...files].map((name) => ({ name, message: noteOf(odd.get(name) ?? []) })),
  );
  return { findings, warnings };
}

function noteOf(warnings: readonly ParseWarning[]): string | null {
  const text = warnings
    .map((w) => (w.line ? `line ${w.line}: ${w.message}` : w.message))
    .join("; ");
  return text ? `WARN: ${text}` : null;
}

async function linkEndstatsFiles(
  tx: Tx,
  record: StretchRecord,
  ids: ReadonlyMap<string, number>,
): Promise<void> {
  if (record.endstats.length === 0) return;
  await tx.query(
    `insert into processed_endstats_files as f (filename, round_id, success, error_message)
     select name, id, id is not null, message
     from unnest($1::text[], $2::int[], $3::text[]) as n (name, id, message)
     on conflict (filename) do update
       set round_id = excluded.round_id, success = excluded.success,
           error_message = excluded.error_message, processed_at = now()
       where (f.round_id, f.error_message) is distinct from (excluded.round_id, excluded.error_message)`,
    [
      record.endstats.map((e) => e.file),
      record.endstats.map((e) => (e.round === null ? null : (ids.get(e.round) ?? null))),
      record.endstats.map((e) => e.message),
    ],
  );
}
