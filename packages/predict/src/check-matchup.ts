import type { Matchup } from "./played-match.ts";

/** Why there is no prediction. */
export type PredictionErrorCode =
  | "empty_side"
  | "player_on_both_sides"
  | "duplicate_player"
  | "empty_history"
  | "bad_time"
  | "unknown_model";

/** A sentence for people, and a code for programs. */
export interface PredictionError {
  readonly code: PredictionErrorCode;
  readonly message: string;
}

/** What is wrong with two line-ups; null: nothing. */
export function checkMatchup({ teamA, teamB }: Matchup): PredictionError | null {
  if (teamA.length === 0 || teamB.length === 0) {
    const side = teamA.length === 0 ? "A" : "B";
    return { code: "empty_side", message: `Team ${side} has no players.` };
  }
  const a = new Set(teamA);
  const both = teamB.filter((guid) => a.has(guid));
  if (both.length > 0) {
    const message = `On both sides: ${both.join(", ")}.`;
    return { code: "player_on_both_sides", message };
  }
  const twice = [teamA, teamB].flatMap((team) => team.filter((guid, i) => team.indexOf(guid) < i));
  if (twice.length > 0) {
    return { code: "duplicate_player", message: `Named twice: ${twice.join(", ")}.` };
  }
  return null;
}
