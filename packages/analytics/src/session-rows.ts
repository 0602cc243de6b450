import type { GamingSession, SessionRound } from "@slomix/stopwatch";
import { lineUpsOf, type MatchRow } from "./match-row.ts";
import type { PlayerRow, RoundRow } from "./player-row.ts";

/** The rows of a scored session: what a database would give for it. */
export interface SessionRows {
  readonly sessionId: number;
  readonly rounds: readonly RoundRow[];
  readonly players: readonly PlayerRow[];
  readonly matches: readonly MatchRow[];
}

/** Turns an evening that `scoreSessions` made into rows. */
export function sessionRows(session: GamingSession, sessionId: number): SessionRows {
  const { rounds, matches } = sessionMatches(session, sessionId);
  const players = session.rounds.flatMap((one, i) => {
    const round = rounds[i] as RoundRow;
    return one.round.stats.players.map((player): PlayerRow => ({ ...player, round }));
  });
  return { sessionId, rounds, players, matches };
}

/** The same without the players' numbers; the rounds are in the order of the session's. */
export function sessionMatches(
  session: GamingSession,
  sessionId: number,
): Omit<SessionRows, "players"> {
  const rounds = session.rounds.map((one) => roundRow(one, sessionId));
  const endOf = new Map(rounds.map((round) => [round.key, round.endMs]));
  const dateOf = new Map(rounds.map((round) => [round.key, round.date]));
  const matches = session.matches.map((match): MatchRow => {
    const keys = [match.round1, match.round2].filter((key) => key !== null);
    const own = session.rounds.filter(({ round }) => keys.includes(round.key));
    const lineUps = lineUpsOf(
      own.map(({ round: { endMs }, axisTeam, axis, allies }) => ({
        endMs,
        axisTeam,
        axis,
        allies,
      })),
    );
    return {
      matchId: match.matchId,
      sessionId,
      map: match.map,
      date: keys.map((key) => dateOf.get(key)).find((date) => date !== undefined) ?? session.date,
      endMs: Math.max(...keys.map((key) => endOf.get(key) ?? session.endMs), session.startMs),
      winner: match.counted ? match.winner : null,
      lineUpA: lineUps.A,
      lineUpB: lineUps.B,
      pointsA: match.pointsA,
      pointsB: match.pointsB,
    };
  });
  return { sessionId, rounds, matches };
}

function roundRow(
  { round, status, valid, defenderSide, axisTeam }: SessionRound,
  sessionId: number,
): RoundRow {
  return {
    key: round.key,
    matchId: round.matchId,
    sessionId,
    number: round.number,
    map: round.map,
    date: round.date,
    endMs: round.endMs,
    defenderSide,
    axisTeam,
    valid,
    status,
  };
}
