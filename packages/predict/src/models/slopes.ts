import { dot, fitLogistic, logistic, type Prior, type Row } from "../logistic.ts";
import { decisiveOutcome, type PlayedMatch } from "../played-match.ts";

/** So many decisive matches until the slopes are trusted; 0.5 before. */
export const FEWEST_MATCHES = 20;

/** Logistic regression on the decisive matches so far. */
export class Slopes {
  #rows: Row[] = [];
  #fitted: readonly number[] | null = null;
  readonly #priors: readonly Prior[];

  constructor(priors: readonly Prior[]) {
    this.#priors = priors;
  }

  /** Null until there are enough matches. */
  get fitted(): readonly number[] | null {
    return this.#fitted;
  }

  add(match: PlayedMatch, features: readonly number[] | null): void {
    const y = decisiveOutcome(match);
    if (features && y !== null) this.#rows.push({ x: features, y });
  }

  refit(): void {
    if (this.#rows.length >= FEWEST_MATCHES) this.#fitted = fitLogistic(this.#rows, this.#priors);
  }

  probability(features: readonly number[] | null): number {
    return features && this.#fitted ? logistic(dot(features, this.#fitted)) : 0.5;
  }
}
