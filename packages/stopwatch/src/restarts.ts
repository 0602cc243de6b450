import type { RoundNumber } from "@slomix/stats-parser";
import { mapKey } from "./map-key.ts";

/** What tells a restart from a finished or given-up Round 1. */
export interface RestartCandidate {
  readonly key: string;
  readonly map: string;
  readonly number: RoundNumber;
  /** It has its other half. */
  readonly paired: boolean;
  /** Unix ms; null when the play time is unknown. */
  readonly startMs: number | null;
  readonly endMs: number;
  /** Ids of its humans, sorted. */
  readonly humans: readonly string[];
  readonly aborted: boolean;
}

/** A later Round 1 of the map that begins more than this after the end of the first is a new try. */
const RESTART_WITHIN_MS = 15 * 60_000;

/**
 * Finds replaced Round 1s: one without a Round 2 whose next round is a Round 1 of the same map that
 * began at most 15 minutes after it ended. `cancelled` when the same people began again;
 * `substitution` when not: it then counts for the players, not for the score.
 *
 * @param rounds The session's rounds with humans, by end. Aborted ones matter only on the same map: an
 *   aborted Round 2 means that the Round 1 before it stood.
 */
export function findRestarts(
  rounds: readonly RestartCandidate[],
): ReadonlyMap<string, "cancelled" | "substitution"> {
  const restarts = new Map<string, "cancelled" | "substitution">();
  rounds.forEach((round, index) => {
    if (round.number !== 1 || round.paired || round.aborted) return;
    const next = nextRound(rounds, index);
    if (!next || next.aborted || next.number !== 1 || mapKey(next.map) !== mapKey(round.map))
      return;
    if (next.startMs === null) return;
    const pause = next.startMs - round.endMs;
    if (pause <= 0 || pause > RESTART_WITHIN_MS) return;
    const same =
      next.humans.length === round.humans.length &&
      next.humans.every((human, i) => human === round.humans[i]);
    restarts.set(round.key, same ? "cancelled" : "substitution");
  });
  return restarts;
}

/** The round after one, aborted files of other maps passed over. */
function nextRound(rounds: readonly RestartCandidate[], index: number): RestartCandidate | null {
  const map = mapKey(rounds[index]?.map ?? "");
  for (let i = index + 1; i < rounds.length; i++) {
    const later = rounds[i];
    if (later && (!later.aborted || mapKey(later.map) === map)) return later;
  }
  return null;
}
