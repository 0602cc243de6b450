// Histories, and what is predicted of them.

export { loadPlayedMatches, type PlayedScope } from "./played-matches.ts";
export { type LineUpQuestion, playerRatings, predictLineUps } from "./predict-line-ups.ts";

// The predictions that are kept.

export {
  type PredictionWindow,
  predictability,
  predictionMaps,
  predictionStatistics,
  predictionsOfPlayer,
  predictionTrend,
} from "./prediction-statistics.ts";
export { type StoredPrediction, sessionPrediction } from "./session-prediction.ts";
export { type PredictionUpdate, updatePredictions } from "./update-predictions.ts";
