import type { MatchResult, ResultSource, TeamLetter } from "@slomix/stopwatch";
import type { Reader } from "../database.ts";
import type { StoredMap } from "../schema/stored-map.ts";
import { roundsWithEvents } from "./event-rows.ts";
import { type MatchPlayer, matchTotal } from "./match-total.ts";
import { awardsOfRounds, type RoundAward } from "./round-awards.ts";
import { duelsOfRounds, type RoundDuel } from "./round-duels.ts";
import { playersOfRounds } from "./round-players.ts";
import { type RoundDetail, type SessionDetailTeam, teamsOf } from "./session-detail.ts";
import { roundsWhere } from "./session-rounds.ts";
import { storedResultOf } from "./stored-result.ts";

/** A round of a match with what the endstats file says of it. */
export interface MatchRound extends RoundDetail {
  readonly awards: readonly RoundAward[];
  readonly versus: readonly RoundDuel[];
  /** Something is known of what happened within it: see `matchEvents`. */
  readonly hasEvents: boolean;
}

/** One match: Round 1, Round 2 and both together. */
export interface MatchDetail {
  readonly matchId: string;
  readonly map: string;
  readonly sessionId: number | null;
  /** A, then B, as in the session. */
  readonly teams: readonly SessionDetailTeam[];
  /** Null: not counted. */
  readonly winner: TeamLetter | "draw" | null;
  /** Null: the round is listed as no match (a restart, a bot round). */
  readonly result: MatchResult | null;
  readonly source: ResultSource | null;
  readonly counted: boolean;
  readonly pointsA: number;
  readonly pointsB: number;
  readonly teamASideInRound1: 1 | 2 | null;
  readonly note: string | null;
  readonly flags: readonly string[];
  /** By number; what never came is not in it. */
  readonly rounds: readonly MatchRound[];
  /** Both rounds together, valid ones only: empty when none is. */
  readonly total: readonly MatchPlayer[];
}

/**
 * One match by its id. Null: there is none. Eight statements at most.
 *
 * @throws {DatabaseError}
 */
export async function matchDetail(db: Reader, matchId: string): Promise<MatchDetail | null> {
  const rounds = await roundsWhere(db, { match: matchId });
  const first = rounds[0];
  if (!first) return null;
  rounds.sort((a, b) => a.round - b.round);
  const ids = rounds.map((round) => round.id);
  const players = await playersOfRounds(db, ids);
  const awards = await awardsOfRounds(db, ids);
  const versus = await duelsOfRounds(db, ids);
  const withEvents = await roundsWithEvents(db, ids);
  const { sessionId } = first;
  const maps = sessionId === null ? [] : (await storedResultOf(db, sessionId)).maps;
  const stored: StoredMap | null = maps.find((map) => map.matchId === matchId) ?? null;
  return {
    matchId,
    map: first.map,
    sessionId,
    teams: sessionId === null ? [] : await teamsOf(db, sessionId),
    winner: stored?.winner ?? null,
    result: stored?.result ?? null,
    source: stored?.source ?? null,
    counted: stored?.counted ?? false,
    pointsA: stored?.pointsA ?? 0,
    pointsB: stored?.pointsB ?? 0,
    teamASideInRound1: stored?.teamASideInRound1 ?? null,
    note: stored?.note ?? null,
    flags: stored?.flags ?? [],
    rounds: rounds.map(({ sessionId: _, ...round }) => ({
      ...round,
      players: players.get(round.id) ?? [],
      awards: awards.get(round.id) ?? [],
      versus: versus.get(round.id) ?? [],
      hasEvents: withEvents.has(round.id),
    })),
    total: matchTotal(
      rounds.filter((round) => round.valid).map((round) => players.get(round.id) ?? []),
    ),
  };
}

/** What there is to say of a match in one line. */
export interface MatchSummary {
  readonly map: string;
  /** Server's local date of its first round. */
  readonly date: string;
  readonly rounds: number;
  /** Humans with numbers in it. */
  readonly players: number;
}

/**
 * A match in one line. Null: there is none. One statement.
 *
 * @throws {DatabaseError}
 */
export async function matchSummary(db: Reader, matchId: string): Promise<MatchSummary | null> {
  const [row] = await db.query<MatchSummary>(
    `select min(r.map_name) as map, min(r.round_date) as date,
       count(distinct r.id)::int as rounds, count(distinct p.player_guid)::int as players
     from rounds r left join player_comprehensive_stats p on p.round_id = r.id and not p.is_bot
     where r.match_id = $1 group by r.match_id`,
    [matchId],
  );
  return row ?? null;
}
