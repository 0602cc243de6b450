import type { Tx } from "../../connect.ts";
import { together } from "../../together.ts";
import {
  allStoredFacts,
  FACT_TABLES,
  type FactChanges,
  type FactRow,
  type FactTable,
  factChanges,
  factsOf,
  type SessionFacts,
  type StoredFacts,
  storeFacts,
} from "./fact-tables.ts";
import { movePairs } from "./move-pairs.ts";
import { type MapKey, type PairKey, rollUpMaps, rollUpPairs } from "./roll-up.ts";
import type { SessionPlay } from "./session-play.ts";
import { storeSynergies } from "./synergy-rows.ts";

/** A session that was stored. */
export interface PlayedSession {
  readonly id: number;
  readonly play: SessionPlay;
}

/**
 * Brings everything that is kept of matches to these sessions as they were stored: line-ups that met,
 * pairs of players, players' maps and synergies. Only what changed is written. `everything` adds up anew
 * also what did not change.
 *
 * @param excluded keys of rounds that an operator took out
 * @param before what stands of these sessions
 */
export async function refreshMatches(
  tx: Tx,
  sessions: readonly PlayedSession[],
  excluded: ReadonlySet<string>,
  before: StoredFacts,
  everything: boolean,
): Promise<void> {
  const facts = new Map(sessions.map(({ id, play }) => [id, factsOf(without(play, excluded))]));
  await bringTo(tx, facts, before, everything);
}

/** Forgets matches of sessions of which no round is left. */
export async function forgetMatches(tx: Tx, sessions: readonly number[]): Promise<void> {
  await bringTo(tx, new Map(), await allStoredFacts(tx, sessions), false);
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
  before: StoredFacts,
  everything: boolean,
): Promise<void> {
  const changes = factChanges(facts, before);
  const keys = (name: FactTable["name"]) =>
    distinct([
      ...keysOf(changes[name]),
      ...(everything ? [...facts.values()].flatMap((rows) => rows[name].map(keyOf)) : []),
    ]);
  const pairs = keys("session_pairs") as unknown as PairKey[];
  const maps = keys("match_players").map(([, guid, map]) => [guid, map] as unknown as MapKey);
  await together(
    freeMatches(tx, facts),
    ...Object.values(changes).map((one) => storeFacts(tx, one)),
    // Many sessions at once are added up faster than they are moved one by one.
    everything || facts.size > 1 ? rollUpPairs(tx, pairs) : movePairs(tx, changes.session_pairs),
    rollUpMaps(tx, distinct(maps)),
    storeSynergies(tx, [...new Set(pairs.map(([guid]) => guid))]),
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

/** The keys of all rows that changed. */
function keysOf({ come, gone }: FactChanges): FactRow[] {
  return [...come, ...gone].map(({ row }) => keyOf(row));
}

/** Match, player and map; or player, other and season. */
function keyOf(row: FactRow): FactRow {
  return row.slice(0, 3);
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
