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
  const rounds: RoundRow[] = [];
  const players: PlayerRow[] = [];
  for (const one of session.rounds) {
    const round = roundRow(one, sessionId);
    rounds.push(round);
    for (const player of one.round.stats.players) {
      players.push({ ...player, round });
    }
  }
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
  return { sessionId, rounds, players, matches };
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
