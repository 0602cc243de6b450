import type { SessionMatch, TeamLetter } from "./gaming-session.ts";
import type { PointScale } from "./settings.ts";

/** Points of one map. */
export interface MapPoints {
  readonly pointsA: number;
  readonly pointsB: number;
}

/**
 * What a map is worth: a win 1 (`mapWins`) or 2 (`box`), a draw 1 – 1 on both scales, an unscored map
 * nothing.
 */
export function mapPoints(winner: TeamLetter | "draw" | null, scale: PointScale): MapPoints {
  if (winner === null) return { pointsA: 0, pointsB: 0 };
  if (winner === "draw") return { pointsA: 1, pointsB: 1 };
  const win = scale === "box" ? 2 : 1;
  return winner === "A" ? { pointsA: win, pointsB: 0 } : { pointsA: 0, pointsB: win };
}

/** The score of a session: the sum of its maps' points, and how many of them were draws. */
export function sessionScore(
  matches: readonly Pick<SessionMatch, "winner" | "counted" | "pointsA" | "pointsB">[],
): { readonly teamA: number; readonly teamB: number; readonly draws: number } {
  let teamA = 0;
  let teamB = 0;
  let draws = 0;
  for (const match of matches) {
    if (!match.counted) continue;
    teamA += match.pointsA;
    teamB += match.pointsB;
    if (match.winner === "draw") draws += 1;
  }
  return { teamA, teamB, draws };
}
