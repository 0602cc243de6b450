import type { MatchDetail, MatchPlayer, MatchRound } from "../../api/match.ts";

/** What of a match is looked at. */
export type Scope = "total" | "1" | "2";

/** The scope that the address names; without one, or with one that was not played, both rounds. */
export function readScope(text: unknown, match: MatchDetail): Scope {
  if ((text === "1" || text === "2") && match.rounds.some(({ round }) => round === Number(text)))
    return text;
  return "total";
}

/** Somebody's numbers in a round or in both. */
export type ScopePlayer = MatchPlayer | MatchRound["players"][number];

/** Everybody in the scope. */
export function playersIn(match: MatchDetail, scope: Scope): readonly ScopePlayer[] {
  return scope === "total" ? match.total : (roundIn(match, scope)?.players ?? []);
}

/** The rounds that the scope covers and that count. */
export function roundsIn(match: MatchDetail, scope: Scope): readonly MatchRound[] {
  return match.rounds.filter(({ round, valid }) =>
    scope === "total" ? valid : round === Number(scope),
  );
}

/** The round that the scope names. */
export const roundIn = (match: MatchDetail, scope: Scope): MatchRound | undefined =>
  match.rounds.find(({ round }) => round === Number(scope));
