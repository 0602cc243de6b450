import type { Reader } from "../database.ts";
import { COUNTED } from "./counted-rounds.ts";

/** A gaming session in a list. */
export interface SessionSummary {
  readonly id: number;
  /** Server's local date of the first round. */
  readonly date: string;
  /** ISO 8601. Start of the first round, end of the last. */
  readonly start: string;
  readonly end: string;
  readonly durationSeconds: number;
  /** Rounds that count: valid ones, restarts left out. */
  readonly rounds: number;
  /** Humans in a round that counts, also those of whom only the webhook tells. */
  readonly players: number;
  /** Maps in the order of play, one entry a match. */
  readonly maps: readonly string[];
  /** Names of team A and team B; empty when there were no teams. */
  readonly teamNames: readonly string[];
  /** A draw adds 1 to `teamA`, to `teamB` and to `draws`. */
  readonly score: SessionScore;
}

/** Points of both teams. */
export interface SessionScore {
  readonly teamA: number;
  readonly teamB: number;
  readonly draws: number;
}

interface SummaryRow {
  readonly id: number;
  readonly date: string;
  readonly start: Date;
  readonly end: Date;
  readonly rounds: number;
  readonly players: number;
  readonly maps: string[];
  readonly teamNames: string[];
  readonly teamA: number;
  readonly teamB: number;
  readonly draws: number;
}

/** The sessions with these numbers, newest first. One statement. */
export async function summariesOf(db: Reader, ids: readonly number[]): Promise<SessionSummary[]> {
  if (ids.length === 0) return [];
  const rows = await db.query<SummaryRow>(SUMMARIES, [ids]);
  return rows.map(({ teamA, teamB, draws, start, end, ...row }) => ({
    ...row,
    start: start.toISOString(),
    end: end.toISOString(),
    durationSeconds: Math.round((end.getTime() - start.getTime()) / 1000),
    score: { teamA, teamB, draws },
  }));
}

// Times come from the rounds, not from the stored result: a session whose scoring failed still shows.
const SUMMARIES = `
  select s.id, s.date, s.started as start, s.ended as end, s.rounds, coalesce(x.players, (
      select count(distinct p.player_guid)::int
      from rounds r join player_comprehensive_stats p on p.round_id = r.id
      where r.gaming_session_id = s.id and ${COUNTED} and not p.is_bot
    )) as players,
    coalesce(jsonb_path_query_array(x.round_details, '$.maps[*].map'), (
      select jsonb_agg(f.map order by f.first)
      from (select r.map_name as map, min(r.round_ended_at) as first from rounds r
        where r.gaming_session_id = s.id and r.is_valid group by r.map_name) f
    ), '[]'::jsonb) as maps,
    coalesce(teams.names, '[]'::jsonb) as "teamNames",
    coalesce(x.team_1_score, 0) as "teamA", coalesce(x.team_2_score, 0) as "teamB",
    coalesce(x.draws, 0) as draws
  from (
    select r.gaming_session_id as id,
      coalesce(min(r.round_date) filter (where r.is_valid), min(r.round_date)) as date,
      coalesce(min(coalesce(r.round_started_at, r.round_ended_at)) filter (where r.is_valid),
        min(r.round_ended_at)) as started,
      coalesce(max(r.round_ended_at) filter (where r.is_valid), max(r.round_ended_at)) as ended,
      (count(*) filter (where ${COUNTED}))::int as rounds
    from rounds r where r.gaming_session_id = any($1) group by r.gaming_session_id
  ) s
  left join session_results x on x.gaming_session_id = s.id and x.map_name = 'ALL'
  left join lateral (
    select jsonb_agg(t.team_name order by t.slot) as names from session_teams t
    where t.gaming_session_id = s.id and t.map_name = 'ALL' and t.slot is not null
  ) teams on true
  order by s.ended desc, s.id desc`;
