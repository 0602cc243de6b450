import { type AttackEnd, attackEnd, secondsEarly, secondsFaster } from "@slomix/analytics";
import { clock } from "../format/clock.ts";

/** What a result needs to know of a round. */
export interface RoundFacts {
  readonly round: 1 | 2;
  readonly clockSeconds: number | null;
  readonly timeLimitSeconds: number | null;
  readonly outcome: "completed" | "fullhold" | "surrender" | "aborted" | "unknown";
  readonly gaveUp: boolean;
  readonly attackerSide: 1 | 2 | null;
  readonly winnerSide: 1 | 2 | null;
  readonly valid: boolean;
}

/** How a round ended. */
export interface RoundResult {
  readonly kind: "set" | "beaten" | "held" | "surrender" | "unknown";
  readonly text: string;
  /** The attack reached its objective. */
  readonly reached: boolean;
}

/** Both rounds of a match, as far as they were played. */
export interface RoundsOfMatch {
  readonly first: RoundFacts | undefined;
  readonly second: RoundFacts | undefined;
}

/** The result of a round in the words of the game. */
export function roundResult(facts: RoundFacts, { first }: RoundsOfMatch): RoundResult {
  const { clockSeconds: time } = facts;
  const shown = time === null ? "" : ` ${clock(time)}`;
  switch (endOf(facts)) {
    case "reached": {
      if (facts.round === 1)
        return { kind: "set", text: `set${shown || " a time"}`, reached: true };
      const ahead = secondsFaster(first, facts);
      const faster = ahead ? `, ${clock(ahead)} faster` : "";
      return { kind: "beaten", text: `${shown.trim() || "reached"}${faster}`, reached: true };
    }
    case "held": {
      const against = facts.round === 2 && first?.outcome === "completed";
      return {
        kind: "held",
        text: `${against ? "held at" : "full hold"}${shown}`,
        reached: false,
      };
    }
    case "gaveUp":
      return { kind: "surrender", text: `gave up${shown && ` at${shown}`}`, reached: false };
    case "defenceGaveUp":
      return { kind: "surrender", text: `defence gave up${shown && ` at${shown}`}`, reached: true };
    case "endedEarly":
      return { kind: "held", text: endedEarly(facts), reached: false };
    case "aborted":
      return { kind: "unknown", text: `broken off${shown && ` at${shown}`}`, reached: false };
    default:
      return {
        kind: "unknown",
        text: time === null ? "not known" : `ended at${shown}`,
        reached: false,
      };
  }
}

/** How the attack of a round ended, as far as it is proven. */
export function endOf({ outcome, gaveUp, attackerSide, winnerSide }: RoundFacts): AttackEnd {
  const attackersWon = attackerSide !== null && attackerSide === winnerSide;
  return attackEnd({ outcome, gaveUp, attackersWon });
}

/** `ended 0:30 early`: what times alone tell of an attack that was not played to its end. */
export function endedEarly(facts: Pick<RoundFacts, "timeLimitSeconds" | "clockSeconds">): string {
  const early = secondsEarly(facts);
  return early === null ? "ended early" : `ended ${clock(early)} early`;
}
