import { mapKey } from "@slomix/stopwatch";
import type { Reader } from "../database.ts";
import { COUNTED } from "./counted-rounds.ts";

/** How the attacks of one round of a map ended. */
export interface MapAttacks {
  readonly rounds: number;
  /** The attack reached its objective. */
  readonly reached: number;
  /** The defence stood until the time was up. */
  readonly held: number;
  /** The attack gave up. */
  readonly surrendered: number;
}

/** An attack that reached its objective. */
export interface FastAttack {
  readonly matchId: string;
  readonly round: 1 | 2;
  /** `YYYY-MM-DD`, the server's local date. */
  readonly date: string;
  readonly seconds: number;
}

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
  readonly fastest: FastAttack[] | null;
}

const FASTEST = 10;

const attacks = (round: 1 | 2) => {
  const of = (condition: string) =>
    `count(*) filter (where round_number = ${round}${condition})::int`;
  return `jsonb_build_object('rounds', ${of("")},
    'reached', ${of(" and round_outcome = 'Completed'")},
    'held', ${of(" and round_outcome = 'Fullhold'")},
    'surrendered', ${of(" and round_outcome = 'Surrender'")})`;
};

/**
 * A map by its name, in any case, over the rounds that count; null: it was never played. The time of
 * a Round 1 that was completed is the one that Round 2 got as its limit: the game's own clock. One
 * statement.
 *
 * @throws {DatabaseError}
 */
export async function mapDetail(db: Reader, map: string): Promise<MapDetail | null> {
  const [row] = await db.query<Sums>(
    `with played as (
       select r.match_id, r.round_number, r.round_outcome, r.round_date, r.round_ended_at,
         r.gaming_session_id,
         coalesce(case when r.round_number = 1 and r.round_outcome = 'Completed'
           then other.time_limit_seconds end, r.actual_duration_seconds) as seconds
       from rounds r
       left join rounds other on other.match_id = r.match_id and other.round_number = 2
       where ${COUNTED} and lower(r.map_name) = $1
     )
     select count(*)::int as rounds, count(distinct match_id)::int as matches,
       count(distinct gaming_session_id)::int as sessions,
       min(round_ended_at) as "firstEnd", max(round_ended_at) as "lastEnd",
       ${attacks(1)} as first, ${attacks(2)} as second,
       (select count(*)::int from (
         select match_id from played group by match_id
         having count(*) = 2 and bool_and(round_outcome = 'Fullhold')) held) as "doubleHolds",
       percentile_cont(0.5) within group (order by seconds)
         filter (where round_number = 1 and round_outcome = 'Completed') as "usualSeconds",
       (select jsonb_agg(jsonb_build_object('matchId', match_id, 'round', round_number,
           'date', round_date, 'seconds', seconds) order by seconds, round_ended_at)
         from (select * from played where round_outcome = 'Completed' and seconds > 0
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
