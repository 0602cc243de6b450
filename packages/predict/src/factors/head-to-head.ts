import type { Matchup, Team } from "../played-match.ts";
import { type Evening, type Evenings, rosterOf } from "./evenings.ts";
import { bySample, type Factor, unavailable } from "./factor.ts";

const WINDOW_MS = 90 * 86_400_000;
const FEWEST = 3;

/**
 * How these two teams did against each other: sessions of the last 90 days whose persistent teams are
 * nearly these line-ups, one result each (more maps won). The score is A's share of the decided ones.
 */
export function headToHead(evenings: Evenings, matchup: Matchup, asOfMs: number): Factor {
  let met = 0;
  let winsA = 0;
  let winsB = 0;
  for (const evening of evenings.within(asOfMs, WINDOW_MS)) {
    const ourA = asTeamA(evening, matchup);
    if (ourA === null) continue;
    met += 1;
    const lead = evening.wins.A - evening.wins.B;
    if (lead === 0) continue;
    if (lead > 0 === (ourA === "A")) winsA += 1;
    else winsB += 1;
  }
  const decided = winsA + winsB;
  const details = { sessions: met, decided, winsA, winsB };
  if (decided < FEWEST) {
    const text = `These teams have ${decided} decided sessions against each other in 90 days; ${FEWEST} are needed.`;
    return unavailable("headToHead", text, details);
  }
  return {
    key: "headToHead",
    score: winsA / decided,
    available: true,
    confidence: bySample(decided, { high: 10, medium: 5 }),
    text: `Team A won ${winsA} and team B ${winsB} of their ${decided} decided sessions in 90 days.`,
    details,
  };
}

/** Shared players, as a share of the larger of two groups. */
export function overlap(team: readonly string[], other: ReadonlySet<string>): number {
  const shared = team.filter((guid) => other.has(guid)).length;
  return shared / Math.max(team.length, other.size, 1);
}

/** Which team of the evening was the matchup's A; null when these were other teams. */
function asTeamA(evening: Evening, { teamA, teamB }: Matchup): Team | null {
  const a = rosterOf(evening, "A");
  const b = rosterOf(evening, "B");
  const straight = Math.min(overlap(teamA, a), overlap(teamB, b));
  const crossed = Math.min(overlap(teamA, b), overlap(teamB, a));
  if (Math.max(straight, crossed) <= 0.5 || straight === crossed) return null;
  return straight > crossed ? "A" : "B";
}
