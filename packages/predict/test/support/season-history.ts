import { fileURLToPath } from "node:url";
import { parseFile, type RoundTelemetry, type StatsFile } from "@slomix/stats-parser";
import {
  defaultSettings,
  type GamingSession,
  pairRounds,
  type SessionMatch,
  type SessionRound,
  scoreSessions,
} from "@slomix/stopwatch";
import { readArchive } from "../../../stats-parser/test/support/archive.ts";
import type { PlayedMatch, PlayerMatch, Team } from "../../src/played-match.ts";

const SEASON = fileURLToPath(new URL("../../../../samples/season.tar.gz", import.meta.url));

/** The matches of the season's 90 evenings, read from its files as an import reads them. */
export function seasonHistory(): PlayedMatch[] {
  const evenings = new Map<string, { stats: StatsFile[]; telemetry: RoundTelemetry[] }>();
  for (const [path, bytes] of readArchive(SEASON)) {
    const [, evening = "", folder = ""] = path.split("/");
    // What happened in truth is no part of any history; awards tell nothing that is used here.
    if (folder !== "gamestats" && folder !== "webhooks") continue;
    if (path.endsWith("-endstats.txt")) continue;
    const evidence = evenings.get(evening) ?? { stats: [], telemetry: [] };
    evenings.set(evening, evidence);
    const file = parseFile(bytes, path.slice(path.lastIndexOf("/") + 1));
    if (file.kind === "stats" && file.result.ok) evidence.stats.push(file.result.value);
    if (file.kind === "webhook" && file.result.ok) evidence.telemetry.push(file.result.value);
  }
  const inOrder = [...evenings].sort(([a], [b]) => (a < b ? -1 : 1));
  return inOrder.flatMap(([evening, evidence]) =>
    scoreSessions(pairRounds(evidence, defaultSettings).rounds, defaultSettings).sessions.flatMap(
      (session, i) =>
        session.matches.flatMap((match) => playedMatch(session, match, `${evening}/${i}`)),
    ),
  );
}

function playedMatch(
  session: GamingSession,
  match: SessionMatch,
  sessionId: string,
): PlayedMatch[] {
  const rounds = session.rounds.filter(
    ({ round, valid }) => valid && (round.key === match.round1 || round.key === match.round2),
  );
  const [first] = rounds;
  const last = rounds.at(-1);
  if (!first || !last) return [];
  const { startMs } = first.round;
  return [
    {
      matchId: match.matchId,
      sessionId,
      map: match.map,
      startMs: startMs ?? first.round.endMs,
      endMs: last.round.endMs,
      teamA: lineup(first, "A"),
      teamB: lineup(first, "B"),
      winner: match.winner,
      firstAttackers: first.attackers,
      players: playersOf(rounds),
    },
  ];
}

function teamOf(round: SessionRound, guid: string): Team | null {
  if (round.axisTeam === null) return null;
  if (round.axis.includes(guid)) return round.axisTeam;
  return round.allies.includes(guid) ? (round.axisTeam === "A" ? "B" : "A") : null;
}

function lineup(round: SessionRound, team: Team): string[] {
  return [...round.axis, ...round.allies].filter((guid) => teamOf(round, guid) === team);
}

function playersOf(rounds: readonly SessionRound[]): PlayerMatch[] {
  const players = new Map<string, PlayerMatch>();
  for (const round of rounds) {
    for (const row of round.round.stats.players) {
      const team = teamOf(round, row.guid);
      if (row.bot || team === null) continue;
      const sum = players.get(row.guid);
      players.set(row.guid, {
        guid: row.guid,
        team: sum?.team ?? team,
        kills: (sum?.kills ?? 0) + row.kills,
        deaths: (sum?.deaths ?? 0) + row.deaths,
        damageGiven: (sum?.damageGiven ?? 0) + (row.damageGiven ?? 0),
        shots: (sum?.shots ?? 0) + row.shots,
        hits: (sum?.hits ?? 0) + row.hits,
        seconds: (sum?.seconds ?? 0) + (row.timePlayedSeconds ?? 0),
      });
    }
  }
  return [...players.values()];
}
