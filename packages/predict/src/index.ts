// Histories: what everything here is computed from.

export type { Matchup, PlayedMatch, PlayerMatch, Team } from "./played-match.ts";

// Predictions: who will win, how sure, and why.

export type { PredictionError, PredictionErrorCode } from "./check-matchup.ts";
export type { Confidence, Factor, FactorKey } from "./factors/factor.ts";
export { FACTOR_WEIGHTS } from "./factors/weigh-factors.ts";
export {
  DEFAULT_MODEL,
  DEFAULT_MODEL_VERSION,
  type ModelName,
  modelNames,
} from "./models/models.ts";
export {
  type PredictOptions,
  type PredictSessionsOptions,
  predictMatch,
  predictSessions,
  type SessionPrediction,
} from "./predict-match.ts";
export type { Prediction, PredictionResult } from "./prediction.ts";
export { type PlayerRating, ratePlayers } from "./rate-players.ts";

// Backtests: what the models are worth on a history.

export {
  type BacktestOptions,
  type BacktestReport,
  backtest,
  type ModelRecord,
} from "./backtest/backtest.ts";
export { type CalibrationBin, calibrationError, calibrationOf } from "./backtest/calibration.ts";
export { type PairedDifference, pairedDifference } from "./backtest/paired-difference.ts";
export { type Forecast, type Scores, scoresOf } from "./backtest/scores.ts";

// Grading: what came of predictions that were made.

export { type Grade, gradePrediction } from "./grading/grade.ts";
export type { Tally } from "./grading/graded.ts";
export type { MadePrediction } from "./grading/made-prediction.ts";
export { type MapPredictions, mapPredictions } from "./grading/map-predictions.ts";
export {
  type OwnPrediction,
  type PlayerPredictability,
  type PredictabilityOrder,
  predictabilityLeaderboard,
  predictionsOf,
} from "./grading/player-predictions.ts";
export {
  type AccuracyRating,
  accuracyRating,
  type PredictionStats,
  predictionStats,
} from "./grading/prediction-stats.ts";
export {
  type PredictionDay,
  type PredictionTrends,
  predictionTrends,
} from "./grading/prediction-trends.ts";
export { type SettledPrediction, settlePredictions } from "./grading/settle-predictions.ts";

// The first release's line from score to chance, to read its old predictions by.

export { firstReleaseFormConfidence, firstReleaseProbability } from "./factors/first-release.ts";
