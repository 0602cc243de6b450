import { clockSeconds, percentile, type RoundClock } from "@slomix/analytics";
import { mapKey } from "@slomix/stopwatch";
import type { Reader } from "../database.ts";
import { COUNTED } from "./counted-rounds.ts";
import { NEXT_LIMIT } from "./session-rounds.ts";

/** How the attacks of one round of a map ended. */
export interface MapAttacks {
  readonly rounds: number;
  /** The attack reached its objective, or the defence gave up. */
  readonly reached: number;
  /** The defence stood until the time was up. */
  readonly held: number;
  /** The defence won before the time was up: the attack gave up. */
  readonly surrendered: number;
}

/** An attack that reached its objective. */
export interface FastAttack {
  readonly matchId: string;
  readonly round: 1 | 2;
  /** `YYYY-MM-DD`, the server's local date. */
  readonly date: string;
  /** The time that is shown of the round: the server's clock, whole seconds. */
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

interface Sums
  extends Omit<MapDetail, "map" | "firstPlayed" | "lastPlayed" | "usualSeconds" | "fastest"> {
  readonly firstEnd: Date;
  readonly lastEnd: Date;
  /** Attacks that reached their objective, oldest first; null: none did. */
  readonly reached: (Omit<FastAttack, "seconds"> & Omit<RoundClock, "outcome">)[] | null;
}

const FASTEST = 10;

/** A surrender belongs to the side that did not win. */
const GAVE_UP = "round_outcome = 'Surrender' and winner_team = defender_team";
const REACHED = `(round_outcome = 'Completed'
  or round_outcome = 'Surrender' and winner_team <> defender_team)`;

const attacks = (round: 1 | 2) => {
  const of = (condition: string) =>
    `count(*) filter (where round_number = ${round}${condition})::int`;
  return `jsonb_build_object('rounds', ${of("")},
    'reached', ${of(` and ${REACHED}`)},
    'held', ${of(" and round_outcome = 'Fullhold'")},
    'surrendered', ${of(` and ${GAVE_UP}`)})`;
};

/**
 * A map by its name, in any case, over the rounds that count; null: it was never played. Times are
 * those that are shown everywhere. One statement.
 *
 * @throws {DatabaseError}
 */
export async function mapDetail(db: Reader, map: string): Promise<MapDetail | null> {
  const [row] = await db.query<Sums>(
    `with played as (
       select r.match_id, r.round_number, r.round_outcome, r.winner_team, r.defender_team,
         r.round_date, r.round_ended_at,
         r.gaming_session_id, r.time_limit_seconds, r.actual_duration_seconds,
         ${NEXT_LIMIT} as next_limit
       from rounds r
       where ${COUNTED} and lower(r.map_name) = $1
     )
     select count(*)::int as rounds, count(distinct match_id)::int as matches,
       count(distinct gaming_session_id)::int as sessions,
       min(round_ended_at) as "firstEnd", max(round_ended_at) as "lastEnd",
       ${attacks(1)} as first, ${attacks(2)} as second,
       (select count(*)::int from (
         select match_id from played group by match_id
         having count(*) = 2 and bool_and(round_outcome = 'Fullhold' or ${GAVE_UP})) held) as "doubleHolds",
       jsonb_agg(jsonb_build_object('matchId', match_id, 'round', round_number, 'date', round_date,
           'timeLimitSeconds', time_limit_seconds, 'nextLimitSeconds', next_limit,
           'durationSeconds', actual_duration_seconds) order by round_ended_at)
         filter (where round_outcome = 'Completed') as reached
     from played having count(*) > 0`,
    [mapKey(map)],
  );
  if (!row) return null;
  const { firstEnd, lastEnd, reached, ...sums } = row;
  const timed = (reached ?? []).flatMap(({ matchId, round, date, ...facts }) => {
    const seconds = clockSeconds({ outcome: "completed", ...facts });
    return seconds === null || seconds === 0 ? [] : [{ matchId, round, date, seconds }];
  });
  const set = timed.filter(({ round }) => round === 1).map(({ seconds }) => seconds);
  return {
    map: mapKey(map),
    ...sums,
    firstPlayed: firstEnd.toISOString(),
    lastPlayed: lastEnd.toISOString(),
    usualSeconds: set.length === 0 ? null : percentile(set, 0.5),
    // Equal ones keep their order: the earlier first.
    fastest: timed.toSorted((a, b) => a.seconds - b.seconds).slice(0, FASTEST),
  };
}
