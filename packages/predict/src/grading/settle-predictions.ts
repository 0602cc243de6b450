import { inOrderOfStart } from "../history.ts";
import type { PlayedMatch, Team } from "../played-match.ts";
import type { MadePrediction } from "./made-prediction.ts";

/** What came of a prediction. */
export interface SettledPrediction {
  readonly id: string;
  /** More maps; null: no map with these people was decided or drawn, so the prediction stays open. */
  readonly winner: Team | "draw" | null;
  /** Maps won by the prediction's teams. */
  readonly winsA: number;
  readonly winsB: number;
  readonly draws: number;
}

type Question = Omit<MadePrediction, "winner" | "probabilityA" | "confidence">;

/**
 * Settles predictions by the maps of their session that began from their moment on, up to the next
 * prediction in that session; a prediction for a map by that map alone. The teams of a match are the
 * prediction's in whichever order more people agree, and must agree in half of them; else the map does
 * not count.
 */
export function settlePredictions(
  predictions: readonly Question[],
  history: readonly PlayedMatch[],
): SettledPrediction[] {
  const matches = inOrderOfStart(history);
  return predictions.map((prediction) => {
    const { id, sessionId, asOfMs, map } = prediction;
    const untilMs = nextInSession(prediction, predictions);
    const tally = { A: 0, B: 0, draw: 0 };
    for (const match of matches) {
      if (match.sessionId !== sessionId || match.startMs < asOfMs || match.startMs >= untilMs) {
        continue;
      }
      if (map !== null && map.toLowerCase() !== match.map.toLowerCase()) continue;
      const winner = winnerFor(prediction, match);
      if (winner) tally[winner] += 1;
    }
    return { id, winner: verdict(tally), winsA: tally.A, winsB: tally.B, draws: tally.draw };
  });
}

function nextInSession({ sessionId, asOfMs }: Question, all: readonly Question[]): number {
  const later = all.filter((other) => other.sessionId === sessionId && other.asOfMs > asOfMs);
  return later.reduce((next, other) => Math.min(next, other.asOfMs), Number.POSITIVE_INFINITY);
}

function winnerFor({ teamA, teamB }: Question, match: PlayedMatch): Team | "draw" | null {
  const shared = (ours: readonly string[], theirs: readonly string[]) =>
    ours.filter((guid) => theirs.includes(guid)).length;
  const straight = shared(teamA, match.teamA) + shared(teamB, match.teamB);
  const crossed = shared(teamA, match.teamB) + shared(teamB, match.teamA);
  const enough = Math.max(straight, crossed) * 2 >= teamA.length + teamB.length;
  if (!enough || straight === crossed || match.winner === null) return null;
  if (match.winner === "draw" || straight > crossed) return match.winner;
  return match.winner === "A" ? "B" : "A";
}

function verdict(tally: { A: number; B: number; draw: number }): Team | "draw" | null {
  if (tally.A + tally.B + tally.draw === 0) return null;
  if (tally.A === tally.B) return "draw";
  return tally.A > tally.B ? "A" : "B";
}
