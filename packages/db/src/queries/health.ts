import type { Engine, Reader } from "../database.ts";
import { COUNTED } from "./counted-rounds.ts";

/** Whether the database answers, and what it holds. */
export interface Health {
  readonly engine: Engine;
  /** Every round that is stored. */
  readonly rounds: number;
  /** Rounds that count for players: what every other number of rounds is about. */
  readonly countedRounds: number;
  /** Sessions with a round that counts: those of the list. */
  readonly sessions: number;
  /** Humans with numbers in any round. */
  readonly players: number;
  /** ISO 8601: end of the newest round; null when there is none. */
  readonly lastRoundEnd: string | null;
  /** ISO 8601: when the newest file was taken in. */
  readonly lastFileAt: string | null;
  /** Files of the ledger by what became of them. */
  readonly files: LedgerCounts;
}

/** Files by what became of them. */
export interface LedgerCounts {
  readonly imported: number;
  readonly failed: number;
  readonly duplicate: number;
  readonly skippedOld: number;
  readonly quarantined: number;
}

interface HealthRow
  extends Omit<Health, "engine" | "lastRoundEnd" | "lastFileAt" | "files">,
    LedgerCounts {
  readonly lastRoundEnd: Date | null;
  readonly lastFileAt: Date | null;
}

/**
 * A look at the whole. One statement.
 *
 * @throws {DatabaseError} when the database does not answer
 */
export async function health(db: Reader): Promise<Health> {
  const [row] = await db.query<HealthRow>(
    `select r.*, p.players, f.*
     from (
       select count(*)::int as rounds, (count(*) filter (where ${COUNTED}))::int as "countedRounds",
         (count(distinct r.gaming_session_id) filter (where ${COUNTED}))::int as sessions,
         max(r.round_ended_at) as "lastRoundEnd"
       from rounds r
     ) r, (
       select count(*)::int as players from player_names
     ) p, (
       select (count(*) filter (where status = 'imported'))::int as imported,
         (count(*) filter (where status = 'failed'))::int as failed,
         (count(*) filter (where status = 'duplicate'))::int as duplicate,
         (count(*) filter (where status = 'skipped_old'))::int as "skippedOld",
         (count(*) filter (where status = 'quarantined'))::int as quarantined,
         max(processed_at) as "lastFileAt"
       from processed_files
     ) f`,
  );
  const {
    imported,
    failed,
    duplicate,
    skippedOld,
    quarantined,
    lastRoundEnd,
    lastFileAt,
    ...counts
  } = row as HealthRow;
  return {
    engine: db.engine,
    ...counts,
    lastRoundEnd: lastRoundEnd?.toISOString() ?? null,
    lastFileAt: lastFileAt?.toISOString() ?? null,
    files: { imported, failed, duplicate, skippedOld, quarantined },
  };
}
