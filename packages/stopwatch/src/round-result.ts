import type { RoundOutcome, Side } from "@slomix/stats-parser";
import { type Basis, otherSide, type RoundFacts } from "./round-facts.ts";

/** How a round ended. */
export interface RoundResult {
  /** `surrender` where it decides the match: attackers in either round, defenders in Round 2. */
  readonly outcome: RoundOutcome;
  /** Who gave up, where `outcome` is `surrender`. */
  readonly surrenderedSide: Side | null;
  readonly endReason: "objective" | "surrender" | "time_expired" | "unknown";
  readonly basis: Basis;
  /** `surrender_deduced` (file alone), `surrender_unconfirmed` (webhook's claim alone), `winner_conflict`. */
  readonly flags: readonly string[];
}

/**
 * How one round ended, with the defender settled for the match and the webhook's surrender vote.
 *
 * An early win of the defenders is a surrender of the attackers: on stopwatch maps there is no other
 * way. A surrender of the defenders is only ever claimed: a failed vote before a completed objective
 * leaves the same trace. Every other vote failed. Then winner and defender decide, then the vote, then
 * the clock.
 */
export function roundResult(facts: RoundFacts): RoundResult {
  const flags = facts.winnerConflict ? ["winner_conflict"] : [];
  const { winnerSide: winner, defenderSide: defender, surrenderSide: caller, basis } = facts;
  if (winner !== null && winner === defender) {
    const attacker = otherSide(defender);
    const gaveUp = facts.exitKnown ? caller === attacker : facts.fullTimeUsed === false;
    if (!gaveUp) return of("fullhold", "time_expired", basis, flags);
    return surrender(
      attacker,
      basis,
      caller === attacker ? flags : [...flags, "surrender_deduced"],
    );
  }
  if (winner !== null && defender !== null) {
    if (caller !== defender) return of("completed", "objective", basis, flags);
    const marked = facts.exitKnown ? flags : [...flags, "surrender_unconfirmed"];
    if (facts.number === 2) return surrender(defender, "webhook", marked);
    return of("completed", facts.exitKnown ? "surrender" : "objective", basis, marked);
  }
  // Half known: a vote by the side that won, if we know it, failed.
  if (caller !== null && caller !== winner) {
    const completed = caller === defender;
    return of(completed ? "completed" : "fullhold", "unknown", "webhook", flags);
  }
  return byClock(facts, flags);
}

/**
 * The clock's answer where a side is unknown. The next time limit goes first: the engine sets it below
 * the limit only for a completed attack, whereas a play time below the limit may be a surrender.
 */
function byClock(facts: RoundFacts, flags: readonly string[]): RoundResult {
  const { limitSeconds: limit, nextLimitSeconds: next, durationSeconds: played } = facts;
  const time = next ?? played;
  if (time === null) return of("unknown", "unknown", "time", flags);
  // The players' own time may lack up to 15 s of a whole round.
  const margin = next === null && facts.durationSource === "players" ? 15 : 0;
  const completed = limit === null || time < limit - margin;
  return of(completed ? "completed" : "fullhold", "unknown", "time", flags);
}

function of(
  outcome: RoundOutcome,
  endReason: RoundResult["endReason"],
  basis: Basis,
  flags: readonly string[],
): RoundResult {
  return { outcome, surrenderedSide: null, endReason, basis, flags };
}

function surrender(side: Side, basis: Basis, flags: readonly string[]): RoundResult {
  return { outcome: "surrender", surrenderedSide: side, endReason: "surrender", basis, flags };
}
