import type { RoundNumber, RoundOutcome, Side } from "@slomix/stats-parser";
import type { MatchResult, TeamLetter } from "@slomix/stopwatch";
import type { Reader } from "../database.ts";
import { type SessionDetailTeam, sessionSummary, teamsOf } from "./session-detail.ts";
import { duelsOfSession, type SessionDuel } from "./session-duels.ts";
import { paceOfSession, type RoundPace } from "./session-pace.ts";
import { playersOfSession, type SessionPlayer } from "./session-players.ts";
import { type RoundSummary, roundsWhere } from "./session-rounds.ts";
import type { SessionSummary } from "./session-summary.ts";
import { type SessionSubstitution, storedResultOf } from "./stored-result.ts";

/** A round of a session without its players: who attacked, for how long, with what result. */
export interface ReportRound extends RoundPace {
  readonly id: number;
  readonly round: RoundNumber;
  readonly start: string | null;
  readonly end: string;
  /** The time that is shown: the server's clock, whole seconds; null when unknown. */
  readonly clockSeconds: number | null;
  /** Play time without pauses as it was measured. */
  readonly durationSeconds: number | null;
  readonly timeLimitSeconds: number | null;
  readonly outcome: RoundOutcome;
  /** It is proven that a side gave the round up. */
  readonly gaveUp: boolean;
  readonly attackers: TeamLetter | null;
  readonly attackerSide: Side | null;
  readonly winnerSide: Side | null;
  readonly valid: boolean;
  readonly pauseSeconds: number;
}

/** A map of a session: both rounds and what they were worth. */
export interface ReportMatch {
  readonly map: string;
  readonly matchId: string;
  readonly winner: TeamLetter | "draw" | null;
  readonly result: MatchResult;
  readonly counted: boolean;
  readonly pointsA: number;
  readonly pointsB: number;
  readonly note: string | null;
  readonly rounds: readonly ReportRound[];
}

/** A session as it is told: score, matches, everybody's sums, who killed whom. */
export interface SessionReport extends SessionSummary {
  readonly teams: readonly SessionDetailTeam[];
  readonly substitutions: readonly SessionSubstitution[];
  readonly reshuffled: boolean;
  readonly matches: readonly ReportMatch[];
  readonly sessionPlayers: readonly SessionPlayer[];
  readonly duels: readonly SessionDuel[];
  /** Rounds that stand in no match: restarts, bot rounds, filler maps. */
  readonly otherRounds: number;
}

/**
 * One session by its number, or the newest one (`last`), summed up. Null: there is none. Eight
 * statements, however many rounds it has.
 *
 * @throws {DatabaseError}
 */
export async function sessionReport(
  db: Reader,
  which: number | "last",
): Promise<SessionReport | null> {
  const summary = await sessionSummary(db, which);
  if (!summary) return null;
  const { id } = summary;
  const rounds = await roundsWhere(db, { session: id });
  const { maps, substitutions, reshuffled } = await storedResultOf(db, id);
  const teams = await teamsOf(db, id);
  const teamOf = new Map(teams.flatMap((team) => team.guids.map((guid) => [guid, team.slot])));
  const pace = await paceOfSession(db, id);
  const roundOf = new Map(rounds.map((round) => [round.key, reportRound(round, pace)]));
  const matches = maps.map((map) => ({
    map: map.map,
    matchId: map.matchId,
    winner: map.winner,
    result: map.result,
    counted: map.counted,
    pointsA: map.pointsA,
    pointsB: map.pointsB,
    note: map.note,
    rounds: [map.round1Key, map.round2Key].flatMap((key) => roundOf.get(key ?? "") ?? []),
  }));
  return {
    ...summary,
    teams,
    substitutions,
    reshuffled,
    matches,
    sessionPlayers: await playersOfSession(db, summary, teamOf),
    duels: await duelsOfSession(db, id),
    otherRounds: rounds.length - matches.reduce((sum, match) => sum + match.rounds.length, 0),
  };
}

const NO_PACE: RoundPace = { pauseSeconds: 0, dpmA: null, dpmB: null };

function reportRound(round: RoundSummary, pace: ReadonlyMap<number, RoundPace>): ReportRound {
  return {
    id: round.id,
    round: round.round,
    start: round.start,
    end: round.end,
    clockSeconds: round.clockSeconds,
    durationSeconds: round.durationSeconds,
    timeLimitSeconds: round.timeLimitSeconds,
    outcome: round.outcome,
    gaveUp: round.gaveUp,
    attackers: round.attackers,
    attackerSide: round.defenderSide === null ? null : round.defenderSide === 1 ? 2 : 1,
    winnerSide: round.winnerSide,
    valid: round.valid,
    ...(pace.get(round.id) ?? NO_PACE),
  };
}
