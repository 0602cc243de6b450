import type { Matchup } from "../played-match.ts";
import { type Evening, type Evenings, rosterOf } from "./evenings.ts";
import { bySample, type Factor, unavailable } from "./factor.ts";

const WINDOW_MS = 60 * 86_400_000;
const FEWEST = 3;
const CORE_SHARE = 0.6;

/** How much of a line-up is its usual team. */
interface Continuity {
  /** Sessions in which at least half of the line-up was one team. */
  readonly sessions: number;
  /** Who was in that team in 60 % of them or more. */
  readonly core: readonly string[];
  /** Players of the line-up who are not in the core. */
  readonly substitutes: readonly string[];
  /** Share of the line-up that is in the core, 0–1. */
  readonly continuity: number;
}

/** A team that plays in its usual line-up has an edge on one that does not: 0.5 + half the difference. */
export function substitutions(evenings: Evenings, matchup: Matchup, asOfMs: number): Factor {
  const recent = evenings.within(asOfMs, WINDOW_MS);
  const a = continuityOf(recent, matchup.teamA);
  const b = continuityOf(recent, matchup.teamB);
  const details = {
    sessionsA: a.sessions,
    sessionsB: b.sessions,
    continuityA: a.continuity,
    continuityB: b.continuity,
    substitutesA: a.substitutes.length,
    substitutesB: b.substitutes.length,
  };
  if (a.sessions < FEWEST || b.sessions < FEWEST) {
    const text = `At least ${FEWEST} sessions in 60 days are needed to know a team's usual line-up.`;
    return unavailable("substitutions", text, details);
  }
  return {
    key: "substitutions",
    score: 0.5 + 0.5 * (a.continuity - b.continuity),
    available: true,
    confidence: bySample(Math.min(a.sessions, b.sessions), { high: 10, medium: 5 }),
    text: `Outside their usual line-up: ${a.substitutes.length} in team A, ${b.substitutes.length} in team B.`,
    details,
  };
}

/** A line-up against the teams of some sessions. */
function continuityOf(evenings: readonly Evening[], lineup: readonly string[]): Continuity {
  const times = new Map<string, number>();
  let sessions = 0;
  for (const evening of evenings) {
    const a = rosterOf(evening, "A");
    const b = rosterOf(evening, "B");
    const inA = lineup.filter((guid) => a.has(guid)).length;
    const inB = lineup.filter((guid) => b.has(guid)).length;
    // Half of it in either team is no team.
    if (inA === inB || Math.max(inA, inB) * 2 < lineup.length) continue;
    sessions += 1;
    for (const guid of inA > inB ? a : b) times.set(guid, (times.get(guid) ?? 0) + 1);
  }
  const inCore = (guid: string) => (times.get(guid) ?? 0) >= CORE_SHARE * sessions && sessions > 0;
  const substitutes = lineup.filter((guid) => !inCore(guid));
  return {
    sessions,
    core: [...times.keys()].filter(inCore).sort(),
    substitutes,
    continuity: lineup.length === 0 ? 0 : (lineup.length - substitutes.length) / lineup.length,
  };
}
