/** A session as far as its id goes: the keys of its rounds. */
export interface SessionRounds {
  readonly roundKeys: readonly string[];
}

/**
 * Gives each session its id so that an id never changes its meaning: it stays with the session that
 * holds most of the rounds that had it. Of two sessions that became one the lower id survives; of one
 * that became two the larger part keeps it (equal parts: the one given first). All others get a new id
 * from `next`, in the order given; an id that a session once had is never given to another.
 *
 * @param known Id of every stored round of these sessions.
 * @param next Takes a fresh id from a sequence that never goes back.
 * @returns One id a group, in the order of `groups`.
 * @throws RangeError when `next` gives an id that is already taken.
 */
export function assignSessionIds(
  groups: readonly SessionRounds[],
  known: ReadonlyMap<string, number>,
  next: () => number,
): number[] {
  const home = new Map<number, { group: number; rounds: number }>();
  groups.forEach(({ roundKeys }, group) => {
    const votes = new Map<number, number>();
    for (const key of roundKeys) {
      const id = known.get(key);
      if (id !== undefined) votes.set(id, (votes.get(id) ?? 0) + 1);
    }
    for (const [id, rounds] of votes) {
      if (rounds > (home.get(id)?.rounds ?? 0)) home.set(id, { group, rounds });
    }
  });
  const kept = new Map<number, number>();
  for (const [id, { group }] of home) {
    kept.set(group, Math.min(id, kept.get(group) ?? id));
  }
  const taken = new Set(known.values());
  return groups.map((_, group) => {
    const id = kept.get(group);
    if (id !== undefined) return id;
    const fresh = next();
    if (taken.has(fresh)) throw new RangeError(`session id ${fresh} is already taken`);
    taken.add(fresh);
    return fresh;
  });
}
