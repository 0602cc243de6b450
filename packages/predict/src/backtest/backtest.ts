import { inOrderOfStart } from "../history.ts";
import { DEFAULT_MODEL, MODELS, type ModelName, modelNames } from "../models/models.ts";
import { decisiveOutcome, type PlayedMatch } from "../played-match.ts";
import { walk } from "../walk.ts";
import { type CalibrationBin, calibrationError, calibrationOf } from "./calibration.ts";
import { type PairedDifference, pairedDifference } from "./paired-difference.ts";
import { type Forecast, type Scores, scoresOf } from "./scores.ts";

/** How to walk. */
export interface BacktestOptions {
  /** Predict before each session, from past sessions only. Default: from every match that is over. */
  readonly pastSessions?: boolean;
  /** Sessions at the beginning that are learned from and not scored. Default 10. */
  readonly warmUpSessions?: number;
  /** Default: all. The default model is always in it. */
  readonly models?: readonly ModelName[];
}

/** One model's record. */
export interface ModelRecord extends Scores {
  readonly name: ModelName;
  readonly calibration: readonly CalibrationBin[];
  /** Mean distance between chance and outcome by decile, weighted by n, 0–1. */
  readonly calibrationError: number;
}

/** What a walk through a history measured. */
export interface BacktestReport {
  /** Scored matches: the decisive ones after the warm-up. */
  readonly matches: number;
  /** Date of the first of them, `YYYY-MM-DD` in UTC; null when there is none. */
  readonly from: string | null;
  readonly to: string | null;
  readonly sessions: number;
  readonly pastSessions: boolean;
  readonly models: readonly ModelRecord[];
  readonly default: ModelName;
  /** The default against each other model on the same matches. */
  readonly differences: readonly (PairedDifference & {
    readonly model: ModelName;
    readonly against: ModelName;
  })[];
}

/** Sessions without which no model knows enough to be judged. */
const WARM_UP = 10;

/**
 * Walks a history forward, match by match, and scores what each model would have said before each
 * decisive match. Nothing that comes later touches an earlier prediction. A history that is too short
 * gives a report over no matches.
 */
export function backtest(
  history: readonly PlayedMatch[],
  options: BacktestOptions = {},
): BacktestReport {
  const names = namesOf(options.models);
  const walked = walk(
    history,
    names.map((name) => MODELS[name]()),
    { pastSessions: options.pastSessions ?? false },
  );
  const late = sessionsAfter(history, options.warmUpSessions ?? WARM_UP);
  const scored = walked.flatMap(({ match, probabilities }) => {
    const outcome = decisiveOutcome(match);
    return outcome !== null && late.has(match.sessionId) ? [{ match, probabilities, outcome }] : [];
  });
  const forecasts = names.map((_, i) =>
    scored.map(({ probabilities, outcome }) => ({
      probability: probabilities[i] ?? 0.5,
      outcome,
    })),
  );
  const sessions = scored.map(({ match }) => match.sessionId);
  return {
    matches: scored.length,
    from: dayOf(scored[0]?.match),
    to: dayOf(scored.at(-1)?.match),
    sessions: new Set(sessions).size,
    pastSessions: options.pastSessions ?? false,
    models: names.map((name, i) => record(name, forecasts[i] ?? [])),
    default: DEFAULT_MODEL,
    differences: differencesOf(names, forecasts, sessions),
  };
}

function namesOf(chosen: readonly ModelName[] | undefined): ModelName[] {
  return modelNames.filter((name) => !chosen || chosen.includes(name) || name === DEFAULT_MODEL);
}

function sessionsAfter(history: readonly PlayedMatch[], warmUp: number): Set<string> {
  const sessions = new Set(inOrderOfStart(history).map(({ sessionId }) => sessionId));
  return new Set([...sessions].slice(warmUp));
}

function record(name: ModelName, forecasts: readonly Forecast[]): ModelRecord {
  const calibration = calibrationOf(forecasts);
  const { accuracy, brier, logLoss } = scoresOf(forecasts);
  return {
    name,
    accuracy,
    brier,
    logLoss,
    calibration,
    calibrationError: calibrationError(calibration),
  };
}

function differencesOf(
  names: readonly ModelName[],
  forecasts: readonly (readonly Forecast[])[],
  sessions: readonly string[],
): BacktestReport["differences"] {
  const ours = forecasts[names.indexOf(DEFAULT_MODEL)] ?? [];
  return names.flatMap((against, i) => {
    if (against === DEFAULT_MODEL) return [];
    const difference = pairedDifference(ours, forecasts[i] ?? [], sessions);
    return difference ? [{ model: DEFAULT_MODEL, against, ...difference }] : [];
  });
}

function dayOf(match: PlayedMatch | undefined): string | null {
  return match ? new Date(match.startMs).toISOString().slice(0, 10) : null;
}
