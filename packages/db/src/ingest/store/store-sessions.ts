import { assignSessionIds } from "@slomix/stopwatch";
import type { SqlValue, Tx } from "../../connect.ts";
import { COUNTED } from "../../queries/counted-rounds.ts";
import { storableText } from "../../storable.ts";
import { together } from "../../together.ts";
import { allStoredFacts, type StoredFacts } from "../matches/fact-tables.ts";
import { forgetMatches } from "../matches/refresh.ts";
import { countsForPlayers, type RoundRecord } from "../records/round-record.ts";
import type { SessionRecord } from "../records/session-record.ts";
import type { KnownRound } from "./store-rounds.ts";
import { addRows, upsert, valuesOf } from "./write-rows.ts";

/**
 * The ids of a stretch's gaming sessions, in their order: an id stays with the session that holds most of its
 * rounds, new ones come from the database's sequence, and only as many as are needed.
 */
export async function sessionIdsFor(
  tx: Tx,
  sessions: readonly SessionRecord[],
  known: readonly KnownRound[],
): Promise<number[]> {
  let needed = 0;
  const draft = assignSessionIds(sessions, sessionsBefore(known), () => -++needed);
  if (needed === 0) return draft;
  const rows = await tx.query<{ id: number }>(
    `select nextval('gaming_session_ids')::int as id from generate_series(1, $1::int)`,
    [needed],
  );
  const fresh = rows.map((row) => row.id).sort((a, b) => a - b);
  return draft.map((id) => (id < 0 ? (fresh[-id - 1] as number) : id));
}

/** The session of each round that is in one, by key. */
export function sessionsOfRounds(
  sessions: readonly SessionRecord[],
  sessionIds: readonly number[],
): Map<string, number> {
  return new Map(
    sessions.flatMap((session, i) =>
      session.roundKeys.map((key) => [key, sessionIds[i] as number] as const),
    ),
  );
}

/** Rounds that stand as they should, but in another session: a late file may join two, or part them. */
export async function moveRounds(
  tx: Tx,
  sessionOf: ReadonlyMap<string, number>,
  ids: ReadonlyMap<string, number>,
  known: readonly KnownRound[],
): Promise<void> {
  const moved = known.flatMap(({ key, sessionId }) => {
    const [id, session] = [ids.get(key), sessionOf.get(key) ?? null];
    return id === undefined || session === sessionId ? [] : [{ id, session }];
  });
  if (moved.length === 0) return;
  await tx.query(
    `update rounds r set gaming_session_id = n.session
     from unnest($1::int[], $2::int[]) as n (id, session) where r.id = n.id`,
    [moved.map(({ id }) => id), moved.map(({ session }) => session)],
  );
}

/** What stands of gaming sessions beside their rounds. */
export interface StoredSessions {
  readonly ids: readonly number[];
  readonly teams: readonly StoredTeam[];
  readonly matches: StoredFacts;
}

/** What stands of the sessions that these rounds are in. */
export async function storedSessions(
  tx: Tx,
  known: readonly KnownRound[],
): Promise<StoredSessions> {
  const ids = [...new Set(sessionsBefore(known).values())];
  const [teams, matches] = await together(storedTeams(tx, ids), allStoredFacts(tx, ids));
  return { ids, teams, matches };
}

/** As much of it as is of these sessions: what was kept of others goes, their rounds are elsewhere now. */
export async function forgetEnded(
  tx: Tx,
  before: StoredSessions,
  sessionIds: readonly number[],
): Promise<Omit<StoredSessions, "ids">> {
  const ended = before.ids.filter((id) => !sessionIds.includes(id));
  if (ended.length === 0) return before;
  await forget(tx, ended);
  const of = <Row extends { readonly session: number }>(rows: readonly Row[]) =>
    rows.filter(({ session }) => !ended.includes(session));
  const { match_players, session_pairs, matchup_history } = before.matches;
  return {
    teams: of(before.teams),
    matches: {
      match_players: of(match_players),
      session_pairs: of(session_pairs),
      matchup_history: of(matchup_history),
    },
  };
}

/**
 * Writes rosters and results of a stretch's gaming sessions.
 *
 * @param before the teams as they stand
 * @param rounds all rounds of the stretch, by key
 * @param excluded keys of rounds that an operator took out
 */
export async function storeSessions(
  tx: Tx,
  sessions: readonly SessionRecord[],
  sessionIds: readonly number[],
  before: readonly StoredTeam[],
  rounds: ReadonlyMap<string, RoundRecord>,
  excluded: ReadonlySet<string>,
): Promise<void> {
  const rosters = sessions.map((session, i) => rosterOf(session, sessionIds[i] as number, before));
  await together(
    storeTeams(tx, rosters),
    storeResults(tx, sessions, rosters, (session) => playersOf(session, rounds, excluded)),
  );
}

