/** How much data stands behind a number. */
export type Confidence = "high" | "medium" | "low";

/** The four factors, in the order of their weight. */
export type FactorKey = "headToHead" | "form" | "map" | "substitutions";

/** What one factor says of a matchup. */
export interface Factor {
  readonly key: FactorKey;
  /** 0–1, above 0.5 favours team A. 0.5 when not available. */
  readonly score: number;
  /** False: too little data, so its weight goes to the others. */
  readonly available: boolean;
  readonly confidence: Confidence;
  /** One sentence: what it rests on, or what is missing. */
  readonly text: string;
  /** The numbers behind the text. */
  readonly details: Readonly<Record<string, number>>;
}

/** A factor that has nothing to say. */
export function unavailable(
  key: FactorKey,
  text: string,
  details: Readonly<Record<string, number>> = {},
): Factor {
  return { key, score: 0.5, available: false, confidence: "low", text, details };
}

/** By the size of a sample: `high` and `medium` are the smallest that deserve the word. */
export function bySample(n: number, limits: { high: number; medium: number }): Confidence {
  if (n >= limits.high) return "high";
  return n >= limits.medium ? "medium" : "low";
}
