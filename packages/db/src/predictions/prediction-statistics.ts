import {
  type Confidence,
  type MadePrediction,
  type MapPredictions,
  mapPredictions,
  type OwnPrediction,
  type PlayerPredictability,
  type PredictabilityOrder,
  type PredictionStats,
  type PredictionTrends,
  predictabilityLeaderboard,
  predictionStats,
  predictionsOf,
  predictionTrends,
} from "@slomix/predict";
import type { Reader } from "../database.ts";
import { newestRound } from "../history/newest-round.ts";
import { playerNames } from "../history/player-names.ts";

/** Which days of predictions are looked at. */
export interface PredictionWindow {
  /** Default 30. */
  readonly days?: number | undefined;
  /** Unix ms; default the newest round that counts. */
  readonly asOfMs?: number | undefined;
}

/** Which predictions are read; what is left out does not narrow it. */
interface PredictionScope {
  readonly sessions?: readonly number[];
  readonly player?: string;
  readonly fromMs?: number;
}

const DAYS = 30;
const DAY = 86_400_000;

/** How the predictions of some days did, with calibration. Null: nothing was ever played. */
export async function predictionStatistics(
  db: Reader,
  { days = DAYS, asOfMs }: PredictionWindow = {},
): Promise<(PredictionStats & { readonly asOfMs: number }) | null> {
  return within(db, days, asOfMs, (made, at) => ({
    ...predictionStats(made, at, days),
    asOfMs: at,
  }));
}

/** Predictions day by day. Null: nothing was ever played. */
export async function predictionTrend(
  db: Reader,
  { days = DAYS, asOfMs }: PredictionWindow = {},
): Promise<PredictionTrends | null> {
  return within(db, days, asOfMs, (made, at) => predictionTrends(made, at, days));
}

/** Players by how well their evenings were predicted. */
export async function predictability(
  db: Reader,
  order: PredictabilityOrder,
  { days = DAYS, asOfMs }: PredictionWindow = {},
): Promise<(PlayerPredictability & { readonly name: string })[]> {
  const board =
    (await within(db, days, asOfMs, (made, at) =>
      predictabilityLeaderboard(made, at, order, days),
    )) ?? [];
  const names = await playerNames(
    db,
    board.map(({ guid }) => guid),
  );
  return board.map((row) => ({ ...row, name: names.get(row.guid) ?? row.guid }));
}

/** Predictions by the map that they were made for; those of whole evenings are in none. */
export async function predictionMaps(db: Reader): Promise<MapPredictions[]> {
  return mapPredictions(await madePredictions(db, {}));
}

/** A player's last predictions, newest first. */
export async function predictionsOfPlayer(
  db: Reader,
  guid: string,
  limit = 10,
): Promise<OwnPrediction[]> {
  return predictionsOf(await madePredictions(db, { player: guid }), guid, limit);
}

/** Predictions as they are kept. */
export async function madePredictions(
  db: Reader,
  { sessions, player, fromMs }: PredictionScope,
): Promise<MadePrediction[]> {
  const rows = await db.query<{
    id: number;
    session: number | null;
    at: Date;
    map: string | null;
    teamA: string[];
    teamB: string[];
    probability: number;
    confidence: Confidence;
    winner: 0 | 1 | 2 | null;
  }>(
    `select id, gaming_session_id as session, prediction_time as at, map_name as map,
       team_a_guids as "teamA", team_b_guids as "teamB", team_a_win_probability as probability,
       confidence, actual_winner as winner
     from match_predictions
     where ($1::int[] is null or gaming_session_id = any($1))
       and ($2::text is null or team_a_guids @> jsonb_build_array($2::text)
         or team_b_guids @> jsonb_build_array($2::text))
       and ($3::timestamptz is null or prediction_time > $3)
     order by prediction_time, id`,
    [sessions ?? null, player ?? null, fromMs === undefined ? null : new Date(fromMs)],
  );
  return rows.map(({ id, session, at, map, teamA, teamB, probability, confidence, winner }) => ({
    id: String(id),
    sessionId: session === null ? "" : String(session),
    asOfMs: at.getTime(),
    map,
    teamA,
    teamB,
    probabilityA: probability,
    confidence,
    winner: winner === null ? null : (["draw", "A", "B"] as const)[winner],
  }));
}

async function within<Value>(
  db: Reader,
  days: number,
  asOfMs: number | undefined,
  ask: (made: readonly MadePrediction[], asOfMs: number) => Value,
): Promise<Value | null> {
  const at = asOfMs ?? (await newestRound(db));
  if (at === null) return null;
  return ask(await madePredictions(db, { fromMs: at - days * DAY }), at);
}
