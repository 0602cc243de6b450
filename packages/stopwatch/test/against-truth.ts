import type {
  GamingSession,
  ScoredRounds,
  SessionMatch,
  TeamLetter,
} from "../src/gaming-session.ts";
import { pairRounds } from "../src/pair-rounds.ts";
import type { RoundEvidence } from "../src/paired-round.ts";
import { scoreSessions } from "../src/score-sessions.ts";
import { defaultSettings, type StopwatchSettings } from "../src/settings.ts";
import type { TrueMap, TrueRound, Truth } from "./evidence.ts";

/** Evidence all the way to sessions. */
export function score(
  evidence: RoundEvidence,
  settings: Partial<StopwatchSettings> = {},
): ScoredRounds {
  const all = { ...defaultSettings, ...settings };
  return scoreSessions(pairRounds(evidence, all).rounds, all);
}

/** A true map beside the match that its files became. */
export interface MapVerdict {
  readonly map: TrueMap;
  readonly rounds: readonly TrueRound[];
  /** Undefined: none of its files is in a match. */
  readonly session: GamingSession | undefined;
  readonly match: SessionMatch | undefined;
  /** The match's winner in the letters of the truth. */
  readonly winner: TeamLetter | "draw" | null;
  /** The true result in the project's words. */
  readonly result: string;
}

/** Finds the match of every true map by its stats files and translates our team letters. */
export function verdicts(truth: Truth, scored: ScoredRounds): MapVerdict[] {
  return truth.maps.map((map) => {
    const rounds = [map.r1, map.r2].flatMap((index) => {
      const round = index ? truth.rounds[index - 1] : undefined;
      return round ? [round] : [];
    });
    const files = new Set(rounds.map((round) => round.files?.stats));
    const holds = (key: string | null) => key !== null && files.has(key);
    const session = scored.sessions.find(({ matches }) =>
      matches.some(({ round1, round2 }) => holds(round1) || holds(round2)),
    );
    const match = session?.matches.find((m) => holds(m.round1) || holds(m.round2));
    const ours = match?.winner ?? null;
    const winner =
      session && (ours === "A" || ours === "B") ? lettersOfTruth(truth, session)[ours] : ours;
    return { map, rounds, session, match, winner, result: map.result.replace(/_r[12]$/, "") };
  });
}

/** Who stood for which true team, by the first eight characters of the GUID; bots left out. */
function trueTeams(truth: Truth): { A: Set<string>; B: Set<string> } {
  const teams = { A: new Set<string>(), B: new Set<string>() };
  for (const round of truth.rounds) {
    for (const { guid, team } of round.players) {
      if (!guid.startsWith("OMNIBOT")) teams[team].add(guid.slice(0, 8));
    }
  }
  return teams;
}

/** Which true team each of our teams is: the one with more people in common. */
function lettersOfTruth(truth: Truth, session: GamingSession): { A: TeamLetter; B: TeamLetter } {
  const teams = trueTeams(truth);
  const common = (ours: number, theirs: TeamLetter) =>
    session.teams[ours]?.guids.filter((guid) => teams[theirs].has(guid.slice(0, 8))).length ?? 0;
  const straight = common(0, "A") + common(1, "B") >= common(0, "B") + common(1, "A");
  return straight ? { A: "A", B: "B" } : { A: "B", B: "A" };
}

/**
 * Whether our rosters are the true ones. Who played for both true teams may stand in either, but must
 * stand in one; nobody stands in both.
 */
export function teamsAreExact(truth: Truth, session: GamingSession): boolean {
  const teams = trueTeams(truth);
  const letters = lettersOfTruth(truth, session);
  const both = [...teams.A].filter((guid) => teams.B.has(guid));
  const ours = session.teams.map((team) => new Set(team.guids.map((guid) => guid.slice(0, 8))));
  const [a, b] = ours;
  if (!a || !b || [...a].some((guid) => b.has(guid))) return false;
  const same = (mine: Set<string>, theirs: Set<string>) =>
    [...mine, ...theirs].every(
      (guid) => both.includes(guid) || (mine.has(guid) && theirs.has(guid)),
    );
  return (
    same(a, teams[letters.A]) &&
    same(b, teams[letters.B]) &&
    both.every((guid) => a.has(guid) || b.has(guid))
  );
}
