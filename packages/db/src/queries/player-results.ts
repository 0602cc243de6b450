import type { Reader } from "../database.ts";
import { COUNTED } from "./counted-rounds.ts";

/** How a player's matches ended for his team. */
export interface PlayerResults {
  readonly won: number;
  readonly lost: number;
  readonly drawn: number;
}

/** Nothing was decided. */
export const NO_RESULTS: PlayerResults = { won: 0, lost: 0, drawn: 0 };

/**
 * Matches that count towards a session's score, for the team that the player stood in: over all, and
 * by map (lower case). Who changed teams within a match has no part in it. One statement.
 */
export async function resultsOf(
  db: Reader,
  guid: string,
): Promise<{ all: PlayerResults; maps: ReadonlyMap<string, PlayerResults> }> {
  const rows = await db.query<PlayerResults & { map: string }>(
    `with played as (
       select r.match_id, r.gaming_session_id as session, min(lower(r.map_name)) as map,
         min(stood.team) as first, max(stood.team) as last
       from player_comprehensive_stats p join rounds r on r.id = p.round_id
       cross join lateral (select case when p.team = 1 then r.axis_team
         when r.axis_team = 'A' then 'B' else 'A' end as team) stood
       where p.player_guid = $1 and not p.is_bot and ${COUNTED}
         and p.team in (1, 2) and r.axis_team is not null
       group by r.match_id, r.gaming_session_id
     ), decided as (
       select m.value->>'matchId' as match_id, m.value->>'winner' as winner
       from session_results x
       cross join lateral jsonb_array_elements(x.round_details->'maps') m (value)
       where x.map_name = 'ALL' and x.gaming_session_id in (select session from played)
         and (m.value->>'counted')::boolean
     )
     select map, (count(*) filter (where winner = first))::int as won,
       (count(*) filter (where winner in ('A', 'B') and winner <> first))::int as lost,
       (count(*) filter (where winner = 'draw'))::int as drawn
     from played join decided using (match_id) where first = last group by map`,
    [guid],
  );
  const all = rows.reduce(
    (sum, row) => ({
      won: sum.won + row.won,
      lost: sum.lost + row.lost,
      drawn: sum.drawn + row.drawn,
    }),
    NO_RESULTS,
  );
  return { all, maps: new Map(rows.map(({ map, ...results }) => [map, results])) };
}
