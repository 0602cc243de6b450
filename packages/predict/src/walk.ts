import { byEnd, inOrderOfStart } from "./history.ts";
import type { Model } from "./models/model.ts";
import { isPlayable, type PlayedMatch } from "./played-match.ts";

/** Chances of team A as one model saw them just before the match. */
export interface WalkedMatch {
  readonly match: PlayedMatch;
  /** In the order of the models. */
  readonly probabilities: readonly number[];
}

/** How far back predictions see. */
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
  options: WalkOptions = {},
): WalkedMatch[] {
  const walked: WalkedMatch[] = [];
  let running: Seen[] = [];
  let session: string | null = null;
  for (const match of inOrderOfStart(history)) {
    const begins = match.sessionId !== session;
    session = match.sessionId;
    if (begins || !options.pastSessions) {
      const isOver = ({ match: { endMs, sessionId } }: Seen) =>
        endMs <= match.startMs && !(options.pastSessions && sessionId === session);
      learnAll(running.filter(isOver), models);
      running = running.filter((seen) => !isOver(seen));
    }
    if (begins) for (const model of models) model.refit();
    const features = isPlayable(match)
      ? models.map((model) => model.features(match, match.startMs))
      : models.map(() => null);
    running.push({ match, features });
    if (isPlayable(match)) {
      const chances = models.map((model, i) => model.probability(features[i] ?? null));
      walked.push({ match, probabilities: chances });
    }
  }
  learnAll(running, models);
  for (const model of models) model.refit();
  return walked;
}

interface Seen {
  readonly match: PlayedMatch;
  readonly features: readonly (readonly number[] | null)[];
}

function learnAll(seen: readonly Seen[], models: readonly Model[]): void {
  for (const { match, features } of [...seen].sort((a, b) => byEnd(a.match, b.match))) {
    models.forEach((model, i) => {
      model.learn(match, features[i] ?? null);
    });
  }
}
