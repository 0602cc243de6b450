import type { SessionTeam, TeamLetter } from "./gaming-session.ts";

/** What became of a team since the session before. Ids sorted. */
export interface LineupChange {
  readonly team: TeamLetter;
  /** Whom it goes on from; null when the session before had no teams. */
  readonly previousTeam: TeamLetter | null;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: readonly string[];
}

type Roster = Pick<SessionTeam, "letter" | "guids">;

/**
 * Compares the rosters of two sessions. Letters and names say nothing across sessions, so the teams are
 * aligned by people: of the two ways to match them the one with more players in common; equal: A with A.
 */
export function lineupChanges(
  previous: readonly Roster[],
  current: readonly Roster[],
): LineupChange[] {
  const before = (letter: TeamLetter) => previous.find((team) => team.letter === letter);
  const common = (team: Roster, letter: TeamLetter) => {
    const old = new Set(before(letter)?.guids);
    return team.guids.filter((guid) => old.has(guid)).length;
  };
  let straight = 0;
  let crossed = 0;
  for (const team of current) {
    straight += common(team, team.letter);
    crossed += common(team, team.letter === "A" ? "B" : "A");
  }
  return current.map((team) => {
    const from: TeamLetter = crossed > straight ? (team.letter === "A" ? "B" : "A") : team.letter;
    const old = before(from);
    const was = new Set(old?.guids);
    const is = new Set(team.guids);
    return {
      team: team.letter,
      previousTeam: old ? from : null,
      added: [...is].filter((guid) => !was.has(guid)).sort(),
      removed: [...was].filter((guid) => !is.has(guid)).sort(),
      unchanged: [...is].filter((guid) => was.has(guid)).sort(),
    };
  });
}
