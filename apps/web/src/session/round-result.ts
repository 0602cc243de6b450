import { clock } from "../format/clock.ts";

/** What a result needs to know of a round. */
export interface RoundFacts {
  readonly round: 1 | 2;
  readonly durationSeconds: number | null;
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

/**
 * What Round 1 lasted, in seconds. A time that was set is the one that Round 2 got as its limit: the
 * clock of the game itself, of which a file's own duration may be off by a second or two.
 */
export function timeSet({ first, second }: RoundsOfMatch): number | null {
  if (!first) return null;
  return (first.outcome === "completed" ? second?.timeLimitSeconds : null) ?? first.durationSeconds;
}

/**
 * The result of a round in the words of the game. The limit of Round 2 is the time to beat, or the
 * map's own where Round 1 was held in full.
 */
export function roundResult(facts: RoundFacts, match: RoundsOfMatch): RoundResult {
  const { first } = match;
  const time = facts.round === 1 ? timeSet(match) : facts.durationSeconds;
  const { timeLimitSeconds: limit } = facts;
  const shown = time === null ? "" : ` ${clock(time)}`;
  switch (facts.outcome) {
    case "completed": {
      if (facts.round === 1)
        return { kind: "set", text: `set${shown || " a time"}`, reached: true };
      const beaten = first?.outcome === "completed" && time !== null && limit !== null;
      const ahead = beaten ? limit - time : 0;
      const faster = ahead >= 1 ? `, ${clock(ahead)} faster` : "";
      return { kind: "beaten", text: `${shown.trim() || "reached"}${faster}`, reached: true };
    }
    case "fullhold": {
      const against = facts.round === 2 && first?.outcome === "completed";
      const at = limit ?? time;
      return {
        kind: "held",
        text: `${against ? "held at" : "full hold"}${at === null ? "" : ` ${clock(at)}`}`,
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
