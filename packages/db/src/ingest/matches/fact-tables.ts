import type { SqlValue, Tx } from "../../connect.ts";
import { together } from "../../together.ts";
import { addRows } from "../store/write-rows.ts";
import { hashesOf, type Meeting, matchPlayers, meetings } from "./match-facts.ts";
import { PAIR_SUMS, sessionPairs } from "./pair-facts.ts";
import type { SessionPlay } from "./session-play.ts";

/** A table whose rows of one session follow from that session alone. */
export interface FactTable {
  readonly name: "match_players" | "session_pairs" | "matchup_history";
  /** Behind the session's id. */
  readonly columns: readonly string[];
  /** How many of the columns, from the first on, tell its rows apart. */
  readonly keys: number;
}

/** Values in the order of the columns. */
export type FactRow = readonly SqlValue[];

const MATCH_PLAYERS: FactTable = {
  name: "match_players",
  keys: 2,
  columns: [
    ...["match_id", "player_guid", "map_name", "played_on", "ended_at", "team", "outcome"],
    ...["rounds", "kills", "deaths", "damage_given", "time_played_ms"],
  ],
};

const SESSION_PAIRS: FactTable = {
  name: "session_pairs",
  keys: 3,
  columns: ["player_guid", "other_guid", "season", ...PAIR_SUMS],
};

const MATCHUP_HISTORY: FactTable = {
  name: "matchup_history",
  keys: 2,
  columns: [
    ...["matchup_id", "match_id", "session_date", "played_on", "ended_at", "map_name"],
    ...["lineup_a_hash", "lineup_b_hash", "lineup_a_guids", "lineup_b_guids"],
    ...["winner_lineup_hash", "lineup_a_score", "lineup_b_score", "player_stats"],
  ],
};

export const FACT_TABLES: readonly FactTable[] = [MATCH_PLAYERS, SESSION_PAIRS, MATCHUP_HISTORY];

/** The rows of a session, by table. */
export type SessionFacts = Readonly<Record<FactTable["name"], readonly FactRow[]>>;

/** All that is kept of a session's matches. */
export function factsOf(play: SessionPlay): SessionFacts {
  const players = matchPlayers(play);
  return {
    match_players: players.map((p) => [
      ...[p.matchId, p.guid, p.map, p.date, new Date(p.endMs), p.team, p.outcome],
      ...[p.rounds, p.kills, p.deaths, p.damage, p.timeMs],
    ]),
    session_pairs: sessionPairs(play, players).map(({ player, other, season, sums }) => [
      ...[player, other, season],
      ...sums,
    ]),
    matchup_history: meetings(play).map((meeting) => meetingRow(meeting, play.date)),
  };
}

function meetingRow(meeting: Meeting, sessionDate: string): FactRow {
  const { id, a, b } = hashesOf(meeting);
  const { winner } = meeting;
  return [
    ...[id, meeting.matchId, sessionDate, meeting.date, new Date(meeting.endMs), meeting.map],
    ...[a, b, meeting.lineUpA, meeting.lineUpB],
    winner === "A" ? a : winner === "B" ? b : null,
    ...[meeting.scoreA, meeting.scoreB, meeting.players],
  ];
}

/** A row as it stands in the database, with its place there. */
export interface StoredFact {
  readonly place: string;
  readonly session: number;
  readonly row: FactRow;
}

/** Rows of sessions as they stand. */
export async function storedFacts(
  tx: Tx,
  { name, columns }: FactTable,
  sessions: readonly number[] | null,
): Promise<StoredFact[]> {
  const rows = await tx.query<Record<string, SqlValue>>(
    `select ctid::text as place, gaming_session_id as session, ${columns.join(", ")} from ${name}
     ${sessions ? "where gaming_session_id = any($1)" : ""}`,
    sessions ? [sessions] : [],
  );
  return rows.map((row) => ({
    place: row["place"] as string,
    session: row["session"] as number,
    row: columns.map((column) => row[column]),
  }));
}

/** A row as text that is the same for the same values, whoever made it. */
export function factText(session: number, row: FactRow): string {
  return JSON.stringify([session, ...row.map(inOneOrder)]);
}

/** `jsonb` gives the keys of an object back in an order of its own. */
function inOneOrder(value: unknown): unknown {
  if (value === null || typeof value !== "object" || Array.isArray(value) || value instanceof Date)
    return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, inOneOrder(inner)]));
}

/** Rows of sessions as they stand, by table. */
export type StoredFacts = Readonly<Record<FactTable["name"], readonly StoredFact[]>>;

/** All rows of sessions as they stand. */
export async function allStoredFacts(tx: Tx, sessions: readonly number[]): Promise<StoredFacts> {
  const [match_players, session_pairs, matchup_history] =
    sessions.length === 0
      ? [[], [], []]
      : await together(
          storedFacts(tx, MATCH_PLAYERS, sessions),
          storedFacts(tx, SESSION_PAIRS, sessions),
          storedFacts(tx, MATCHUP_HISTORY, sessions),
        );
  return { match_players, session_pairs, matchup_history };
}

/** What of a table has to change for the rows of sessions to be what they are to be. */
export interface FactChanges {
  readonly name: FactTable["name"];
  readonly columns: readonly string[];
  readonly come: readonly { readonly session: number; readonly row: FactRow }[];
  /** Rows that go, or that are written anew. */
  readonly gone: readonly StoredFact[];
}

/** Compares the rows of sessions, as they stand, with what they are to be, table by table. */
export function factChanges(
  facts: ReadonlyMap<number, SessionFacts>,
  before: StoredFacts,
): Readonly<Record<FactTable["name"], FactChanges>> {
  const of = (table: FactTable) => {
    const wanted = new Map([...facts].map(([id, rows]) => [id, rows[table.name]]));
    return changesOf(table, wanted, before[table.name]);
  };
  return {
    match_players: of(MATCH_PLAYERS),
    session_pairs: of(SESSION_PAIRS),
    matchup_history: of(MATCHUP_HISTORY),
  };
}

function changesOf(
  { name, columns }: FactTable,
  wanted: ReadonlyMap<number, readonly FactRow[]>,
  before: readonly StoredFact[],
): FactChanges {
  const toCompare = new Set(before.map(({ session }) => session));
  const come: { session: number; row: FactRow }[] = [];
  const compared = new Map<string, { session: number; row: FactRow }>();
  for (const [session, rows] of wanted)
    for (const row of rows)
      if (toCompare.has(session)) compared.set(factText(session, row), { session, row });
      else come.push({ session, row });
  const gone = before.filter(({ session, row }) => !compared.delete(factText(session, row)));
  come.push(...compared.values());
  return { name, columns, come, gone };
}

/** Carries out what {@link factChanges} found. */
export async function storeFacts(
  tx: Tx,
  { name, columns, come, gone }: FactChanges,
): Promise<void> {
  const removed =
    gone.length === 0
      ? []
      : [
          tx.query(`delete from ${name} where ctid = any($1::text[]::tid[])`, [
            gone.map(({ place }) => place),
          ]),
        ];
  await together(
    ...removed,
    addRows(
      tx,
      name,
      ["gaming_session_id", ...columns],
      come.map(({ session, row }) => [session, ...row]),
    ),
  );
}
