import type { Matchup, PlayedMatch } from "../played-match.ts";

/**
 * Something that learns from matches, one after the other, and gives the chance of team A.
 *
 * Features are what a model sees in a matchup just before it is played. They are kept until its result
 * is known and then learned from, so that a slope is fitted to the same view of the world that it is
 * used on. Each feature changes its sign when the teams change places; that makes the chances symmetric.
 */
export interface Model {
  /** The differences between the teams as of a moment (unix ms); null: no opinion. */
  features(matchup: Matchup, asOfMs: number): readonly number[] | null;
  /** The chance of team A, 0–1; 0.5 without features. */
  probability(features: readonly number[] | null): number;
  /** A match is over. */
  learn(match: PlayedMatch, features: readonly number[] | null): void;
  /** Fits the slopes to all decisive matches learned; done before each session. */
  refit(): void;
}
