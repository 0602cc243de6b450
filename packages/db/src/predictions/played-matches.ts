import type { PlayedMatch, PlayerMatch, Team } from "@slomix/predict";
import type { Reader, SqlValue } from "../database.ts";
import { grouped } from "../grouped.ts";

/** Which matches are read; what is left out does not narrow it. */
export interface PlayedScope {
  /** Unix ms: matches of sessions that begin at this moment or later, and before that one. */
  readonly fromMs?: number;
  readonly beforeMs?: number;
  readonly sessions?: readonly number[];
}

interface MatchFound {
  readonly sessionId: number;
  readonly matchId: string;
  readonly map: string;
  readonly winner: Team | "draw" | null;
}

interface RoundFound {
  readonly sessionId: number;
  readonly matchId: string;
  readonly started: Date | null;
  readonly ended: Date;
  readonly axisTeam: Team | null;
  readonly axis: readonly string[] | null;
  readonly allies: readonly string[] | null;
  readonly attackers: Team | null;
}

type PlayerFound = PlayerMatch & { readonly matchId: string };

/** Seconds are added up in thousandths: the sum is the same in any order. */
const SUMS = `sum(p.kills)::float8 as kills, sum(p.deaths)::float8 as deaths,
  sum(coalesce(p.damage_given, 0))::float8 as "damageGiven", sum(p.shots)::float8 as shots,
  sum(p.hits)::float8 as hits,
  sum(floor(coalesce(p.time_played_seconds, 0) * 1000 + 0.5))::float8 / 1000 as seconds`;

/**
 * Matches as predictions learn from them, in no order: line-ups that began them, who won, what everybody
 * did in valid rounds. Three statements.
 *
 * @throws {DatabaseError}
 */
export async function loadPlayedMatches(
  db: Reader,
  { fromMs, beforeMs, sessions }: PlayedScope = {},
): Promise<PlayedMatch[]> {
  const conditions = ["map_name = 'ALL'"];
  const params: SqlValue[] = [];
  const add = (value: SqlValue, condition: string) => {
    params.push(value);
    conditions.push(`${condition.replace("?", `$${params.length}`)}`);
  };
  if (fromMs !== undefined) add(new Date(fromMs), "session_start >= ?");
  if (beforeMs !== undefined) add(new Date(beforeMs), "session_start < ?");
  if (sessions !== undefined) add(sessions, "gaming_session_id = any(?)");
  const found = await db.query<{ sessionId: number; maps: Omit<MatchFound, "sessionId">[] }>(
    `select gaming_session_id as "sessionId", round_details->'maps' as maps from session_results
     where ${conditions.join(" and ")}`,
    params,
  );
  const matches = found.flatMap(({ sessionId, maps }) =>
    (maps ?? []).map(
      ({ matchId, map, winner }): MatchFound => ({ sessionId, matchId, map, winner }),
    ),
  );
  // By number: with the conditions in the joins a single evening would cost a look at every round.
  const ids = [found.map(({ sessionId }) => sessionId)];
  const rounds = grouped(
    await db.query<RoundFound>(
      `select r.gaming_session_id as "sessionId", r.match_id as "matchId", r.round_started_at as started, r.round_ended_at as ended,
         r.axis_team as "axisTeam", r.lineup_axis as axis, r.lineup_allies as allies, r.attackers
       from rounds r where r.gaming_session_id = any($1) and r.is_valid
       order by r.round_ended_at, r.round_key collate "C"`,
      ids,
    ),
    placeOf,
  );
  const players = grouped(
    await db.query<PlayerFound>(
      `select t.match_id as "matchId", p.player_guid as guid,
         (array_agg(t.team order by t.ended))[1] as team, ${SUMS}
       from (
         select r.id, r.match_id, r.round_ended_at as ended, g.guid, case
             when g.side = 1 then r.axis_team when r.axis_team = 'A' then 'B' else 'A' end as team
         from rounds r
         cross join lateral (
           select 1 as side, jsonb_array_elements_text(r.lineup_axis) as guid
           union all select 2, jsonb_array_elements_text(r.lineup_allies)) g
         where r.gaming_session_id = any($1) and r.is_valid and r.axis_team is not null
       ) t
       join player_comprehensive_stats p on p.round_id = t.id and p.player_guid = t.guid
       where not p.is_bot group by 1, 2`,
      ids,
    ),
    ({ matchId }) => matchId,
  );
  return matches.flatMap(({ sessionId, matchId, map, winner }): PlayedMatch[] => {
    const own = rounds.get(placeOf({ sessionId, matchId }));
    const first = own?.[0];
    const last = own?.at(-1);
    if (!first || !last) return [];
    return [
      {
        matchId,
        sessionId: String(sessionId),
        map,
        startMs: (first.started ?? first.ended).getTime(),
        endMs: last.ended.getTime(),
        teamA: lineUp(first, "A"),
        teamB: lineUp(first, "B"),
        winner,
        firstAttackers: first.attackers,
        players: (players.get(matchId) ?? []).map(({ matchId: _, ...player }) => player),
      },
    ];
  });
}

/** A match is where its rounds are: a result may be left of a session of which somebody deleted them. */
function placeOf({ sessionId, matchId }: { sessionId: number; matchId: string }): string {
  return `${sessionId}\n${matchId}`;
}

function lineUp({ axisTeam, axis, allies }: RoundFound, team: Team): readonly string[] {
  if (axisTeam === null) return [];
  return (axisTeam === team ? axis : allies) ?? [];
}
