import type { Confidence } from "../factors/factor.ts";
import type { Team } from "../played-match.ts";

/** A prediction that was made and kept. */
export interface MadePrediction {
  readonly id: string;
  /** The session that it was made for. */
  readonly sessionId: string;
  /** As of when, unix ms. */
  readonly asOfMs: number;
  /** Null: made for whatever is played. */
  readonly map: string | null;
  readonly teamA: readonly string[];
  readonly teamB: readonly string[];
  /** 0–1. */
  readonly probabilityA: number;
  readonly confidence: Confidence;
  /** Null: still open. */
  readonly winner: Team | "draw" | null;
}
