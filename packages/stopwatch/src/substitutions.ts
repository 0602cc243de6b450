import type { Substitution, TeamLetter } from "./gaming-session.ts";

/** The two line-ups of one round, by team. */
export interface TeamLineUps {
  readonly key: string;
  readonly A: readonly string[];
  readonly B: readonly string[];
}

/**
 * Who came for whom, team by team, from one round to the next. Who leaves and who comes at the same
 * step are paired; a newcomer without a counterpart joined late, who never comes back left early.
 * Missing one round is no substitution, and who went over to the other team is none either.
 *
 * @param rounds Rounds whose sides are attributed to teams, by end.
 */
export function findSubstitutions(rounds: readonly TeamLineUps[]): Substitution[] {
  const found: Substitution[] = [];
  for (const team of ["A", "B"] as const) {
    const other: TeamLetter = team === "A" ? "B" : "A";
    const seen = new Set<string>(rounds[0]?.[team]);
    const last = new Map<string, number>();
    rounds.forEach((round, index) => {
      for (const player of round[team]) last.set(player, index);
    });
    for (let i = 1; i < rounds.length; i++) {
      const before = rounds[i - 1];
      const now = rounds[i];
      if (!before || !now) continue;
      const comesBack = (player: string) => (last.get(player) ?? 0) >= i;
      const left = before[team].filter(
        (player) => !now[team].includes(player) && !now[other].includes(player),
      );
      const came = now[team].filter(
        (player) => !before[team].includes(player) && !before[other].includes(player),
      );
      // Who is gone for good and who is new are the likeliest pair.
      const outs = [...left].sort(firstThose((player) => !comesBack(player)));
      const ins = [...came].sort(firstThose((player) => !seen.has(player)));
      const pairs = Math.min(outs.length, ins.length);
      outs.forEach((out, n) => {
        const substitute = n < pairs ? (ins[n] ?? null) : null;
        if (substitute !== null || !comesBack(out)) {
          found.push({ team, out, in: substitute, round: now.key });
        }
      });
      for (const joiner of ins.slice(pairs)) {
        if (!seen.has(joiner)) found.push({ team, out: null, in: joiner, round: now.key });
      }
      for (const player of now[team]) seen.add(player);
    }
  }
  const order = new Map(rounds.map((round, index) => [round.key, index]));
  return found.sort((a, b) => (order.get(a.round) ?? 0) - (order.get(b.round) ?? 0));
}

function firstThose(test: (player: string) => boolean) {
  return (a: string, b: string): number =>
    Number(test(b)) - Number(test(a)) || (a < b ? -1 : a > b ? 1 : 0);
}
