import { inOrderOfStart } from "./history.ts";
import type { Model } from "./models/model.ts";
import { isPlayable, type PlayedMatch } from "./played-match.ts";
import { Replay } from "./replay.ts";

/** Chances of team A as each model saw them just before the match. */
export interface WalkedMatch {
  readonly match: PlayedMatch;
  /** In the order of the models. */
  readonly probabilities: readonly number[];
}

/** How far predictions look back. */
export interface WalkOptions {
  /** Predictions are made before a session, from past sessions only. Else: from all matches that are over. */
  readonly pastSessions?: boolean;
}

/**
 * Walks through a history: predicts each match from what was over when it began, then goes on.
 * Slopes are refitted before each session. Matches without two proper line-ups are learned, not predicted.
 */
export function walk(
  history: readonly PlayedMatch[],
  models: readonly Model[],
  { pastSessions = false }: WalkOptions = {},
): WalkedMatch[] {
  const replay = new Replay(models);
  const walked: WalkedMatch[] = [];
  let session: string | null = null;
  for (const match of inOrderOfStart(history)) {
    replay.learnUntil(match.startMs, pastSessions ? match.sessionId : null);
    if (match.sessionId !== session) replay.refit();
    session = match.sessionId;
    const features = replay.begin(match);
    if (!isPlayable(match)) continue;
    const probabilities = models.map((model, i) => model.probability(features[i] ?? null));
    walked.push({ match, probabilities });
  }
  return walked;
}
