import type { Team } from "../played-match.ts";
import { recent, type Tally, tallyOf } from "./graded.ts";
import type { MadePrediction } from "./made-prediction.ts";

/** How predictable a player's matches are. */
export interface PlayerPredictability extends Tally {
  readonly guid: string;
}

/** Orders of the leaderboard: best mean score, worst mean score, most predictions. */
export type PredictabilityOrder = "predictable" | "unpredictable" | "active";

const FEWEST = 3;

/**
 * Players by how well their matches were predicted in the last days (default 30) before `asOfMs` (unix
 * ms); people place no predictions themselves. At least three graded ones; ties by more graded, then GUID.
 */
export function predictabilityLeaderboard(
  predictions: readonly MadePrediction[],
  asOfMs: number,
  order: PredictabilityOrder,
  days = 30,
): PlayerPredictability[] {
  const byPlayer = new Map<string, MadePrediction[]>();
  for (const prediction of recent(predictions, asOfMs, days)) {
    for (const guid of new Set([...prediction.teamA, ...prediction.teamB])) {
      const made = byPlayer.get(guid) ?? [];
      made.push(prediction);
      byPlayer.set(guid, made);
    }
  }
  const value = ({ meanScore, predictions: made }: Tally) => {
    if (order === "active") return made;
    return (order === "predictable" ? 1 : -1) * (meanScore ?? 0);
  };
  return [...byPlayer]
    .map(([guid, made]) => ({ guid, ...tallyOf(made) }))
    .filter(({ graded }) => graded >= FEWEST)
    .sort((a, b) => value(b) - value(a) || b.graded - a.graded || (a.guid < b.guid ? -1 : 1));
}

/** A prediction from one player's point of view. */
export interface OwnPrediction {
  readonly id: string;
  readonly asOfMs: number;
  readonly map: string | null;
  readonly team: Team;
  /** The chance given to his team, 0–1. */
  readonly chance: number;
  readonly result: "won" | "lost" | "draw" | "open";
}

/** A player's predictions, newest first, at most `limit` (default 10). */
export function predictionsOf(
  predictions: readonly MadePrediction[],
  guid: string,
  limit = 10,
): OwnPrediction[] {
  return predictions
    .toSorted((a, b) => b.asOfMs - a.asOfMs || (a.id < b.id ? -1 : 1))
    .flatMap((prediction) => {
      const { id, asOfMs, map, teamA, teamB, probabilityA, winner } = prediction;
      const team = teamA.includes(guid) ? "A" : teamB.includes(guid) ? "B" : null;
      if (team === null) return [];
      const chance = team === "A" ? probabilityA : 1 - probabilityA;
      return [{ id, asOfMs, map, team, chance, result: resultFor(team, winner) } as const];
    })
    .slice(0, limit);
}

function resultFor(team: Team, winner: MadePrediction["winner"]): OwnPrediction["result"] {
  if (winner === null) return "open";
  if (winner === "draw") return "draw";
  return winner === team ? "won" : "lost";
}
