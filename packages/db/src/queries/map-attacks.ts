import { COUNTED } from "./counted-rounds.ts";
import { NEXT_LIMIT } from "./session-rounds.ts";

/** How attacks on a map ended. */
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

/** A surrender belongs to the side that did not win. */
export const GAVE_UP = "round_outcome = 'Surrender' and winner_team = defender_team";
const REACHED = `(round_outcome = 'Completed'
  or round_outcome = 'Surrender' and winner_team <> defender_team)`;

/**
 * A common table `played` of the rounds that count, where a condition on `rounds r` holds. `seconds` is,
 * of an attack that came through, the time that is shown everywhere (`clockSeconds` of analytics: the next
 * time limit, else the measured time, cut); null for other rounds.
 */
export const playedWhere = (condition: string): string => `played as (
  select lower(r.map_name) as map, r.match_id, r.round_number, r.round_outcome, r.winner_team,
    r.defender_team, r.round_date, r.round_ended_at, r.gaming_session_id,
    case when r.round_outcome = 'Completed'
      then coalesce(${NEXT_LIMIT}, floor(r.actual_duration_seconds + 0.000001))::int end as seconds
  from rounds r
  where ${COUNTED} and ${condition}
)`;

/** {@link MapAttacks} over the rows of `played` for which a condition holds. */
export function attacksOf(condition: string): string {
  const count = (outcome: string) =>
    `count(*) filter (where ${condition}${outcome === "" ? "" : ` and ${outcome}`})::int`;
  return `jsonb_build_object('rounds', ${count("")}, 'reached', ${count(REACHED)},
    'held', ${count("round_outcome = 'Fullhold'")}, 'surrendered', ${count(GAVE_UP)})`;
}

/** {@link FastAttack} of a row of `played`. */
export const FAST_ATTACK = `jsonb_build_object('matchId', match_id, 'round', round_number,
  'date', round_date, 'seconds', seconds)`;
