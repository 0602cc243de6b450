import { mapKey } from "@slomix/stopwatch";
import type { Reader } from "../database.ts";
import {
  attacksOf,
  FAST_ATTACK,
  type FastAttack,
  GAVE_UP,
  type MapAttacks,
  playedWhere,
} from "./map-attacks.ts";

/** A map: how much it was played, and how its attacks went. */
export interface MapDetail {
  /** Lower case. */
  readonly map: string;
  /** Rounds that count. */
  readonly rounds: number;
  readonly matches: number;
  readonly sessions: number;
  /** ISO 8601: ends of its first and its last round. */
  readonly firstPlayed: string;
  readonly lastPlayed: string;
  readonly first: MapAttacks;
  readonly second: MapAttacks;
  /** Matches in which neither attack came through. */
  readonly doubleHolds: number;
  /** Median of the times that were set in Round 1, in s; null: none was set. */
  readonly usualSeconds: number | null;
  /** The fastest attacks of either round, at most ten; of equal ones the earlier first. */
  readonly fastest: readonly FastAttack[];
}

interface Sums extends Omit<MapDetail, "map" | "firstPlayed" | "lastPlayed" | "fastest"> {
  readonly firstEnd: Date;
  readonly lastEnd: Date;
  readonly fastest: readonly FastAttack[] | null;
}

const FASTEST = 10;

/**
 * A map by its name, in any case, over the rounds that count; null: it was never played. Times are
 * those that are shown everywhere. One statement.
 *
 * @throws {DatabaseError}
 */
export async function mapDetail(db: Reader, map: string): Promise<MapDetail | null> {
  const [row] = await db.query<Sums>(
    `with ${playedWhere("lower(r.map_name) = $1")}
     select count(*)::int as rounds, count(distinct match_id)::int as matches,
       count(distinct gaming_session_id)::int as sessions,
       min(round_ended_at) as "firstEnd", max(round_ended_at) as "lastEnd",
       ${attacksOf("round_number = 1")} as first, ${attacksOf("round_number = 2")} as second,
       (select count(*)::int from (
         select match_id from played group by match_id
         having count(*) = 2 and bool_and(round_outcome = 'Fullhold' or ${GAVE_UP})) held) as "doubleHolds",
       percentile_cont(0.5) within group (order by seconds)
         filter (where round_number = 1 and seconds > 0) as "usualSeconds",
       (select jsonb_agg(${FAST_ATTACK} order by seconds, round_ended_at)
         from (select * from played where seconds > 0
           order by seconds, round_ended_at limit ${FASTEST}) quick) as fastest
     from played having count(*) > 0`,
    [mapKey(map)],
  );
  if (!row) return null;
  const { firstEnd, lastEnd, fastest, ...sums } = row;
  return {
    map: mapKey(map),
    ...sums,
    firstPlayed: firstEnd.toISOString(),
    lastPlayed: lastEnd.toISOString(),
    fastest: fastest ?? [],
  };
}
