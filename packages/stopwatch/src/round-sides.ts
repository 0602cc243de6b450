import type { Side } from "@slomix/stats-parser";
import { otherSide, type RoundFacts } from "./round-facts.ts";

/** The two rounds of a match with one defending side. */
export interface SettledSides {
  readonly round1: RoundFacts | null;
  readonly round2: RoundFacts | null;
  /** The same number in both rounds: the players swap sides, the map does not. Null: unknown. */
  readonly defenderSide: Side | null;
  /** The headers name different defenders. */
  readonly mismatch: boolean;
}

/**
 * Settles which side defends a map, before any outcome is read from it: both headers alike; else the
 * one that knows; else, where they differ or both are silent, what winner and clock of each round
 * imply, unless the two rounds imply different sides. Never a default.
 */
export function settleSides(round1: RoundFacts | null, round2: RoundFacts | null): SettledSides {
  const one = round1?.defenderSide ?? null;
  const two = round2?.defenderSide ?? null;
  const mismatch = one !== null && two !== null && one !== two;
  const stated = mismatch ? null : (one ?? two);
  if (stated !== null) {
    return {
      round1: round1 && settle(round1, stated, round1.winnerSide, false),
      round2: round2 && settle(round2, stated, round2.winnerSide, false),
      defenderSide: stated,
      mismatch,
    };
  }
  const implied1 = round1 && implied(round1);
  const implied2 = round2 && implied(round2);
  const from1 = implied1?.defender ?? null;
  const from2 = implied2?.defender ?? null;
  const contradict = from1 !== null && from2 !== null && from1 !== from2;
  const defenderSide = contradict ? null : (from1 ?? from2);
  return {
    round1: round1 && settle(round1, defenderSide, implied1?.winner ?? null, true),
    round2: round2 && settle(round2, defenderSide, implied2?.winner ?? null, true),
    defenderSide,
    mismatch,
  };
}

/** What a round's winner, clock and surrender vote say of its defender. */
function implied(facts: RoundFacts): { defender: Side | null; winner: Side | null } {
  const { winnerSide, surrenderSide, limitSeconds: limit, durationSeconds: played } = facts;
  const ranOut =
    facts.fullTimeUsed === true || (played !== null && limit !== null && played >= limit);
  // Who won had no reason to give up, and a vote in a round that used its clock did not pass.
  if (surrenderSide !== null && surrenderSide !== winnerSide && !ranOut) {
    return { defender: null, winner: winnerSide ?? otherSide(surrenderSide) };
  }
  if (winnerSide === null) return { defender: null, winner: null };
  if (ranOut) return { defender: winnerSide, winner: winnerSide };
  const early = played !== null && limit !== null && played > 0;
  return { defender: early ? otherSide(winnerSide) : null, winner: winnerSide };
}

function settle(
  facts: RoundFacts,
  defenderSide: Side | null,
  winnerSide: Side | null,
  inferred: boolean,
): RoundFacts {
  const basis = inferred ? "time" : facts.basis;
  const settled = { ...facts, defenderSide, winnerSide, basis };
  if (defenderSide === facts.defenderSide && winnerSide === facts.winnerSide) return settled;
  return { ...settled, fullTimeUsed: usedUnderNewSides(settled) };
}

/**
 * "The clock ran out" was read under the header's sides; with another defender the play time is read
 * again. The next time limit says nothing then: it was computed from the sides that the engine knew.
 */
function usedUnderNewSides(facts: RoundFacts): boolean | null {
  const { durationSeconds: played, limitSeconds: limit } = facts;
  if (played === null || limit === null) return null;
  switch (facts.durationSource) {
    case "header":
      return played >= limit - 3;
    case "limit":
      return true;
    case "players":
      return played >= limit - 15;
    case "webhook":
      return played >= limit - 10;
    default:
      return null;
  }
}
