import type { MatchRow, PeriodWindow } from "@slomix/analytics";
import type { Reader, SqlValue } from "../database.ts";

interface FoundMatch {
  readonly matchId: string;
  readonly sessionId: number;
  readonly map: string;
  readonly date: string;
  readonly ended: Date;
  readonly a: string;
  readonly winner: string | null;
  readonly lineUpA: string[];
  readonly lineUpB: string[];
  readonly pointsA: number;
  readonly pointsB: number;
}

const MATCHES = `select h.match_id as "matchId", h.gaming_session_id as "sessionId", h.map_name as map,
    h.played_on::text as date, h.ended_at as ended, h.lineup_a_hash as a,
    h.winner_lineup_hash as winner, h.lineup_a_guids as "lineUpA", h.lineup_b_guids as "lineUpB",
    h.lineup_a_score as "pointsA", h.lineup_b_score as "pointsB"
  from matchup_history h`;

/** When matches may have ended. */
export type MatchWindow = Pick<PeriodWindow, "asOfMs" | "fromMs">;

/**
 * The matches that count in which one of the players (GUIDs) stood in a line-up, within a window.
 *
 * @throws {DatabaseError}
 */
export async function loadMatches(
  db: Reader,
  players: readonly string[],
  { asOfMs, fromMs }: MatchWindow,
): Promise<MatchRow[]> {
  return read(
    db,
    `where h.match_id in (
       select m.match_id from match_players m
       where m.player_guid = any($1) and m.team is not null
         and ($2::timestamptz is null or m.ended_at <= $2)
         and ($3::timestamptz is null or m.ended_at > $3))`,
    [players, instant(asOfMs), instant(fromMs)],
  );
}

/**
 * The matches that can be meetings of two line-ups, since more than half of each played in them.
 *
 * @throws {DatabaseError}
 */
export async function loadMeetings(
  db: Reader,
  a: readonly string[],
  b: readonly string[],
  { asOfMs, fromMs }: MatchWindow,
): Promise<MatchRow[]> {
  return read(
    db,
    `where h.match_id in (
       select m.match_id from match_players m
       where m.player_guid = any($1::text[] || $2::text[]) and m.team is not null
         and ($3::timestamptz is null or m.ended_at <= $3)
         and ($4::timestamptz is null or m.ended_at > $4)
       group by m.match_id
       having 2 * count(*) filter (where m.player_guid = any($1)) > cardinality($1::text[])
         and 2 * count(*) filter (where m.player_guid = any($2)) > cardinality($2::text[]))`,
    [a, b, instant(asOfMs), instant(fromMs)],
  );
}

const instant = (ms: number | null) => (ms === null ? null : new Date(ms));

async function read(db: Reader, where: string, params: readonly SqlValue[]): Promise<MatchRow[]> {
  const found = await db.query<FoundMatch>(`${MATCHES} ${where}`, params);
  return found.map(({ ended, a, winner, ...match }) => ({
    ...match,
    endMs: ended.getTime(),
    winner: winner === null ? "draw" : winner === a ? "A" : "B",
  }));
}
