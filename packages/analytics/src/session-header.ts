import { compareText, countedRows } from "./counted-round.ts";
import type { MatchRow } from "./match-row.ts";
import { type TeamMvp, teamMvps } from "./mvp.ts";
import { countedRoundKeys, type SessionInput, sessionPlayers } from "./session-input.ts";

/** What a session was, in a few lines. */
export interface SessionHeader {
  readonly players: number;
  readonly rounds: number;
  /** A map counts as often as the one of its rounds that was played more; most plays first. */
  readonly maps: readonly { readonly map: string; readonly plays: number }[];
  readonly score: { readonly teamA: number; readonly teamB: number; readonly draws: number };
  readonly results: readonly MapResult[];
  readonly mvps: readonly TeamMvp[];
}

/** One map with its end. */
export interface MapResult {
  readonly matchId: string;
  /** `supply`, the second time `supply (#2)`. */
  readonly label: string;
  readonly winner: MatchRow["winner"];
  readonly pointsA: number;
  readonly pointsB: number;
}

/** The header of a session's pages. An empty session is all zeros. */
export function sessionHeader(session: SessionInput): SessionHeader {
  const results = mapLabels(session.matches).map(({ match, label }) => ({
    matchId: match.matchId,
    label,
    winner: match.winner,
    pointsA: match.pointsA,
    pointsB: match.pointsB,
  }));
  const players = sessionPlayers(session.players);
  return {
    players: players.length,
    rounds: countedRoundKeys(session.players).size,
    maps: playsOf(session),
    score: {
      teamA: results.reduce((sum, { pointsA }) => sum + pointsA, 0),
      teamB: results.reduce((sum, { pointsB }) => sum + pointsB, 0),
      draws: results.filter(({ winner }) => winner === "draw").length,
    },
    results,
    mvps: teamMvps(players, session.teams),
  };
}

/** Matches in the order of play; a map that came before has its number behind it. */
export function mapLabels(
  matches: readonly MatchRow[],
): { readonly match: MatchRow; readonly label: string }[] {
  const seen = new Map<string, number>();
  return [...matches]
    .sort((a, b) => a.endMs - b.endMs || compareText(a.matchId, b.matchId))
    .map((match) => {
      const map = match.map.toLowerCase();
      const plays = (seen.get(map) ?? 0) + 1;
      seen.set(map, plays);
      return { match, label: plays === 1 ? map : `${map} (#${plays})` };
    });
}

function playsOf({ players }: SessionInput): { map: string; plays: number }[] {
  const rounds = new Map<string, { readonly 1: Set<string>; readonly 2: Set<string> }>();
  for (const { round } of countedRows(players)) {
    const map = round.map.toLowerCase();
    const of = rounds.get(map) ?? { 1: new Set<string>(), 2: new Set<string>() };
    of[round.number].add(round.key);
    rounds.set(map, of);
  }
  return [...rounds]
    .map(([map, of]) => ({ map, plays: Math.max(of[1].size, of[2].size) }))
    .sort((a, b) => b.plays - a.plays || compareText(a.map, b.map));
}
