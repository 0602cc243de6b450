/** A level of a scale. */
export interface Level {
  readonly threshold: number;
  readonly emoji: string;
  readonly title: string;
}

/** Where somebody stands on a scale. */
export interface Progress<L extends Level> {
  readonly value: number;
  /** Levels reached: 0 none. */
  readonly rank: number;
  readonly reached: L | null;
  /** Null: nothing higher is left. */
  readonly next: L | null;
  /** Way from the level reached (or 0) to the next one, 0 to 1; 1 at the top. */
  readonly progress: number;
  readonly missing: number;
}

/** Progress on a scale with ascending thresholds. */
export function progressOn<L extends Level>(levels: readonly L[], value: number): Progress<L> {
  const rank = levels.filter(({ threshold }) => value >= threshold).length;
  const reached = levels[rank - 1] ?? null;
  const next = levels[rank] ?? null;
  const from = reached?.threshold ?? 0;
  const way = next ? next.threshold - from : 0;
  return {
    value,
    rank,
    reached,
    next,
    progress: next && way > 0 ? Math.max(0, (value - from) / way) : 1,
    missing: next ? next.threshold - value : 0,
  };
}