function sessionsBefore(known: readonly KnownRound[]): Map<string, number> {
  return new Map(
    known.flatMap(({ key, sessionId }) => (sessionId === null ? [] : [[key, sessionId] as const])),
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

const TEAM_COLUMNS = [
  "session_start_date",
  "map_name",
  "team_name",
  "slot",
  "player_guids",
  "player_names",
  "color",
  "detection_confidence",
  "consistency",
  "source",
] as const;

/** A team as it stands. */
export interface StoredTeam {
  readonly session: number;
  readonly row: Readonly<Record<(typeof TEAM_COLUMNS)[number], SqlValue>>;
}

async function storedTeams(tx: Tx, sessionIds: readonly number[]): Promise<StoredTeam[]> {
  const rows = await tx.query<StoredTeam["row"] & { gaming_session_id: number }>(
    `select gaming_session_id, ${TEAM_COLUMNS.join(", ")} from session_teams
     where gaming_session_id = any($1) order by slot`,
    [sessionIds],
  );
  return rows.map(({ gaming_session_id: session, ...row }) => ({ session, row }));
}

/** What becomes of the teams of one session. */
interface Roster {
  readonly session: number;
  /** Team names by slot, as they are to be shown. */
  readonly names: ReadonlyMap<SqlValue, SqlValue>;
  /** Rows that were found from rounds go, and these come; null: they stand as they should. */
  readonly rows: readonly SqlValue[][] | null;
}

/** Rosters that somebody set by hand stay as they are. */
function rosterOf(session: SessionRecord, id: number, stored: readonly StoredTeam[]): Roster {
  const own = stored.flatMap((team) => (team.session === id ? [team.row] : []));
  const manual = own.filter(({ source }) => source === "manual");
  const wanted =
    manual.length > 0
      ? []
      : session.teams.map((team) => ({
          ...session.teamFields,
          team_name: storableText(team.name),
          slot: team.letter,
          player_guids: team.guids,
          player_names: team.names,
          color: team.color,
        }));
  const named = manual.length > 0 ? manual : wanted;
  const [before, after] = [own.filter((row) => !manual.includes(row)), wanted].map((rows) =>
    valuesOf(rows, TEAM_COLUMNS),
  );
  return {
    session: id,
    names: new Map(named.map((row) => [row.slot, row.team_name])),
    rows: JSON.stringify(before) === JSON.stringify(after) ? null : (after ?? []),
  };
}

async function storeTeams(tx: Tx, rosters: readonly Roster[]): Promise<void> {
  const changed = rosters.filter(({ rows }) => rows !== null);
  if (changed.length === 0) return;
  await together(
    tx.query(`delete from session_teams where gaming_session_id = any($1) and source <> 'manual'`, [
      changed.map(({ session }) => session),
    ]),
    addRows(
      tx,
      "session_teams",
      ["gaming_session_id", ...TEAM_COLUMNS],
      changed.flatMap(({ session, rows }) => (rows ?? []).map((row) => [session, ...row])),
    ),
  );
}

async function storeResults(
  tx: Tx,
  sessions: readonly SessionRecord[],
  rosters: readonly Roster[],
  countPlayers: (session: SessionRecord) => number,
): Promise<void> {
  const rows = sessions.map((session, i) => {
    const { session: id, names } = rosters[i] as Roster;
    return {
      ...session.result,
      gaming_session_id: id,
      players: countPlayers(session),
      team_1_name: names.get("A") ?? "Team A",
      team_2_name: names.get("B") ?? "Team B",
      round_details: { version: 1, maps: session.maps },
      updated_at: new Date(),
    };
  });
  await upsert(tx, "session_results", "gaming_session_id, map_name", rows);
}

/** Everybody in a round that counts, also those of whom only the webhook tells. */
function playersOf(
  session: SessionRecord,
  rounds: ReadonlyMap<string, RoundRecord>,
  excluded: ReadonlySet<string>,
): number {
  const everybody = new Set<string>();
  for (const key of session.roundKeys) {
    const round = rounds.get(key);
    if (!round || excluded.has(key) || !countsForPlayers(round)) continue;
    for (const { guid, bot } of round.people) if (!bot) everybody.add(guid);
    for (const side of ["lineup_axis", "lineup_allies"])
      for (const guid of (round.fields[side] ?? []) as string[]) everybody.add(storableText(guid));
  }
  return everybody.size;
}

/** Counts the players of sessions by the rows of their rounds: what {@link storeSessions} knows from the files. */
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
