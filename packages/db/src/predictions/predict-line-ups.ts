import {
  type PlayedMatch,
  type PlayerRating,
  type PredictionResult,
  type PredictOptions,
  predictMatch,
  ratePlayers,
} from "@slomix/predict";
import type { Reader } from "../database.ts";
import { newestRound } from "../history/newest-round.ts";
import { lookBackFrom } from "./look-back.ts";
import { loadPlayedMatches } from "./played-matches.ts";

/** Two line-ups by GUID, and what is known of the match. */
export interface LineUpQuestion {
  readonly teamA: readonly string[];
  readonly teamB: readonly string[];
  readonly map?: string | undefined;
  /** Unix ms; default just after the newest round that counts. */
  readonly asOfMs?: number | undefined;
}

/**
 * Who would win, from the matches that were over at a moment, as far as predictions look back.
 *
 * @throws {DatabaseError}
 */
export async function predictLineUps(
  db: Reader,
  { teamA, teamB, map, asOfMs }: LineUpQuestion,
  options: PredictOptions = {},
): Promise<PredictionResult> {
  const { history, atMs } = await historyAt(db, asOfMs);
  return predictMatch({ teamA, teamB, map: map ?? null }, history, atMs, options);
}

/**
 * Everybody's strength at a moment (unix ms; default the newest round that counts), best first.
 *
 * @throws {DatabaseError}
 */
export async function playerRatings(db: Reader, asOfMs?: number): Promise<PlayerRating[]> {
  const { history, atMs } = await historyAt(db, asOfMs);
  return ratePlayers(history, atMs);
}

async function historyAt(
  db: Reader,
  asOfMs: number | undefined,
): Promise<{ history: PlayedMatch[]; atMs: number }> {
  const atMs = asOfMs ?? (await newestRound(db)) ?? 0;
  const history = await loadPlayedMatches(db, {
    fromMs: lookBackFrom(atMs),
    beforeMs: atMs + 1,
  });
  return { history, atMs };
}
