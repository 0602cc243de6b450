import { inOrderOfStart, knownAt } from "./history.ts";
import { DEFAULT_MODEL, MODELS, type ModelName, modelNames } from "./models/models.ts";
import type { Matchup, PlayedMatch } from "./played-match.ts";
import type { PredictionResult } from "./prediction.ts";
import { Predictor } from "./predictor.ts";

/** How to predict. */
export interface PredictOptions {
  /** Default: the one that wins the backtest. */
  readonly model?: ModelName;
}

/** Which sessions to predict. */
export interface PredictSessionsOptions extends PredictOptions {
  /** Only sessions that begin at this moment or later, unix ms; default all. */
  readonly fromMs?: number;
}

/**
 * The chance of each team, from the matches that were over at `asOfMs` (unix ms): changing, adding or
 * removing later ones changes nothing. Unknown players count as newcomers and are named. Line-ups that
 * cannot play each other, a history without a finished match and a time that is none are errors.
 */
export function predictMatch(
  matchup: Matchup,
  history: readonly PlayedMatch[],
  asOfMs: number,
  { model = DEFAULT_MODEL }: PredictOptions = {},
): PredictionResult {
  if (!Number.isFinite(asOfMs)) {
    return { ok: false, error: { code: "bad_time", message: "As of when is not a time." } };
  }
  if (!Object.hasOwn(MODELS, model)) {
    const message = `There is no model ${model}; there are ${modelNames.join(", ")}.`;
    return { ok: false, error: { code: "unknown_model", message } };
  }
  const predictor = new Predictor(model);
  for (const match of knownAt(history, asOfMs)) predictor.begin(match);
  return predictor.predict(matchup, asOfMs);
}

/** What was to be said before a session's first match. */
export interface SessionPrediction {
  readonly sessionId: string;
  /** The match that began it. */
  readonly match: PlayedMatch;
  readonly result: PredictionResult;
}

/**
 * For each session the prediction as of the start of its first match, oldest first: the same as asking
 * {@link predictMatch} for each, in one pass.
 */
export function predictSessions(
  history: readonly PlayedMatch[],
  { model = DEFAULT_MODEL, fromMs = Number.NEGATIVE_INFINITY }: PredictSessionsOptions = {},
): SessionPrediction[] {
  const predictor = new Predictor(model);
  const begun = new Set<string>();
  return inOrderOfStart(history).flatMap((match) => {
    const { sessionId, startMs } = match;
    const isFirst = !begun.has(sessionId);
    begun.add(sessionId);
    const predictions =
      isFirst && startMs >= fromMs
        ? [{ sessionId, match, result: predictor.predict(match, startMs) }]
        : [];
    predictor.begin(match);
    return predictions;
  });
}
