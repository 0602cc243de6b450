import type { RoundOutcome } from "@slomix/stats-parser";

/**
 * How an attack ended, in as far as it may be said aloud: `endedEarly` is what times show of a defence that
 * won before the time was up, `gaveUp` what a webhook or the server's exit line proves of it.
 * `defenceGaveUp` is proven too; a mere claim of it reads as `reached`, which is the same for the map.
 */
export type AttackEnd =
  | "reached"
  | "defenceGaveUp"
  | "held"
  | "endedEarly"
  | "gaveUp"
  | "aborted"
  | "unknown";

/** What the end of an attack is read from. */
export interface EndedRound {
  readonly outcome: RoundOutcome;
  /** It is proven that a side gave the round up. */
  readonly gaveUp: boolean;
  /** The attackers won it; false also where nothing tells who won. */
  readonly attackersWon: boolean;
}

/** Reads how an attack ended. */
export function attackEnd({ outcome, gaveUp, attackersWon }: EndedRound): AttackEnd {
  switch (outcome) {
    case "completed":
      return "reached";
    case "fullhold":
      return "held";
    case "surrender":
      if (attackersWon) return gaveUp ? "defenceGaveUp" : "reached";
      return gaveUp ? "gaveUp" : "endedEarly";
    default:
      return outcome;
  }
}

/** Flags of a round whose surrender nothing proves: deduced from times, or claimed by a vote. */
const UNPROVEN = ["surrender_deduced", "surrender_unconfirmed"];

/** Whether the flags of a round that was surrendered leave that as proven. */
export function surrenderProven(flags: readonly string[]): boolean {
  return !flags.some((flag) => UNPROVEN.includes(flag));
}

/** How much of its time an attack left, in whole seconds; null where a time is unknown or none was left. */
export function secondsEarly(round: {
  readonly timeLimitSeconds: number | null;
  /** The shown time of the round. */
  readonly clockSeconds: number | null;
}): number | null {
  if (round.timeLimitSeconds === null || round.clockSeconds === null) return null;
  const early = Math.floor(round.timeLimitSeconds) - round.clockSeconds;
  return early > 0 ? early : null;
}
