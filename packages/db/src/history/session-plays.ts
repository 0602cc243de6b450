import { lineUpsOf, type MatchRow } from "@slomix/analytics";
import type { Reader } from "../database.ts";
import { grouped } from "../grouped.ts";
import { type SessionPlay, wholeAmount } from "../ingest/matches/session-play.ts";
import type { StoredMap } from "../schema/stored-map.ts";
import { loadPlayerRows } from "./player-rows.ts";

interface SessionRow {
  readonly id: number;
  readonly date: string;
  readonly start: Date;
  readonly ended: Date;
  readonly teamA: string[];
  readonly teamB: string[];
  readonly scoreA: number;
  readonly scoreB: number;
  readonly maps: StoredMap[];
}

interface RoundRow {
  readonly key: string;
  readonly ended: Date;
  readonly date: string;
  readonly axisTeam: "A" | "B" | null;
  readonly axis: string[];
  readonly allies: string[];
}

interface DuelRow {
  readonly session: number;
  readonly matchId: string;
  readonly round: string;
  readonly subject: string;
  readonly opponent: string;
  readonly kills: number;
  readonly deaths: number;
}

/**
 * Sessions as their matches are counted from, read back from rounds, players, duels and results: the
 * way of whoever checks what is kept of matches. Four statements.
 *
 * @throws {DatabaseError}
 */
export async function loadSessionPlays(
  db: Reader,
  ids: readonly number[],
): Promise<Map<number, SessionPlay>> {
  const sessions = await db.query<SessionRow>(
    `select gaming_session_id as id, session_date::text as date, session_start as start,
       session_end as ended, team_1_guids as "teamA", team_2_guids as "teamB",
       team_1_score as "scoreA", team_2_score as "scoreB", round_details->'maps' as maps
     from session_results where map_name = 'ALL' and gaming_session_id = any($1)`,
    [ids],
  );
  const rounds = new Map(
    (
      await db.query<RoundRow>(
        `select round_key as key, round_ended_at as ended, round_date::text as date,
           axis_team as "axisTeam", lineup_axis as axis, lineup_allies as allies
         from rounds where gaming_session_id = any($1)`,
        [ids],
      )
    ).map((round) => [round.key, round]),
  );
  const players = await loadPlayerRows(db, { sessions: ids }, "basic");
  const duels = await db.query<DuelRow>(
    `select r.gaming_session_id as session, r.match_id as "matchId", r.round_key as round,
       v.subject_guid as subject, v.player_guid as opponent, v.kills, v.deaths
     from round_vs_stats v join rounds r on r.id = v.round_id
     where r.gaming_session_id = any($1) and v.subject_guid is not null and v.player_guid is not null`,
    [ids],
  );
  const rowsOf = grouped(players, ({ round }) => round.sessionId);
  const duelsOf = grouped(duels, ({ session }) => session);
  return new Map(
    sessions.map((session) => [
      session.id,
      {
        date: session.date,
        endMs: session.ended.getTime(),
        teamA: session.teamA,
        teamB: session.teamB,
        scoreA: session.scoreA,
        scoreB: session.scoreB,
        matches: session.maps.map((map) => matchOf(session, map, rounds)),
        rows: (rowsOf.get(session.id) ?? []).map((row) => ({
          round: row.round,
          guid: row.guid,
          name: row.name,
          bot: row.bot,
          kills: wholeAmount(row.kills),
          deaths: wholeAmount(row.deaths),
          damage: wholeAmount(row.damageGiven),
          timeMs: wholeAmount((row.timePlayedSeconds ?? 0) * 1000),
        })),
        duels: duelsOf.get(session.id) ?? [],
      },
    ]),
  );
}

function matchOf(
  session: SessionRow,
  map: StoredMap,
  rounds: ReadonlyMap<string, RoundRow>,
): MatchRow {
  const own = [map.round1Key, map.round2Key].flatMap((key) => rounds.get(key ?? "") ?? []);
  const lineUps = lineUpsOf(
    own.map(({ ended, axisTeam, axis, allies }) => ({
      endMs: ended.getTime(),
      axisTeam,
      axis,
      allies,
    })),
  );
  return {
    matchId: map.matchId,
    sessionId: session.id,
    map: map.map,
    date: own[0]?.date ?? session.date,
    endMs: Math.max(...own.map(({ ended }) => ended.getTime()), session.start.getTime()),
    winner: map.counted ? map.winner : null,
    lineUpA: lineUps.A,
    lineUpB: lineUps.B,
    pointsA: map.pointsA,
    pointsB: map.pointsB,
  };
}
