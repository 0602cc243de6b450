/** What the split into evenings needs of a round. */
export interface TimedRound {
  readonly key: string;
  /** End of the round, unix ms. */
  readonly endMs: number;
  /** Begins or extends a session; the others are only placed. */
  readonly formsSession: boolean;
}

/** One evening's rounds, by end, then key. */
export interface RoundGroup<R extends TimedRound> {
  readonly rounds: readonly R[];
  /** Those that formed it. */
  readonly forming: readonly R[];
}

/**
 * Splits rounds into gaming sessions: a gap of more than `gapMinutes` between the ends of two rounds
 * begins a new one, midnight does not. Bot rounds, filler maps and aborted rounds neither begin nor
 * extend a session; each goes to the session with the nearest round, if that is within the gap.
 */
export function splitSessions<R extends TimedRound>(
  rounds: readonly R[],
  gapMinutes: number,
): { readonly sessions: readonly RoundGroup<R>[]; readonly outside: readonly R[] } {
  const gapMs = gapMinutes * 60_000;
  const sorted = [...rounds].sort(byEnd);
  const sessions: { rounds: R[]; forming: R[] }[] = [];
  for (const round of sorted) {
    if (!round.formsSession) continue;
    const last = sessions.at(-1);
    const previous = last?.forming.at(-1);
    if (last && previous && round.endMs - previous.endMs <= gapMs) {
      last.forming.push(round);
      last.rounds.push(round);
    } else {
      sessions.push({ rounds: [round], forming: [round] });
    }
  }
  const outside: R[] = [];
  for (const round of sorted) {
    if (round.formsSession) continue;
    const nearest = nearestSession(round, sessions, gapMs);
    if (nearest) nearest.rounds.push(round);
    else outside.push(round);
  }
  for (const session of sessions) session.rounds.sort(byEnd);
  return { sessions, outside };
}

/** Order in time; rounds that end at one instant go by key. */
export function byEnd(a: Pick<TimedRound, "key" | "endMs">, b: Pick<TimedRound, "key" | "endMs">) {
  return a.endMs - b.endMs || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
}

function nearestSession<G extends { forming: readonly TimedRound[] }>(
  round: TimedRound,
  sessions: readonly G[],
  gapMs: number,
): G | null {
  let best: G | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const session of sessions) {
    const first = session.forming.at(0)?.endMs ?? 0;
    const last = session.forming.at(-1)?.endMs ?? 0;
    const distance = Math.max(first - round.endMs, round.endMs - last, 0);
    if (distance <= gapMs && distance < bestDistance) {
      best = session;
      bestDistance = distance;
    }
  }
  return best;
}
