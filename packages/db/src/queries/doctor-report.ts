import type { RoundNumber } from "@slomix/stats-parser";
import type { Engine, Reader } from "../database.ts";
import { ROUND_FILE } from "./round-file.ts";

/** A finding with some of its cases: the newest, and how many there are in all. */
export interface Finding<Case> {
  readonly total: number;
  /** Newest first. */
  readonly cases: readonly Case[];
}

/** A file that did not get in. */
export interface RefusedFile {
  readonly file: string;
  readonly kind: string;
  readonly status: "failed" | "quarantined";
  readonly code: string | null;
  readonly reason: string | null;
  readonly attempts: number;
  readonly processedAt: string;
  /** Null: it is not tried again by itself. */
  readonly nextRetryAt: string | null;
}

/** What the game server's script said of a round of which no stats file is linked. */
export interface UnlinkedWebhook {
  readonly file: string | null;
  readonly source: "webhook" | "gametime";
  readonly map: string;
  readonly round: RoundNumber;
  readonly end: string;
}

/** A round that needs a look. */
export interface OddRound {
  readonly id: number;
  readonly sessionId: number | null;
  readonly file: string | null;
  readonly map: string;
  readonly round: RoundNumber;
  readonly end: string;
}

/** A round whose time on the clock is not certain. */
export interface ClockRound extends OddRound {
  /** The flags and warnings that say so. */
  readonly codes: readonly string[];
}

/** A session without two rosters. */
export interface TeamlessSession {
  readonly id: number;
  readonly date: string;
  readonly rounds: number;
}

/** What is stored and not as it should be. */
export interface DoctorReport {
  readonly engine: Engine;
  readonly refusedFiles: Finding<RefusedFile>;
  readonly unlinkedWebhooks: Finding<UnlinkedWebhook>;
  /** Round 2 files whose Round 1 is missing: their numbers count for nobody. */
  readonly orphans: Finding<OddRound>;
  readonly clockRounds: Finding<ClockRound>;
  readonly sessionsWithoutTeams: Finding<TeamlessSession>;
}

/** Flags and warnings that speak of the clock: the night it goes back. */
const CLOCK_CODES = ["clock_change", "clock_ambiguous", "zone_suspect"];

/**
 * Everything in the database that somebody should look at, at most `limit` cases of each kind. Five
 * statements.
 *
 * @throws {DatabaseError}
 */
export async function doctorReport(db: Reader, limit = 20): Promise<DoctorReport> {
  return {
    engine: db.engine,
    refusedFiles: await refusedFiles(db, limit),
    unlinkedWebhooks: await unlinkedWebhooks(db, limit),
    orphans: await orphans(db, limit),
    clockRounds: await clockRounds(db, limit),
    sessionsWithoutTeams: await sessionsWithoutTeams(db, limit),
  };
}

type Counted<Row> = Row & { readonly total: number };

function finding<Row, Case>(
  rows: readonly Counted<Row>[],
  caseOf: (row: Row) => Case,
): Finding<Case> {
  return {
    total: rows[0]?.total ?? 0,
    cases: rows.map(({ total: _, ...row }) => caseOf(row as unknown as Row)),
  };
}

async function refusedFiles(db: Reader, limit: number): Promise<Finding<RefusedFile>> {
  type Row = Omit<RefusedFile, "processedAt" | "nextRetryAt"> & {
    processed: Date;
    retry: Date | null;
  };
  const rows = await db.query<Counted<Row>>(
    `select filename as file, kind, status, error_code as code, error_message as reason, attempts,
       processed_at as processed, next_retry_at as retry, count(*) over ()::int as total
     from processed_files where status in ('failed', 'quarantined')
     order by processed_at desc, filename limit $1`,
    [limit],
  );
  return finding<Row, RefusedFile>(rows, ({ processed, retry, ...row }) => ({
    ...row,
    processedAt: processed.toISOString(),
    nextRetryAt: retry?.toISOString() ?? null,
  }));
}

async function unlinkedWebhooks(db: Reader, limit: number): Promise<Finding<UnlinkedWebhook>> {
  type Row = Omit<UnlinkedWebhook, "end"> & { ended: Date };
  const rows = await db.query<Counted<Row>>(
    `select file_name as file, source, map_name as map, round_number as round,
       to_timestamp(round_end_unix) as ended, count(*) over ()::int as total
     from lua_round_teams where round_id is null
     order by round_end_unix desc, id desc limit $1`,
    [limit],
  );
  return finding<Row, UnlinkedWebhook>(rows, ({ ended, ...row }) => ({
    ...row,
    end: ended.toISOString(),
  }));
}

const ODD_ROUND = `r.id, r.gaming_session_id as "sessionId", ${ROUND_FILE} as file, r.map_name as map,
  r.round_number as round, r.round_ended_at as ended, count(*) over ()::int as total`;

type OddRow = Omit<OddRound, "end"> & { readonly ended: Date };

async function orphans(db: Reader, limit: number): Promise<Finding<OddRound>> {
  const rows = await db.query<Counted<OddRow>>(
    `select ${ODD_ROUND} from rounds r where r.round_status = 'orphan_r2'
     order by r.round_ended_at desc, r.id desc limit $1`,
    [limit],
  );
  return finding<OddRow, OddRound>(rows, ({ ended, ...row }) => ({
    ...row,
    end: ended.toISOString(),
  }));
}

async function clockRounds(db: Reader, limit: number): Promise<Finding<ClockRound>> {
  type Row = OddRow & { readonly codes: readonly string[] };
  const rows = await db.query<Counted<Row>>(
    `select ${ODD_ROUND}, said.codes from rounds r
     cross join lateral (
       select array_agg(distinct code order by code) as codes from (
         select jsonb_array_elements_text(r.flags) as code
         union all
         select w->>'code' from jsonb_array_elements(r.warnings) w
       ) c where code = any($1)
     ) said
     where said.codes is not null
     order by r.round_ended_at desc, r.id desc limit $2`,
    [CLOCK_CODES, limit],
  );
  return finding<Row, ClockRound>(rows, ({ ended, ...row }) => ({
    ...row,
    end: ended.toISOString(),
  }));
}

async function sessionsWithoutTeams(db: Reader, limit: number): Promise<Finding<TeamlessSession>> {
  const rows = await db.query<Counted<TeamlessSession>>(
    `select r.gaming_session_id as id, min(r.round_date) as date, count(*)::int as rounds,
       count(*) over ()::int as total
     from rounds r
     where r.gaming_session_id is not null and r.is_valid and (
       select count(*) from session_teams t
       where t.gaming_session_id = r.gaming_session_id and t.map_name = 'ALL' and t.slot is not null
     ) < 2
     group by r.gaming_session_id order by max(r.round_ended_at) desc limit $1`,
    [limit],
  );
  return finding<TeamlessSession, TeamlessSession>(rows, (row) => row);
}
