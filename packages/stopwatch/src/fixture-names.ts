import { type Side, stripColours } from "@slomix/stats-parser";
import type { TeamLetter } from "./gaming-session.ts";
import type { PairedRound } from "./paired-round.ts";
import type { TeamName } from "./team-names.ts";
import { otherTeam, teamOn } from "./teams.ts";

/** A round with the team that stood on side 1; null: not attributable. */
export interface NamedRound {
  readonly round: Pick<PairedRound, "report">;
  readonly axisTeam: TeamLetter | null;
}

/**
 * Team names as the league's reports have them, without colours: the name that the most rounds give a
 * team, by the side on which it stood; of equally many the first. Null for a team that no report names.
 */
export function fixtureNames(
  rounds: readonly NamedRound[],
): Readonly<Record<TeamLetter, TeamName | null>> {
  const given: Record<TeamLetter, Map<string, number>> = { A: new Map(), B: new Map() };
  const count = (team: TeamLetter, name: string | null) => {
    const clean = stripColours(name ?? "").trim();
    if (clean !== "") given[team].set(clean, (given[team].get(clean) ?? 0) + 1);
  };
  for (const { round, axisTeam } of rounds) {
    const fixture = round.report?.fixture;
    const side: Side | null = fixture?.alphaSide ?? null;
    if (!fixture || side === null || axisTeam === null) continue;
    const alpha = teamOn(side, axisTeam);
    count(alpha, fixture.alphaName);
    count(otherTeam(alpha), fixture.betaName);
  }
  const A = mostGiven(given.A, null);
  // Two fixtures with teams drawn anew may give both the same: B then takes its next one.
  return { A, B: mostGiven(given.B, A) };
}

function mostGiven(names: ReadonlyMap<string, number>, taken: TeamName | null): TeamName | null {
  const free = [...names].filter(([name]) => name !== taken?.name);
  const [first] = free.sort(([, left], [, right]) => right - left);
  return first ? { name: first[0], color: null } : null;
}
