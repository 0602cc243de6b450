// What the events of one round amount to. Times are milliseconds since the round began.

/** A death, as far as these rules ask for it. */
export interface Death {
  readonly atMs: number;
  readonly kind: "kill" | "team_kill" | "self_kill";
  /** Men alive on each side, as told with the death; null: not told. */
  readonly axisAlive: number | null;
  readonly alliesAlive: number | null;
}

/** Men alive on both sides from a moment on. */
export interface AliveStep {
  readonly atMs: number;
  readonly axis: number;
  readonly allies: number;
}

/** Shares of a player's hits, 0–1, by where they hit; null: no hit has a region. */
export interface HitShares {
  readonly head: number | null;
  readonly arms: number | null;
  readonly body: number | null;
  readonly legs: number | null;
}

/** Hits by region; `none` are hits on dead bodies, by splash, and first hits. */
export type HitCounts = Readonly<Record<"head" | "arms" | "body" | "legs" | "none", number>>;

/** The first kill of an enemy: it opens the round. Null when nobody was killed by an enemy. */
export function openingKill<D extends Death>(deaths: readonly D[]): D | null {
  let first: D | null = null;
  for (const death of deaths)
    if (death.kind === "kill" && (first === null || death.atMs < first.atMs)) first = death;
  return first;
}

/**
 * How many men were alive on each side, over the round: everybody at its start, then what each death
 * tells. A moment of several deaths is one step, of the last one; what a death does not tell stays.
 * Revives and spawns show with the death that follows them, for only deaths tell.
 *
 * @param deaths In order of time.
 * @param start Men on each side when the round began.
 */
export function aliveSteps(
  deaths: readonly Death[],
  start: Readonly<{ axis: number; allies: number }>,
): AliveStep[] {
  const steps: AliveStep[] = [{ atMs: 0, ...start }];
  for (const { atMs, axisAlive, alliesAlive } of deaths) {
    const last = steps.at(-1) as AliveStep;
    const step = { atMs, axis: axisAlive ?? last.axis, allies: alliesAlive ?? last.allies };
    if (step.axis === last.axis && step.allies === last.allies) continue;
    if (last.atMs === atMs) steps.pop();
    steps.push(step);
  }
  return steps;
}

/** Shares by region of the hits that have one: `none` is no part of a living body. */
export function hitShares(hits: HitCounts): HitShares {
  const all = hits.head + hits.arms + hits.body + hits.legs;
  const share = (count: number) => (all === 0 ? null : count / all);
  return {
    head: share(hits.head),
    arms: share(hits.arms),
    body: share(hits.body),
    legs: share(hits.legs),
  };
}
