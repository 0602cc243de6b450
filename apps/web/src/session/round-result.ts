import { secondsFaster } from "@slomix/analytics";
import { clock } from "../format/clock.ts";

/** What a result needs to know of a round. */
export interface RoundFacts {
  readonly round: 1 | 2;
  readonly clockSeconds: number | null;
  readonly timeLimitSeconds: number | null;
  readonly outcome: "completed" | "fullhold" | "surrender" | "aborted" | "unknown";
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
  switch (facts.outcome) {
    case "completed": {
      if (facts.round === 1)
        return { kind: "set", text: `set${shown || " a time"}`, reached: true };
      const ahead = secondsFaster(first, facts);
      const faster = ahead ? `, ${clock(ahead)} faster` : "";
      return { kind: "beaten", text: `${shown.trim() || "reached"}${faster}`, reached: true };
    }
    case "fullhold": {
      const against = facts.round === 2 && first?.outcome === "completed";
      return {
        kind: "held",
        text: `${against ? "held at" : "full hold"}${shown}`,
        reached: false,
      };
    }
    case "surrender":
      return { kind: "surrender", text: `gave up${shown && ` at${shown}`}`, reached: false };
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
