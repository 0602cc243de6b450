import { fixtureNames } from "./fixture-names.ts";
import type {
  GamingSession,
  RoundStatus,
  ScoredRounds,
  SessionTeam,
  TeamLetter,
} from "./gaming-session.ts";
import { type JudgedRound, judgeRounds } from "./judged-round.ts";
import { findPlays, type MapPlay } from "./map-plays.ts";
import { attributeMatches } from "./matches.ts";
import type { PairedRound } from "./paired-round.ts";
import { findRestarts } from "./restarts.ts";
import { roundStatus, sessionRound } from "./session-rounds.ts";
import { sessionScore } from "./session-score.ts";
import { type RoundGroup, splitSessions } from "./session-split.ts";
import type { StopwatchSettings } from "./settings.ts";
import { findSubstitutions, type TeamLineUps } from "./substitutions.ts";
import { type TeamName, teamNames } from "./team-names.ts";
import { type SessionTeams, type TeamRound, walkTeams } from "./teams.ts";

/**
 * Turns paired rounds into evenings: gaming sessions with their matches, teams and score. A pure
 * function of the rounds and the settings; the order of the rounds does not matter, so a late file heals
 * everything that stood wrong without it.
 */
export function scoreSessions(
  rounds: readonly PairedRound[],
  settings: StopwatchSettings,
): ScoredRounds {
  const judged = judgeRounds(rounds, settings);
  const { sessions, outside } = splitSessions(judged, settings.sessionGapMinutes);
  return {
    sessions: sessions.map((group) => scoreSession(group, settings)),
    outside: outside.map((round) => sessionRound(round, roundStatus(round, new Map()), null, null)),
  };
}

function scoreSession(group: RoundGroup<JudgedRound>, settings: StopwatchSettings): GamingSession {
  const played = group.rounds.filter(
    ({ round, validity }) =>
      validity.formsSession ||
      (round.state === "aborted" && !validity.botRound && !validity.filler),
  );
  const here = new Set(played.map(({ key }) => key));
  const restarts = findRestarts(
    played.map(({ key, endMs, round, partner, lineUp }) => ({
      key,
      endMs,
      startMs: round.startMs,
      map: round.map,
      number: round.number,
      paired: partner !== null && here.has(partner.key),
      humans: lineUp.humans,
      aborted: round.state === "aborted",
    })),
  );
  const statuses = new Map(group.rounds.map((r) => [r.key, roundStatus(r, restarts)]));
  const plays = findPlays(played, restarts, settings.surrender);
  const walk = walkSession(group.rounds, plays, statuses);
  const axisTeam = walk?.teams.axisTeam ?? new Map<string, TeamLetter | null>();
  const attributed = attributeMatches(plays, axisTeam, settings.pointScale);
  const matchOf = new Map(
    attributed.flatMap((entry) =>
      [entry.match.round1, entry.match.round2].flatMap((key) =>
        key === null ? [] : [[key, entry] as const],
      ),
    ),
  );
  const matches = attributed.map(({ match }) => match);
  const first = group.forming[0]?.round;
  return {
    date: first?.date ?? "",
    startMs: first ? (first.startMs ?? first.endMs) : 0,
    endMs: group.forming.at(-1)?.endMs ?? 0,
    rounds: group.rounds.map((round) =>
      sessionRound(
        round,
        statuses.get(round.key) ?? "completed",
        axisTeam.get(round.key) ?? null,
        matchOf.get(round.key) ?? null,
      ),
    ),
    matches,
    teams: walk ? teams(walk.teams, group, settings) : [],
    score: sessionScore(matches),
    confidence: walk?.teams.confidence ?? "low",
    consistency: walk?.teams.consistency ?? 0,
    reshuffled: walk?.teams.reshuffled ?? false,
    substitutions: walk ? findSubstitutions(teamLineUps(walk)) : [],
  };
}

interface Walk {
  readonly rounds: readonly TeamRound[];
  readonly teams: SessionTeams;
}

/**
 * The walk over the rounds whose people are the teams: valid ones that were not cancelled, and a
 * Round 2 without its file's Round 1 when a webhook stands in for that. Cancelled ones, and then
 * orphans, are asked only when nothing else exists.
 */
function walkSession(
  rounds: readonly JudgedRound[],
  plays: readonly MapPlay[],
  statuses: ReadonlyMap<string, RoundStatus>,
): Walk | null {
  const matchOf = new Map<string, string>();
  for (const { round1, round2 } of plays) {
    if (round1) matchOf.set(round1.key, round1.key);
    if (round2) matchOf.set(round2.key, (round1 ?? round2).key);
  }
  const scoredOrphan = ({ key }: JudgedRound) => (matchOf.get(key) ?? key) !== key;
  const tries: ((judged: JudgedRound) => boolean)[] = [
    (judged) =>
      statuses.get(judged.key) !== "cancelled" &&
      (judged.validity.valid || (judged.validity.formsSession && scoredOrphan(judged))),
    (judged) => judged.validity.valid,
    (judged) => judged.validity.formsSession,
  ];
  for (const counts of tries) {
    const teamRounds = rounds.map((judged) => ({
      key: judged.key,
      match: matchOf.get(judged.key) ?? judged.key,
      number: judged.round.number,
      axis: judged.lineUp.axis,
      allies: judged.lineUp.allies,
      counts: counts(judged),
    }));
    const found = walkTeams(teamRounds);
    if (found) return { rounds: teamRounds, teams: found };
  }
  return null;
}

function teamLineUps(walk: Walk): TeamLineUps[] {
  return walk.rounds.flatMap((round) => {
    const onAxis = walk.teams.axisTeam.get(round.key) ?? null;
    if (!round.counts || onAxis === null) return [];
    return onAxis === "A"
      ? [{ key: round.key, A: round.axis, B: round.allies }]
      : [{ key: round.key, A: round.allies, B: round.axis }];
  });
}

function teams(
  found: SessionTeams,
  group: RoundGroup<JudgedRound>,
  settings: StopwatchSettings,
): SessionTeam[] {
  const latest = new Map<string, string>();
  for (const { lineUp } of group.rounds) {
    for (const [player, name] of lineUp.names) latest.set(player, name);
  }
  const [A, B] = teamNames(group.forming[0]?.key ?? "", settings.teamPool);
  const told = fixtureNames(
    group.rounds.map(({ key, round }) => ({ round, axisTeam: found.axisTeam.get(key) ?? null })),
  );
  // A pool's name that the league has given to the other team would be two teams of one name.
  const spare = (own: TeamName, other: TeamName, given: TeamName | null) =>
    own.name === given?.name ? other : own;
  const names = { A: told.A ?? spare(A, B, told.B), B: told.B ?? spare(B, A, told.A) };
  return (["A", "B"] as const).map((letter) => ({
    letter,
    ...names[letter],
    guids: found.rosters[letter],
    names: found.rosters[letter].map((player) => latest.get(player) ?? ""),
  }));
}
