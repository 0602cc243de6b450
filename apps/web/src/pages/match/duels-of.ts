import type { MatchRound } from "../../api/match.ts";
import type { Duel } from "../../session/duel-grid.tsx";

/** Who killed whom how often over some rounds, each exchange taken from the killer's own block. */
export function duelsOf(rounds: readonly MatchRound[]): Duel[] {
  const kills = new Map<string, { killer: string; victim: string; kills: number }>();
  for (const { subjectGuid, opponentGuid, kills: count } of rounds.flatMap(
    ({ versus }) => versus,
  )) {
    if (subjectGuid === null || opponentGuid === null || count === 0) continue;
    const key = `${subjectGuid} ${opponentGuid}`;
    const duel = kills.get(key) ?? { killer: subjectGuid, victim: opponentGuid, kills: 0 };
    duel.kills += count;
    kills.set(key, duel);
  }
  return [...kills.values()];
}
