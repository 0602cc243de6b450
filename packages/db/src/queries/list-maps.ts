import type { Reader } from "../database.ts";
import {
  attacksOf,
  FAST_ATTACK,
  type FastAttack,
  type MapAttacks,
  playedWhere,
} from "./map-attacks.ts";

/** A map that was played. */
export interface PlayedMap {
  /** Lower case. */
  readonly map: string;
  /** Rounds that count. */
  readonly rounds: number;
  readonly matches: number;
  readonly sessions: number;
  /** ISO 8601: end of its last round. */
  readonly lastPlayed: string;
  /** How its attacks went, Round 1 and Round 2 together. */
  readonly attacks: MapAttacks;
  /** The fastest attack of either round, of equal ones the earlier; null: none came through. */
  readonly fastest: FastAttack | null;
}

/**
 * Maps with a round that counts, most rounds first. One statement.
 *
 * @throws {DatabaseError}
 */
export async function listMaps(db: Reader): Promise<PlayedMap[]> {
  const rows = await db.query<Omit<PlayedMap, "lastPlayed"> & { last: Date }>(
    `with ${playedWhere("true")}, quickest as (
       select distinct on (map) map, ${FAST_ATTACK} as fastest from played
       where seconds > 0
       order by map, seconds, round_ended_at, match_id
     ), counts as (
       select map, count(*)::int as rounds, count(distinct match_id)::int as matches,
         count(distinct gaming_session_id)::int as sessions, max(round_ended_at) as last,
         ${attacksOf("true")} as attacks
       from played group by map
     )
     select c.*, q.fastest from counts c left join quickest q on q.map = c.map
     order by c.rounds desc, c.map`,
  );
  return rows.map(({ last, ...row }) => ({ ...row, lastPlayed: last.toISOString() }));
}
