import type { Side } from "@slomix/stats-parser";
import type { MatchResult, ResultSource } from "./gaming-session.ts";
import type { Basis, RoundFacts } from "./round-facts.ts";
import { type RoundResult, roundResult } from "./round-result.ts";
import { settleSides } from "./round-sides.ts";
import type { SurrenderRule } from "./settings.ts";

/**
 * Who won a map, as a role: who attacked in Round 1, who attacked in Round 2, or, where the defending
 * side is unknown, whoever stood on the winning side of Round 2.
 */
export type MapWinner = "r1Attackers" | "r2Attackers" | "r2Winners" | "draw" | "unscored";

/** A map's score before it is known which people were which role. */
export interface MapScore {
  readonly winner: MapWinner;
  readonly result: MatchResult;
  readonly source: ResultSource;
  /** Has a winner or is a draw. */
  readonly counted: boolean;
  readonly round1: RoundResult | null;
  readonly round2: RoundResult | null;
  /** Defending side in both rounds; null when it cannot be told. */
  readonly defenderSide: Side | null;
  /** Winning side of Round 2. */
  readonly round2WinnerSide: Side | null;
  /** Those of the rounds; `surrender_in_hold`: a draw of two holds, one of them given up. */
  readonly flags: readonly string[];
}

type Verdict = Pick<MapScore, "winner" | "result" | "source"> & { readonly noTimeData?: boolean };

/**
 * Scores one map from its two rounds. Both held: a draw, however early an attack was given up. Else the
 * winning side of Round 2 is the map's winner, since Round 2 is played against Round 1's time. A map
 * given up in Round 1 is lost without a Round 2. In Round 1 the defenders' surrender is never the end:
 * the elapsed time becomes a set time.
 *
 * @param round1 Null: neither a stats file nor a webhook came.
 * @param round2 Null: likewise; `"aborted"`: a map change ended it.
 * @param rule By `concede` who gives up first loses the map, where a webhook or an exit line proves it.
 */
export function scoreMap(
  round1: RoundFacts | null,
  round2: RoundFacts | "aborted" | null,
  rule: SurrenderRule = "hold",
): MapScore {
  const settled = settleSides(round1, round2 === "aborted" ? null : round2);
  const one = settled.round1 && roundResult(settled.round1);
  const two = settled.round2 && roundResult(settled.round2);
  const rounds = { facts1: settled.round1, one, facts2: settled.round2, two };
  const verdict = decide(rounds, round2 === "aborted", rule);
  const standIn = settled.round1?.standIn || settled.round2?.standIn;
  const flags = new Set([...(one?.flags ?? []), ...(two?.flags ?? [])]);
  if (settled.mismatch) flags.add("defender_mismatch");
  if (verdict.noTimeData) flags.add("no_time_data");
  if (verdict.winner === "draw" && [one, two].some((round) => round?.outcome === "surrender")) {
    flags.add("surrender_in_hold");
  }
  return {
    winner: verdict.winner,
    result: verdict.result,
    source: standIn && verdict.winner !== "unscored" ? "webhook" : verdict.source,
    counted: verdict.winner !== "unscored",
    round1: one,
    round2: two,
    defenderSide: settled.defenderSide,
    round2WinnerSide: settled.round2?.winnerSide ?? null,
    flags: [...flags].sort(),
  };
}

/** The rounds of a map with one defending side, and how they ended. */
interface PlayedRounds {
  readonly facts1: RoundFacts | null;
  readonly one: RoundResult | null;
  readonly facts2: RoundFacts | null;
  readonly two: RoundResult | null;
}

function decide(
  { facts1, one, facts2, two }: PlayedRounds,
  aborted: boolean,
  rule: SurrenderRule,
): Verdict {
  if (one?.outcome === "surrender" && (two === null || (rule === "concede" && proven(one)))) {
    return { winner: "r2Attackers", result: "surrender", source: source(one.basis) };
  }
  if (aborted) return { winner: "unscored", result: "aborted", source: "incomplete" };
  if (facts1 === null || one === null || facts2 === null || two === null) {
    return { winner: "unscored", result: "incomplete", source: "incomplete" };
  }
  const rests = source(one.basis, two.basis);
  if (two.outcome === "surrender") {
    if (two.surrenderedSide === facts2.defenderSide) {
      return { winner: "r2Attackers", result: "surrender", source: rests };
    }
    if (!isHold(one) || (rule === "concede" && proven(two))) {
      return { winner: "r1Attackers", result: "surrender", source: rests };
    }
  }
  const { winnerSide, defenderSide } = facts2;
  if (winnerSide !== null && defenderSide === null) {
    // A double hold cannot be recognised here.
    const result = two.outcome === "completed" ? "time" : "held";
    return { winner: "r2Winners", result, source: source(facts2.basis) };
  }
  if (isHold(one) && isHold(two)) {
    return { winner: "draw", result: "double_fullhold", source: rests };
  }
  if (winnerSide !== null) {
    return winnerSide === defenderSide
      ? { winner: "r1Attackers", result: "held", source: source(facts2.basis) }
      : { winner: "r2Attackers", result: "time", source: source(facts2.basis) };
  }
  return byTimes(facts1, one, facts2, two);
}

/**
 * The attack did not come through, in time or given up. A surrender of Round 2's defenders is none, but
 * has decided the map before this is asked.
 */
function isHold({ outcome }: RoundResult): boolean {
  return outcome === "fullhold" || outcome === "surrender";
}

/** Somebody said that the side gave up; that its attack ended early does not prove it. */
function proven({ flags }: RoundResult): boolean {
  return !flags.includes("surrender_deduced");
}

/**
 * Round 2 without a winner: one completed attack wins, of two the faster, an equal time stays with who
 * set it. A round whose end nothing tells counts as not completed.
 */
function byTimes(
  facts1: RoundFacts,
  one: RoundResult,
  facts2: RoundFacts,
  two: RoundResult,
): Verdict {
  const undecided = one.outcome === "unknown" || two.outcome === "unknown";
  const rests = undecided ? "time" : source(one.basis, two.basis);
  const done1 = one.outcome === "completed";
  const done2 = two.outcome === "completed";
  const r1: Verdict = { winner: "r1Attackers", result: "held", source: rests };
  const r2: Verdict = { winner: "r2Attackers", result: "time", source: rests };
  if (done1 !== done2) return done1 ? r1 : r2;
  if (!done1) {
    return {
      winner: "draw",
      result: "double_fullhold",
      source: rests,
      noTimeData: undecided,
    };
  }
  const times = comparable(facts1, facts2);
  // A completed Round 2 beat its limit, which is Round 1's time, even where no number came.
  if (times === null) return r2;
  return times[1] < times[0] ? { ...r2, source: "time" } : { ...r1, source: "time" };
}

/** Two times of one kind: next limits are cut to whole seconds, play times are not. */
function comparable(facts1: RoundFacts, facts2: RoundFacts): [number, number] | null {
  if (facts1.nextLimitSeconds !== null && facts2.nextLimitSeconds !== null) {
    return [facts1.nextLimitSeconds, facts2.nextLimitSeconds];
  }
  const first = facts1.durationSeconds ?? facts1.nextLimitSeconds;
  const second = facts2.durationSeconds ?? facts2.nextLimitSeconds;
  return first === null || second === null ? null : [first, second];
}

function source(...bases: readonly Basis[]): "header" | "webhook" | "time" {
  if (bases.includes("time")) return "time";
  return bases.includes("webhook") ? "webhook" : "header";
}
