/** What the split into evenings needs of a round. */
export interface TimedRound {
  readonly key: string;
  /** End of the round, unix ms. */
  readonly endMs: number;
  /** Begins or extends a session; the others are only placed. */
  readonly formsSession: boolean;
  /** The other half of its match, if it has one. */
  readonly partner: { readonly key: string } | null;
  /** Bots are nobody. */
  readonly lineUp: { readonly humans: readonly string[] };
}

/** One evening's rounds, by end, then key. */
export interface RoundGroup<R extends TimedRound> {
  readonly rounds: readonly R[];
  /** Those that formed it. */
  readonly forming: readonly R[];
}

/**
 * Splits rounds into gaming sessions: people who play on, with gaps of at most `gapMinutes` between the
 * ends of two rounds. Midnight does not part them; other people do. A match belongs to the session that
 * knows most of its players from the two matches before it, and begins a new one when none knows a
 * third of them. Both rounds of a match stay together; a round that has no other half goes by its own
 * players. So groups that follow each other on a server, or play on two at once, are sessions of their own,
 * whereas substitutes, joiners and teams drawn anew change nothing.
 *
 * Bot rounds, filler maps and aborted rounds neither begin nor extend a session; each goes to the one
 * within the gap that knows most of its players, else to the nearest.
 */
export function splitSessions<R extends TimedRound>(
  rounds: readonly R[],
  gapMinutes: number,
): { readonly sessions: readonly RoundGroup<R>[]; readonly outside: readonly R[] } {
  const gapMs = gapMinutes * 60_000;
  const sorted = [...rounds].sort(byEnd);
  const sessions: GrowingSession<R>[] = [];
  let open: GrowingSession<R>[] = [];
  for (const match of matchesOf(sorted.filter((round) => round.formsSession))) {
    open = open.filter(({ lastEndMs }) => match.firstEndMs - lastEndMs <= gapMs);
    const session = sessionOf(match, open);
    if (session) {
      goOn(session, match);
      continue;
    }
    const begun = begin(match);
    sessions.push(begun);
    open.push(begun);
  }
  const outside: R[] = [];
  for (const round of sorted) {
    if (round.formsSession) continue;
    const placed = nearestSession(round, sessions, gapMs);
    if (placed) placed.rounds.push(round);
    else outside.push(round);
  }
  for (const session of sessions) {
    session.forming.sort(byEnd);
    session.rounds.sort(byEnd);
  }
  return {
    sessions: sessions.map(({ rounds: all, forming }) => ({ rounds: all, forming })),
    outside,
  };
}

/** Order in time; rounds that end at one instant go by key. */
export function byEnd(a: Pick<TimedRound, "key" | "endMs">, b: Pick<TimedRound, "key" | "endMs">) {
  return a.endMs - b.endMs || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
}

/** So many matches back a session knows who played. */
const MATCHES_KNOWN = 2;

/** One or two rounds that are never parted. */
interface Match<R> {
  readonly rounds: readonly R[];
  readonly firstEndMs: number;
  readonly players: ReadonlySet<string>;
}

/** A session while it is put together. */
interface GrowingSession<R> {
  readonly rounds: R[];
  readonly forming: R[];
  readonly firstEndMs: number;
  lastEndMs: number;
  /** Matches with both rounds so far. A round alone is none: false starts make nobody forgotten. */
  matches: number;
  /** How many matches there were when somebody played last. */
  readonly lastPlayed: Map<string, number>;
}

function begin<R extends TimedRound>(match: Match<R>): GrowingSession<R> {
  const session: GrowingSession<R> = {
    rounds: [],
    forming: [],
    firstEndMs: match.firstEndMs,
    lastEndMs: match.firstEndMs,
    matches: 0,
    lastPlayed: new Map(),
  };
  goOn(session, match);
  return session;
}

function goOn<R extends TimedRound>(session: GrowingSession<R>, match: Match<R>): void {
  session.rounds.push(...match.rounds);
  session.forming.push(...match.rounds);
  if (match.rounds.length > 1) session.matches += 1;
  for (const { endMs } of match.rounds) session.lastEndMs = Math.max(session.lastEndMs, endMs);
  for (const player of match.players) session.lastPlayed.set(player, session.matches);
}

/** How many of these people played in the session's last matches. */
function known({ matches, lastPlayed }: GrowingSession<unknown>, people: Iterable<string>): number {
  let count = 0;
  for (const player of people) {
    const last = lastPlayed.get(player);
    if (last !== undefined && matches - last < MATCHES_KNOWN) count += 1;
  }
  return count;
}

/** Rounds by end as matches, in the order in which these began. */
function matchesOf<R extends TimedRound>(rounds: readonly R[]): Match<R>[] {
  const byKey = new Map(rounds.map((round) => [round.key, round]));
  const taken = new Set<string>();
  const matches: Match<R>[] = [];
  for (const round of rounds) {
    if (taken.has(round.key)) continue;
    const other = round.partner === null ? undefined : byKey.get(round.partner.key);
    const both = other?.partner?.key === round.key && other !== round ? [round, other] : [round];
    for (const { key } of both) taken.add(key);
    matches.push({
      rounds: both,
      firstEndMs: round.endMs,
      players: new Set(both.flatMap(({ lineUp }) => lineUp.humans)),
    });
  }
  return matches;
}

/** The session that goes on with a match: of those that know equally many of its players the latest. */
function sessionOf<R>(
  { players }: Match<R>,
  open: readonly GrowingSession<R>[],
): GrowingSession<R> | null {
  let best: GrowingSession<R> | null = null;
  let most = 0;
  for (const session of open) {
    const stayed = known(session, players);
    if (stayed * 3 < players.size || stayed < most) continue;
    if (best && stayed === most && session.lastEndMs < best.lastEndMs) continue;
    best = session;
    most = stayed;
  }
  return best;
}

function nearestSession<R extends TimedRound>(
  round: R,
  sessions: readonly GrowingSession<R>[],
  gapMs: number,
): GrowingSession<R> | null {
  let best: { session: GrowingSession<R>; here: number; distance: number } | null = null;
  for (const session of sessions) {
    const { firstEndMs, lastEndMs, lastPlayed } = session;
    const distance = Math.max(firstEndMs - round.endMs, round.endMs - lastEndMs, 0);
    if (distance > gapMs) continue;
    const here = round.lineUp.humans.filter((player) => lastPlayed.has(player)).length;
    if (!best || here > best.here || (here === best.here && distance < best.distance)) {
      best = { session, here, distance };
    }
  }
  return best?.session ?? null;
}
