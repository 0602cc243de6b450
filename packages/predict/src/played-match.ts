/** The two teams of a session: people, whatever side they stand on. The letter stays theirs all evening. */
export type Team = "A" | "B";

/** What one player did in one match: both rounds together. What is not known is 0. */
export interface PlayerMatch {
  readonly guid: string;
  readonly team: Team;
  readonly kills: number;
  /** Deaths by enemies. */
  readonly deaths: number;
  readonly damageGiven: number;
  /** Bullets and other shots fired, and those that hit, over all weapons. */
  readonly shots: number;
  readonly hits: number;
  /** Time on the team, seconds. */
  readonly seconds: number;
}

/** One played map of stopwatch: two line-ups, who won, and what everybody did. */
export interface PlayedMatch {
  readonly matchId: string;
  /** The evening. Matches with the same id share their teams: A is the same people in each. */
  readonly sessionId: string;
  readonly map: string;
  /** Start of Round 1 and end of the last round, unix milliseconds. */
  readonly startMs: number;
  readonly endMs: number;
  /** The line-ups that began the match, GUIDs: what is known when it is predicted. */
  readonly teamA: readonly string[];
  readonly teamB: readonly string[];
  /** Null: nobody can tell, so it counts for nobody; the players' numbers still do. */
  readonly winner: Team | "draw" | null;
  /** Who attacked in Round 1. */
  readonly firstAttackers?: Team | null;
  /** Everybody who played, those who came late included. */
  readonly players: readonly PlayerMatch[];
}

/** What is known of a match before it is played. */
export interface Matchup {
  readonly teamA: readonly string[];
  readonly teamB: readonly string[];
  /** As in the history; null or absent: not known yet. Compared without case. */
  readonly map?: string | null;
  readonly firstAttackers?: Team | null;
}

/** Two sides with somebody on each and nobody on both: what a model can learn from. */
export function isPlayable({ teamA, teamB }: Matchup): boolean {
  if (teamA.length === 0 || teamB.length === 0) return false;
  const a = new Set(teamA);
  return !teamB.some((guid) => a.has(guid));
}

/** 1 when A won, 0 when B did, null for a draw or no verdict. */
export function decisiveOutcome({ winner }: PlayedMatch): 0 | 1 | null {
  if (winner === "A") return 1;
  return winner === "B" ? 0 : null;
}
