import { COUNTED } from "./counted-rounds.ts";

/** How attacks on a map ended. */
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

/**
 * A common table `played` of the rounds that count, where a condition on `rounds r` holds. The time of
 * a Round 1 that was completed is the one that Round 2 got as its limit: the game's own clock.
 */
export const playedWhere = (condition: string): string => `played as (
  select lower(r.map_name) as map, r.match_id, r.round_number, r.round_outcome, r.round_date,
    r.round_ended_at, r.gaming_session_id,
    coalesce(case when r.round_number = 1 and r.round_outcome = 'Completed'
      then other.time_limit_seconds end, r.actual_duration_seconds) as seconds
  from rounds r
  left join rounds other on other.match_id = r.match_id and other.round_number = 2
  where ${COUNTED} and ${condition}
)`;

/** {@link MapAttacks} over the rows of `played` for which a condition holds. */
export function attacksOf(condition: string): string {
  const count = (outcome: string) =>
    `count(*) filter (where ${condition}${outcome === "" ? "" : ` and round_outcome = '${outcome}'`})::int`;
  return `jsonb_build_object('rounds', ${count("")}, 'reached', ${count("Completed")},
    'held', ${count("Fullhold")}, 'surrendered', ${count("Surrender")})`;
}

/** {@link FastAttack} of a row of `played`. */
export const FAST_ATTACK = `jsonb_build_object('matchId', match_id, 'round', round_number,
  'date', round_date, 'seconds', seconds)`;
