import type { Tx } from "../../connect.ts";
import { together } from "../../together.ts";
import {
  changesOf,
  FACT_TABLES,
  type FactChanges,
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
  const [, ...done] = await together(
    freeMatches(tx, facts),
    ...FACT_TABLES.map((table) => {
      const wanted = new Map([...facts].map(([id, rows]) => [id, rows[table.name]]));
      return changesOf(tx, table, wanted, known);
    }),
  );
  const changed = Object.fromEntries(done.map((table) => [table.name, table])) as Record<
    FactTable["name"],
    FactChanges
  >;
  const { match_players: players, session_pairs: pairs } = changed;
  const keys = (changes: FactChanges) => keysOf(changes, everything ? facts : null);
  const pairKeys = keys(pairs) as unknown as PairKey[];
  await together(
    ...done.map((changes) => storeFacts(tx, changes)),
    rollUpPairs(tx, pairKeys),
    rollUpMaps(
      tx,
      distinct(keys(players).map(([, guid, map]) => [guid, map] as unknown as MapKey)),
    ),
    storeSynergies(tx, [...new Set(pairKeys.map(([guid]) => guid))]),
  );
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

/** The first three columns of all rows that changed, or of all there are, each combination once. */
function keysOf(
  { name, come, gone }: FactChanges,
  all: ReadonlyMap<number, SessionFacts> | null,
): FactRow[] {
  const here = all ? [...all.values()].flatMap((rows) => rows[name]) : come.map(({ row }) => row);
  return distinct([...here, ...gone.map(({ row }) => row)].map((row) => row.slice(0, 3)));
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
