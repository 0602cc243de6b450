import type { TeamLetter } from "@slomix/stopwatch";
import { compareText, countedRows } from "./counted-round.ts";
import { inWindow, type PeriodWindow } from "./period.ts";
import type { PlayerRow } from "./player-row.ts";

/** One map that two teams played. */
export interface MatchRow {
  readonly matchId: string;
  readonly sessionId: number | null;
  readonly map: string;
  /** Game server's local date, `YYYY-MM-DD`. */
  readonly date: string;
  /** End of its last round, unix ms. */
  readonly endMs: number;
  /** Null: not counted. */
  readonly winner: TeamLetter | "draw" | null;
  /** Everybody who played for the team, by GUID, sorted. */
  readonly lineUpA: readonly string[];
  readonly lineUpB: readonly string[];
  readonly pointsA: number;
  readonly pointsB: number;
}

/** What a match was for one line-up. */
export type MatchEnd = "win" | "loss" | "draw";

/** Whether a match counts between teams: it has a result, and people on both sides. */
export function isDecisive(match: MatchRow): boolean {
  return match.winner !== null && match.lineUpA.length > 0 && match.lineUpB.length > 0;
}

/** Counted matches within a window, oldest first. */
export function matchesWithin(matches: readonly MatchRow[], window: PeriodWindow): MatchRow[] {
  return matches
    .filter((match) => isDecisive(match) && inWindow(match, window))
    .sort((a, b) => a.endMs - b.endMs || compareText(a.matchId, b.matchId));
}

/** The team that a player stood for; null when he did not play. */
export function letterOf(match: MatchRow, guid: string): TeamLetter | null {
  if (match.lineUpA.includes(guid)) return "A";
  return match.lineUpB.includes(guid) ? "B" : null;
}

/** How the match ended for a team. */
export function endFor(match: MatchRow, letter: TeamLetter): MatchEnd {
  if (match.winner === "draw" || match.winner === null) return "draw";
  return match.winner === letter ? "win" : "loss";
}

/** Wins, losses and draws. */
export interface MatchRecord {
  readonly matches: number;
  readonly wins: number;
  readonly losses: number;
  readonly draws: number;
  /** Wins in percent of all matches, draws among them; 0 without a match. */
  readonly winRate: number;
}

/** Adds up ends of matches. */
export function recordOf(ends: readonly MatchEnd[]): MatchRecord {
  const of = (end: MatchEnd) => ends.filter((one) => one === end).length;
  const wins = of("win");
  return {
    matches: ends.length,
    wins,
    losses: of("loss"),
    draws: of("draw"),
    winRate: ends.length > 0 ? (wins / ends.length) * 100 : 0,
  };
}

/** Counted rows of humans by match. */
export function rowsByMatch(rows: readonly PlayerRow[]): Map<string, PlayerRow[]> {
  const matches = new Map<string, PlayerRow[]>();
  for (const row of countedRows(rows)) {
    const { matchId } = row.round;
    const own = matches.get(matchId);
    if (own) own.push(row);
    else matches.set(matchId, [row]);
  }
  return matches;
}

/** Who stood where in a round of a match, by GUID. */
export interface LineUpRound {
  /** Unix ms. */
  readonly endMs: number;
  /** Team that stood on side 1 (Axis). Null: not attributable, so the round tells nothing. */
  readonly axisTeam: TeamLetter | null;
  readonly axis: readonly string[];
  readonly allies: readonly string[];
}

/**
 * The line-ups of a match from its rounds: each plays for the team for which he played more rounds,
 * with equal numbers for the later one. GUIDs sorted.
 */
export function lineUpsOf(rounds: readonly LineUpRound[]): {
  readonly A: readonly string[];
  readonly B: readonly string[];
} {
  const played = new Map<string, { A: number; B: number; last: TeamLetter }>();
  for (const { axisTeam, axis, allies } of [...rounds].sort((a, b) => a.endMs - b.endMs)) {
    if (axisTeam === null) continue;
    const alliesTeam = axisTeam === "A" ? "B" : "A";
    const standing = [
      ...axis.map((guid) => [guid, axisTeam] as const),
      ...allies.map((guid) => [guid, alliesTeam] as const),
    ];
    for (const [guid, team] of standing) {
      const tally = played.get(guid) ?? { A: 0, B: 0, last: team };
      tally[team] += 1;
      tally.last = team;
      played.set(guid, tally);
    }
  }
  const lineUps = { A: [] as string[], B: [] as string[] };
  for (const [guid, { A, B, last }] of played)
    lineUps[A === B ? last : A > B ? "A" : "B"].push(guid);
  lineUps.A.sort(compareText);
  lineUps.B.sort(compareText);
  return lineUps;
}
