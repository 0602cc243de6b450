import type { Tx } from "../../connect.ts";
import {
  type ChangedFacts,
  FACT_TABLES,
  type FactRow,
  type FactTable,
  factsOf,
  type SessionFacts,
  storeFacts,
} from "./fact-tables.ts";
import { type MapKey, type PairKey, rollUpMaps, rollUpPairs } from "./roll-up.ts";
import type { SessionPlay } from "./session-play.ts";
import { storeSynergies } from "./synergy-rows.ts";

/** A session that was stored. */
export interface PlayedSession {
  readonly id: number;
  readonly play: SessionPlay;
  /** Its id is not new: there may be rows of it. */
  readonly known: boolean;
}

/**
 * Brings everything that is kept of matches to these sessions as they were stored: line-ups that met,
 * pairs of players, players' maps and synergies. Only what changed is written, and added up anew from
 * the rows of all sessions. `everything` adds up also what did not change.
 *
 * @param excluded keys of rounds that an operator took out
 */
export async function refreshMatches(
  tx: Tx,
  sessions: readonly PlayedSession[],
  excluded: ReadonlySet<string>,
  everything: boolean,
): Promise<void> {
  const facts = new Map(sessions.map(({ id, play }) => [id, factsOf(without(play, excluded))]));
  const known = sessions.flatMap(({ id, known }) => (known ? [id] : []));
  await bringTo(tx, facts, known, everything);
}

/** Forgets matches of sessions of which no round is left. */
export async function forgetMatches(tx: Tx, sessions: readonly number[]): Promise<void> {
  await bringTo(tx, new Map(), sessions, false);
}

/** Empties everything that is kept of matches. */
export async function emptyMatches(tx: Tx): Promise<void> {
  const derived = ["player_pairs", "map_performance", "player_synergies"];
  for (const table of [...FACT_TABLES.map(({ name }) => name), ...derived])
    await tx.query(`delete from ${table}`);
}

async function bringTo(
  tx: Tx,
  facts: ReadonlyMap<number, SessionFacts>,
  known: readonly number[],
  everything: boolean,
): Promise<void> {
  const changed = {} as Record<FactTable["name"], ChangedFacts>;
  await freeMatches(tx, facts);
  for (const table of FACT_TABLES) {
    const wanted = new Map([...facts].map(([id, rows]) => [id, rows[table.name]]));
    const done = await storeFacts(tx, table, wanted, known);
    changed[table.name] = everything ? { ...done, come: [...wanted.values()].flat() } : done;
  }
  const players = keysOf(changed.match_players, 0, 2) as (readonly [string, string, string])[];
  const pairs = keysOf(changed.session_pairs, 0, 2) as unknown as PairKey[];
  await rollUpPairs(tx, pairs);
  await rollUpMaps(tx, distinct(players.map(([, guid, map]): MapKey => [guid, map])));
  await storeSynergies(tx, [...new Set(pairs.map(([guid]) => guid))]);
}

/** A match that stands under a session of which its rounds know nothing: somebody deleted rounds by hand. */
async function freeMatches(tx: Tx, facts: ReadonlyMap<number, SessionFacts>): Promise<void> {
  const ids = [...facts.values()].flatMap((rows) => rows.match_players.map(([matchId]) => matchId));
  if (ids.length === 0) return;
  await tx.query(
    "delete from match_players where match_id = any($1) and gaming_session_id <> all($2)",
    [[...new Set(ids)], [...facts.keys()]],
  );
}

/** Columns `first` to `last` of all rows that changed, each combination once. */
function keysOf({ come, gone }: ChangedFacts, first: number, last: number): FactRow[] {
  return distinct([...come, ...gone].map((row) => row.slice(first, last + 1)));
}

function distinct<Key extends FactRow>(keys: readonly Key[]): Key[] {
  return [...new Map(keys.map((key) => [JSON.stringify(key), key])).values()];
}

function without(play: SessionPlay, excluded: ReadonlySet<string>): SessionPlay {
  if (!play.rows.some(({ round }) => excluded.has(round.key))) return play;
  const rows = play.rows.map((row) =>
    excluded.has(row.round.key) ? { ...row, round: { ...row.round, valid: false } } : row,
  );
  return { ...play, rows };
}
