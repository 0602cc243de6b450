import type { Database, Tx } from "../connect.ts";
import { COUNTED } from "../queries/counted-rounds.ts";
import { joinName, nameColumns } from "../queries/player-name.ts";
import { checkSessions } from "./check-sessions.ts";
import { Contents } from "./contents.ts";
import type { IngestOptions } from "./contract.ts";
import { VerificationError } from "./failure.ts";
import { derive, settingsOf } from "./ingest.ts";
import { checkMatches } from "./matches/check-matches.ts";
import { EVENT_TABLES } from "./records/event-columns.ts";
import type { RoundRecord } from "./records/round-record.ts";
import { sevenChecks } from "./store/seven-checks.ts";
import { knownRounds } from "./store/store-rounds.ts";
import { verifyEvents } from "./store/verify-events.ts";
import { verifyInserts } from "./store/verify-inserts.ts";
import { allStretches } from "./stretch.ts";
import { checkTotals } from "./totals/check-totals.ts";

/** What a validation found. Errors are contradictions; warnings are gaps that real life leaves. */
export interface ValidationReport {
  readonly counts: Readonly<Record<string, number>>;
  readonly firstDate: string | null;
  readonly lastDate: string | null;
  readonly topPlayers: readonly {
    readonly guid: string;
    readonly name: string;
    readonly kills: number;
  }[];
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

interface Probe {
  readonly sql: string;
  readonly say: (count: number) => string;
}

/** Contradictions: each counts rows that may not be. */
const ERRORS: readonly Probe[] = [
  {
    sql: `select count(*)::int as n from rounds r where file_name is not null and not exists (
            select 1 from processed_files f where f.filename = r.file_name and f.status = 'imported')`,
    say: (n) => `${n} rounds whose stats file the ledger does not hold`,
  },
  {
    sql: `select count(*)::int as n from processed_files f where kind = 'stats' and status = 'imported'
            and not exists (select 1 from rounds r where r.file_name = f.filename)`,
    say: (n) => `${n} imported stats files without a round`,
  },
  {
    sql: `select count(*)::int as n from rounds where is_valid and gaming_session_id is null
            and round_status <> 'active'`,
    say: (n) => `${n} valid rounds without a gaming session`,
  },
  {
    sql: `select count(*)::int as n from rounds r where file_name is not null and not exists (
            select 1 from player_comprehensive_stats p where p.round_id = r.id)`,
    say: (n) => `${n} rounds without players`,
  },
  {
    sql: `select count(*)::int as n from rounds r where report_name is null and (${EVENT_TABLES.map(
      ({ table }) => `exists (select 1 from ${table} e where e.round_id = r.id)`,
    ).join(" or ")})`,
    say: (n) => `${n} rounds with events that no report tells of`,
  },
  {
    sql: `select count(*)::int as n from player_comprehensive_stats p
          where abs(p.kd_ratio - p.kills::float8 / greatest(p.deaths, 1)) > 0.01`,
    say: (n) => `${n} player rows whose kill ratio does not follow from their kills and deaths`,
  },
  {
    sql: `select count(*)::int as n from session_results s where not exists (
            select 1 from rounds r where r.gaming_session_id = s.gaming_session_id)`,
    say: (n) => `${n} session results without rounds`,
  },
  {
    sql: `select count(*)::int as n from player_aliases a full join (
            select p.player_guid as guid, p.clean_name as alias, min(r.round_ended_at) as first,
              max(r.round_ended_at) as last, count(*) as times
            from player_comprehensive_stats p join rounds r on r.id = p.round_id
            where not p.is_bot group by 1, 2) w using (guid, alias)
          where (a.first_seen, a.last_seen, a.times_seen) is distinct from (w.first, w.last, w.times)`,
    say: (n) => `player_aliases: ${n} names are not what the rounds say`,
  },
  {
    sql: `select count(*)::int as n from player_names n full join (
            select distinct on (guid) guid as player_guid, alias from player_aliases
            order by guid, last_seen desc, times_seen desc, alias) w using (player_guid)
          where n.name is distinct from w.alias`,
    say: (n) => `player_names: ${n} are not the newest name of their player`,
  },
];

const WARNINGS: readonly Probe[] = [
  {
    sql: "select count(*)::int as n from rounds where round_status = 'orphan_r2'",
    say: (n) => `${n} Round 2 files without their Round 1`,
  },
  {
    sql: "select count(*)::int as n from lua_round_teams where round_id is null",
    say: (n) => `${n} webhooks that belong to no round`,
  },
  {
    sql: "select count(*)::int as n from processed_endstats_files where round_id is null",
    say: (n) => `${n} endstats files that belong to no round`,
  },
  {
    sql: "select count(*)::int as n from processed_files where status in ('failed', 'quarantined')",
    say: (n) => `${n} files in quarantine or failed`,
  },
  {
    sql: `select count(*)::int as n from player_comprehensive_stats
          where kills > 80 or damage_given > 15000 or time_played_seconds > 3600`,
    say: (n) => `${n} player rows with implausible numbers`,
  },
];

const TABLES = [
  "rounds",
  "player_comprehensive_stats",
  "weapon_comprehensive_stats",
  "round_awards",
  "round_vs_stats",
  ...EVENT_TABLES.map(({ table }) => table),
  "processed_files",
  "session_teams",
  "session_results",
  "lua_round_teams",
  "player_aliases",
  "player_links",
];

/**
 * Holds the database against itself and against the raw files of its ledger: every round is derived
 * again and compared, row by row, with what is stored, so are gaming sessions and the results of their
 * matches, and all kept sums are added up anew. Writes nothing.
 */
export async function validate(
  db: Database,
  options: IngestOptions = {},
): Promise<ValidationReport> {
  return db.transaction(async (tx) => {
    const errors: string[] = [];
    const warnings: string[] = [];
    for (const probe of ERRORS) await ask(tx, probe, errors);
    for (const probe of WARNINGS) await ask(tx, probe, warnings);
    await compareWithFiles(tx, options, errors, warnings);
    await checkGaps(tx, options, errors);
    errors.push(...(await checkMatches(tx)));
    errors.push(...(await checkTotals(tx)));
    const counts: Record<string, number> = {};
    for (const table of TABLES)
      counts[table] =
        (await tx.query<{ n: number }>(`select count(*)::int as n from ${table}`))[0]?.n ?? 0;
    const [dates] = await tx.query<{ first: string | null; last: string | null }>(
      "select min(round_date)::text as first, max(round_date)::text as last from rounds",
    );
    const topPlayers = await tx.query<{ guid: string; name: string; kills: number }>(
      `select p.player_guid as guid, ${nameColumns("p.player_guid")}, p.kills
       from (
         select p.player_guid, sum(p.kills)::int as kills
         from player_comprehensive_stats p join rounds r on r.id = p.round_id
         where ${COUNTED} and not p.is_bot group by 1 order by 2 desc, 1 limit 5
       ) p ${joinName("p.player_guid")} order by p.kills desc, 1`,
    );
    return {
      counts,
      firstDate: dates?.first ?? null,
      lastDate: dates?.last ?? null,
      topPlayers,
      errors,
      warnings,
    };
  });
}

async function ask(tx: Tx, probe: Probe, list: string[]): Promise<void> {
  const n = (await tx.query<{ n: number }>(probe.sql))[0]?.n ?? 0;
  if (n > 0) list.push(probe.say(n));
}

/** Rounds as stored against rounds as the files have them. */
async function compareWithFiles(
  tx: Tx,
  options: IngestOptions,
  errors: string[],
  warnings: string[],
): Promise<void> {
  const settings = await settingsOf(tx, options);
  const contents = new Contents(500);
  for (const stretch of await allStretches(tx, settings)) {
    const record = await derive(tx, stretch, contents, settings, () => {});
    const known = new Map((await knownRounds(tx, record.files)).map((k) => [k.key, k]));
    const stored: RoundRecord[] = [];
    for (const round of record.rounds) {
      const row = known.get(round.key);
      if (!row) errors.push(`${round.key}: not stored`);
      else {
        stored.push(round);
        if (row.hash !== round.hash)
          errors.push(`${round.key}: stored otherwise than its files say`);
      }
    }
    errors.push(...(await checkSessions(tx, record, known)));
    const idOf = (round: RoundRecord) => known.get(round.key)?.id ?? 0;
    try {
      await verifyInserts(tx, stored, idOf);
      await verifyEvents(tx, stored, idOf);
    } catch (error) {
      if (!(error instanceof VerificationError)) throw error;
      errors.push(error.message);
    }
    for (const [key, found] of await sevenChecks(tx, stored, idOf))
      warnings.push(...found.map((text) => `${key}: ${text}`));
  }
}

/** No gap within a session is longer than the setting. What else parts sessions, the files tell. */
async function checkGaps(tx: Tx, options: IngestOptions, errors: string[]): Promise<void> {
  const { sessionGapMinutes } = await settingsOf(tx, options);
  const rows = await tx.query<{ id: number; gap: number }>(
    `select id, gap from (
       select gaming_session_id as id, extract(epoch from round_ended_at - lag(round_ended_at)
         over (partition by gaming_session_id order by round_ended_at)) / 60.0 as gap
       from rounds where gaming_session_id is not null) g
     where gap > $1::float8`,
    [sessionGapMinutes],
  );
  for (const row of rows)
    errors.push(`session ${row.id}: a gap of ${Math.round(row.gap)} minutes lies inside it`);
}
