import { byEnd } from "./history.ts";
import type { Model } from "./models/model.ts";
import { isPlayable, type PlayedMatch } from "./played-match.ts";

interface Seen {
  readonly match: PlayedMatch;
  /** In the order of the models; null: no opinion, or no two proper line-ups. */
  readonly features: readonly (readonly number[] | null)[];
}

/**
 * Feeds a history to models so that none sees the future: what a model thinks of a match is noted when
 * it begins, and learned from when it is over.
 */
export class Replay {
  readonly #models: readonly Model[];
  #running: Seen[] = [];

  constructor(models: readonly Model[]) {
    this.#models = models;
  }

  /** Teaches all matches that were over at a moment (unix ms), but for those of one session. */
  learnUntil(ms: number, exceptSession: string | null = null): void {
    const isOver = ({ match: { endMs, sessionId } }: Seen) =>
      endMs <= ms && sessionId !== exceptSession;
    const over = this.#running.filter(isOver);
    if (over.length === 0) return;
    this.#running = this.#running.filter((seen) => !isOver(seen));
    for (const { match, features } of over.sort((a, b) => byEnd(a.match, b.match))) {
      this.#models.forEach((model, i) => {
        model.learn(match, features[i] ?? null);
      });
    }
  }

  /** A match begins: what each model sees in it. */
  begin(match: PlayedMatch): Seen["features"] {
    const features = isPlayable(match)
      ? this.#models.map((model) => model.features(match, match.startMs))
      : this.#models.map(() => null);
    this.#running.push({ match, features });
    return features;
  }

  refit(): void {
    for (const model of this.#models) model.refit();
  }
}
