import { mapKey } from "@slomix/stopwatch";
import type { Reader, SqlValue } from "../database.ts";
import { COUNTED, countedAs } from "./counted-rounds.ts";
import { daysOf, newestWindow, type PERIODS } from "./rounds-window.ts";
import { type SessionSummary, summariesOf } from "./session-summary.ts";

/** Which sessions, and how many of them. */
export interface SessionFilter {
  readonly limit: number;
  readonly offset: number;
  /** Only sessions with a round of this map that counts, in any case. */
  readonly map?: string | undefined;
  /** Only sessions in which the player with this GUID has numbers in a round that counts. */
  readonly player?: string | undefined;
  /** Only sessions of a stretch that ends with the newest round; `from` and `to` narrow it. */
  readonly period?: (typeof PERIODS)[number] | undefined;
  /** Only sessions that began on this day or later, `YYYY-MM-DD`. */
  readonly from?: string | undefined;
  /** Only sessions that began on this day or earlier. */
  readonly to?: string | undefined;
}

/** A page of a list. */
export interface SessionPage {
  readonly sessions: readonly SessionSummary[];
  /** How many fit the filter in all. */
  readonly total: number;
}

/**
 * Gaming sessions with at least one round that counts, newest first.
 *
 * @throws {DatabaseError}
 */
export async function listSessions(db: Reader, filter: SessionFilter): Promise<SessionPage> {
  const params: SqlValue[] = [];
  const bind = (value: SqlValue) => `$${params.push(value)}`;
  const wanted = ["r.gaming_session_id is not null", COUNTED];
  if (filter.map !== undefined)
    wanted.push(`exists (select 1 from rounds m where m.gaming_session_id = r.gaming_session_id
      and ${countedAs("m")} and lower(m.map_name) = ${bind(mapKey(filter.map))})`);
  if (filter.player !== undefined)
    wanted.push(`r.gaming_session_id in (select q.gaming_session_id
      from player_comprehensive_stats p join rounds q on q.id = p.round_id
      where p.player_guid = ${bind(filter.player)} and ${countedAs("q")} and not p.is_bot)`);
  const days: string[] = [];
  if (filter.period !== undefined && filter.period !== "all") {
    const { from } = daysOf(await newestWindow(db, filter.period));
    days.push(`min(r.round_date) >= ${bind(from)}::date`);
  }
  if (filter.from !== undefined) days.push(`min(r.round_date) >= ${bind(filter.from)}::date`);
  if (filter.to !== undefined) days.push(`min(r.round_date) <= ${bind(filter.to)}::date`);
  const rows = await db.query<{ total: number; ids: number[] | null }>(
    `with wanted as (
       select r.gaming_session_id as id, max(r.round_ended_at) as ended
       from rounds r where ${wanted.join(" and ")}
       group by r.gaming_session_id ${days.length > 0 ? `having ${days.join(" and ")}` : ""}
     ), page as (
       select id from wanted order by ended desc, id desc
       limit ${bind(filter.limit)} offset ${bind(filter.offset)}
     )
     select (select count(*) from wanted)::int as total, array(select id from page) as ids`,
    params,
  );
  const { total, ids } = rows[0] ?? { total: 0, ids: [] };
  return { total, sessions: await summariesOf(db, ids ?? []) };
}
