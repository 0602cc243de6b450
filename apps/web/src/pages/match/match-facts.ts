import type { MatchDetail } from "../../api/match.ts";
import type { MatchFacts } from "../../session/match-row.tsx";

/** A match as its row shows it. */
export function matchFacts(match: MatchDetail): MatchFacts {
  return {
    map: match.map,
    matchId: match.matchId,
    winner: match.winner,
    counted: match.counted,
    rounds: match.rounds.map((round) => ({
      ...round,
      attackerSide: round.defenderSide === null ? null : round.defenderSide === 1 ? 2 : 1,
      pauseSeconds: 0,
      dpmA: null,
      dpmB: null,
    })),
  };
}
