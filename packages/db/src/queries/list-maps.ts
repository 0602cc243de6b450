import type { Reader } from "../database.ts";
import { COUNTED } from "./counted-rounds.ts";

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
}

/**
 * Maps with a round that counts, most rounds first. One statement.
 *
 * @throws {DatabaseError}
 */
export async function listMaps(db: Reader): Promise<PlayedMap[]> {
  const rows = await db.query<Omit<PlayedMap, "lastPlayed"> & { last: Date }>(
    `select lower(r.map_name) as map, count(*)::int as rounds,
       count(distinct r.match_id)::int as matches,
       count(distinct r.gaming_session_id)::int as sessions, max(r.round_ended_at) as last
     from rounds r where ${COUNTED} group by lower(r.map_name) order by rounds desc, map`,
  );
  return rows.map(({ last, ...row }) => ({ ...row, lastPlayed: last.toISOString() }));
}
