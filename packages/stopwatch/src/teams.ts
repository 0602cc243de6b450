import type { RoundNumber, Side } from "@slomix/stats-parser";
import type { TeamLetter } from "./gaming-session.ts";

/** A round's line-up on its way through the session. */
export interface TeamRound {
  readonly key: string;
  /** Same for both rounds of a match. */
  readonly match: string;
  readonly number: RoundNumber;
  readonly axis: readonly string[];
  readonly allies: readonly string[];
  /** False: only asked which team stood where; nobody's team changes by it. */
  readonly counts: boolean;
}

/** The two teams of a session and where they stood. */
export interface SessionTeams {
  /** Team on side 1 (Axis), by round key; null: not attributable. */
  readonly axisTeam: ReadonlyMap<string, TeamLetter | null>;
  /** Final rosters, sorted, disjoint. */
  readonly rosters: { readonly A: readonly string[]; readonly B: readonly string[] };
  readonly confidence: "high" | "medium" | "low";
  /** Share of (player, round) that agrees with the team's majority side, 0–1. */
  readonly consistency: number;
  readonly reshuffled: boolean;
}

/**
 * Follows the people through an evening. The first Round 1 with people on both sides names the teams:
 * Axis is A. In each round the current teams of those who play tell which team stands where; a tie tells
 * nothing. Then everybody takes the team of his side, so joiners and substitutes belong to whom they
 * join and side swaps cancel out, however often the line-up changes. In the end each belongs to the
 * team for which he played more rounds; equal, to the later one.
 *
 * @param rounds By end. Without a counting round that has people on both sides: null.
 */
export function walkTeams(rounds: readonly TeamRound[]): SessionTeams | null {
  const counting = rounds.filter((round) => round.counts);
  const both = counting.filter((round) => round.axis.length > 0 && round.allies.length > 0);
  const seed = both.find((round) => round.number === 1) ?? both[0];
  if (!seed) return null;
  const current = new Map<string, TeamLetter>();
  for (const player of seed.axis) current.set(player, "A");
  for (const player of seed.allies) current.set(player, "B");

  const axisTeam = new Map<string, TeamLetter | null>();
  const played = new Map<string, { A: number; B: number; last: TeamLetter }>();
  const moves = new Map<
    string,
    Map<string, { before: TeamLetter | undefined; after: TeamLetter }>
  >();
  for (const round of rounds) {
    const onAxis = teamOnAxis(round, current);
    axisTeam.set(round.key, onAxis);
    if (!round.counts || onAxis === null) continue;
    const inMatch = moves.get(round.match) ?? new Map();
    moves.set(round.match, inMatch);
    for (const [player, team] of standing(round, onAxis)) {
      const before = inMatch.has(player) ? inMatch.get(player)?.before : current.get(player);
      inMatch.set(player, { before, after: team });
      current.set(player, team);
      const tally = played.get(player) ?? { A: 0, B: 0, last: team };
      tally[team] += 1;
      tally.last = team;
      played.set(player, tally);
    }
  }

  const rosters: { A: string[]; B: string[] } = { A: [], B: [] };
  for (const [player, { A, B, last }] of [...played].sort(([a], [b]) => (a < b ? -1 : 1))) {
    rosters[A === B ? last : A > B ? "A" : "B"].push(player);
  }
  const consistency = agreement(counting, rosters);
  const seeded = new Set([...seed.axis, ...seed.allies]);
  const newcomers = counting.some((round) =>
    [...round.axis, ...round.allies].some((player) => !seeded.has(player)),
  );
  return {
    axisTeam,
    rosters,
    confidence: consistency >= 0.95 && !newcomers ? "high" : consistency >= 0.8 ? "medium" : "low",
    consistency,
    reshuffled: [...moves.values()].some((players) => {
      const changed = [...players.values()].filter(
        ({ before, after }) => before !== undefined && before !== after,
      );
      return changed.length > 0 && changed.length * 3 >= players.size;
    }),
  };
}

/** The other team. */
export function otherTeam(team: TeamLetter): TeamLetter {
  return team === "A" ? "B" : "A";
}

/** The team that stands on a side, given the team on side 1. */
export function teamOn(side: Side, axisTeam: TeamLetter): TeamLetter {
  return side === 1 ? axisTeam : otherTeam(axisTeam);
}

function teamOnAxis(round: TeamRound, current: ReadonlyMap<string, TeamLetter>): TeamLetter | null {
  let votes = 0;
  for (const player of round.axis) votes += vote(current.get(player));
  for (const player of round.allies) votes -= vote(current.get(player));
  if (votes === 0) return null;
  return votes > 0 ? "A" : "B";
}

function vote(team: TeamLetter | undefined): number {
  if (team === undefined) return 0;
  return team === "A" ? 1 : -1;
}

function standing(round: TeamRound, axisTeam: TeamLetter): [string, TeamLetter][] {
  return [
    ...round.axis.map((player): [string, TeamLetter] => [player, axisTeam]),
    ...round.allies.map((player): [string, TeamLetter] => [player, otherTeam(axisTeam)]),
  ];
}

/** How well the rosters explain the rounds: share of people who stood where most of their team did. */
function agreement(
  rounds: readonly TeamRound[],
  rosters: { readonly A: readonly string[]; readonly B: readonly string[] },
): number {
  let agree = 0;
  let all = 0;
  for (const members of [new Set(rosters.A), new Set(rosters.B)]) {
    for (const round of rounds) {
      const axis = round.axis.filter((player) => members.has(player)).length;
      const allies = round.allies.filter((player) => members.has(player)).length;
      agree += Math.max(axis, allies);
      all += axis + allies;
    }
  }
  return all === 0 ? 0 : agree / all;
}
