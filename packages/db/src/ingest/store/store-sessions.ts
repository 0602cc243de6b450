import { assignSessionIds } from "@slomix/stopwatch";
import type { Tx } from "../../connect.ts";
import { COUNTED } from "../../queries/counted-rounds.ts";
import { forgetMatches } from "../matches/refresh.ts";
import type { SessionRecord } from "../records/session-record.ts";
import type { KnownRound } from "./store-rounds.ts";
import { upsert } from "./write-rows.ts";

/**
 * Writes the gaming sessions of a stretch: their ids to the rounds, rosters and results whole. An
 * id stays with the session that holds most of its rounds; the results of ids that ended go.
 *
 * @returns the ids, in the order of the sessions
 */
export async function storeSessions(
  tx: Tx,
  sessions: readonly SessionRecord[],
  ids: ReadonlyMap<string, number>,
  known: readonly KnownRound[],
): Promise<number[]> {
  const before = new Map<string, number>();
  for (const k of known) if (k.sessionId !== null) before.set(k.key, k.sessionId);
  const sessionIds = await idsFor(tx, sessions, before);

  await placeRounds(tx, sessions, sessionIds, ids);
  const ended = [...new Set(before.values())].filter((id) => !sessionIds.includes(id));
  await forget(tx, ended);
  await storeTeams(tx, sessions, sessionIds);
  await storeResults(tx, sessions, sessionIds);
  await countPlayers(tx, sessionIds);
  return sessionIds;
}

/** New ids come from the database's sequence, and only as many as are needed. */
async function idsFor(
  tx: Tx,
  sessions: readonly SessionRecord[],
  before: ReadonlyMap<string, number>,
): Promise<number[]> {
  let needed = 0;
  const draft = assignSessionIds(sessions, before, () => -++needed);
  if (needed === 0) return draft;
  const rows = await tx.query<{ id: number }>(
    `select nextval('gaming_session_ids')::int as id from generate_series(1, $1::int)`,
    [needed],
  );
  const fresh = rows.map((row) => row.id).sort((a, b) => a - b);
  return draft.map((id) => (id < 0 ? (fresh[-id - 1] as number) : id));
}

async function placeRounds(
  tx: Tx,
  sessions: readonly SessionRecord[],
  sessionIds: readonly number[],
  ids: ReadonlyMap<string, number>,
): Promise<void> {
  const sessionOf = new Map<string, number>();
  sessions.forEach((s, i) => {
    for (const key of s.roundKeys) sessionOf.set(key, sessionIds[i] as number);
  });
  const rounds = [...ids];
  if (rounds.length === 0) return;
  await tx.query(
    `update rounds r set gaming_session_id = n.session
     from unnest($1::int[], $2::int[]) as n (id, session)
     where r.id = n.id and r.gaming_session_id is distinct from n.session`,
    [rounds.map(([, id]) => id), rounds.map(([key]) => sessionOf.get(key) ?? null)],
  );
}

/** Rosters, results and matches of ids that no round has any more. */
export async function forget(tx: Tx, sessionIds: readonly number[]): Promise<void> {
  if (sessionIds.length === 0) return;
  const empty = await tx.query<{ id: number }>(
    `select distinct id from unnest($1::int[]) as s (id)
     where not exists (select 1 from rounds r where r.gaming_session_id = s.id)`,
    [sessionIds],
  );
  if (empty.length === 0) return;
  const ids = empty.map(({ id }) => id);
  for (const table of ["session_teams", "session_results"])
    await tx.query(`delete from ${table} where gaming_session_id = any($1)`, [ids]);
  await forgetMatches(tx, ids);
}

/** Rosters that somebody set by hand stay as they are. */
async function storeTeams(
  tx: Tx,
  sessions: readonly SessionRecord[],
  sessionIds: readonly number[],
): Promise<void> {
  await tx.query(
    `delete from session_teams where gaming_session_id = any($1) and source <> 'manual'`,
    [sessionIds],
  );
  const manual = new Set(
    (
      await tx.query<{ id: number }>(
        `select distinct gaming_session_id as id from session_teams
         where gaming_session_id = any($1)`,
        [sessionIds],
      )
    ).map((row) => row.id),
  );
  const rows = sessions.flatMap((session, i) => {
    const id = sessionIds[i] as number;
    if (manual.has(id)) return [];
    return session.teams.map((team) => ({
      ...session.teamFields,
      gaming_session_id: id,
      team_name: team.name,
      slot: team.letter,
      player_guids: team.guids,
      player_names: team.names,
      color: team.color,
    }));
  });
  const first = rows[0];
  if (!first) return;
  const columns = Object.keys(first) as (keyof typeof first)[];
  await tx.copy(
    "session_teams",
    columns,
    rows.map((row) => columns.map((c) => row[c])),
  );
}

async function storeResults(
  tx: Tx,
  sessions: readonly SessionRecord[],
  sessionIds: readonly number[],
): Promise<void> {
  const names = await teamNames(tx, sessionIds);
  const rows = sessions.map((session, i) => {
    const id = sessionIds[i] as number;
    return {
      ...session.result,
      gaming_session_id: id,
      team_1_name: names.get(`${id}A`) ?? "Team A",
      team_2_name: names.get(`${id}B`) ?? "Team B",
      round_details: { version: 1, maps: session.maps },
      updated_at: new Date(),
    };
  });
  await upsert(tx, "session_results", "gaming_session_id, map_name", rows);
}

/** Everybody of a session is counted once, when it is stored: lists show the number of many sessions. */
export async function countPlayers(tx: Tx, sessionIds: readonly number[]): Promise<void> {
  if (sessionIds.length === 0) return;
  await tx.query(
    `update session_results x set players = everybody.players
     from (
       select id, count(*)::int as players from (
         select r.gaming_session_id as id, p.player_guid as guid
         from rounds r join player_comprehensive_stats p on p.round_id = r.id
         where r.gaming_session_id = any($1) and ${COUNTED} and not p.is_bot
         union
         select r.gaming_session_id, lineup.guid from rounds r cross join lateral
           jsonb_array_elements_text(coalesce(r.lineup_axis, '[]') || coalesce(r.lineup_allies, '[]')) lineup (guid)
         where r.gaming_session_id = any($1) and ${COUNTED}
       ) one group by id
     ) everybody
     where x.gaming_session_id = everybody.id and x.map_name = 'ALL'
       and x.players <> everybody.players`,
    [sessionIds],
  );
}

async function teamNames(tx: Tx, sessionIds: readonly number[]): Promise<Map<string, string>> {
  const rows = await tx.query<{ key: string; name: string }>(
    `select gaming_session_id || slot as key, team_name as name from session_teams
     where gaming_session_id = any($1) and slot is not null`,
    [sessionIds],
  );
  return new Map(rows.map((row) => [row.key, row.name]));
}
