import type { GamingSession, SessionTeam, TeamLetter } from "@slomix/stopwatch";
import type { SqlValue } from "../../connect.ts";
import type { StoredMap } from "../../schema/stored-map.ts";
import { type SessionPlay, type StoredByRound, sessionPlay } from "../matches/session-play.ts";
import type { RoundDetails } from "./detail-columns.ts";

/** One gaming session as the database keeps it; ids of rounds and of the session come when it is stored. */
export interface SessionRecord {
  /** Keys of its rounds, by end. */
  readonly roundKeys: readonly string[];
  readonly teams: readonly SessionTeam[];
  readonly teamFields: Readonly<Record<string, SqlValue>>;
  /** A row of `session_results` without session id, map list and names. */
  readonly result: Readonly<Record<string, SqlValue>>;
  readonly maps: readonly StoredMap[];
  /** What its matches are counted from. */
  readonly play: SessionPlay;
}

/** The rows of one session. */
export function recordSession(
  session: GamingSession,
  details: ReadonlyMap<string, RoundDetails>,
  stored: StoredByRound,
): SessionRecord {
  const [a, b] = session.teams;
  const files = new Map(session.rounds.map((r) => [r.round.key, r.round.file?.name ?? null]));
  const fileOf = (key: string | null) => (key === null ? null : (files.get(key) ?? null));
  const maps = session.matches.map(
    (m): StoredMap => ({
      map: m.map,
      matchId: m.matchId,
      mapPlaySequence: m.mapPlaySequence,
      round1File: fileOf(m.round1),
      round2File: fileOf(m.round2),
      round1Key: m.round1,
      round2Key: m.round2,
      winner: m.winner,
      result: m.result,
      source: m.source,
      counted: m.counted,
      pointsA: m.pointsA,
      pointsB: m.pointsB,
      teamASideInRound1: m.teamASideInRound1,
      note: m.note,
      flags: m.flags,
    }),
  );
  const { teamA, teamB, draws } = session.score;
  const totals = teamTotals(session);
  const counted = session.matches.filter((m) => m.counted);
  return {
    roundKeys: session.rounds.map((r) => r.round.key),
    teams: session.teams,
    teamFields: {
      session_start_date: session.date,
      map_name: "ALL",
      detection_confidence: session.confidence,
      consistency: session.consistency,
      source: "auto_full",
    },
    maps,
    play: sessionPlay(session, details, stored),
    result: {
      session_date: session.date,
      map_name: "ALL",
      team_1_guids: a?.guids ?? [],
      team_2_guids: b?.guids ?? [],
      team_1_names: a?.names ?? [],
      team_2_names: b?.names ?? [],
      format: `${a?.guids.length ?? 0}v${b?.guids.length ?? 0}`,
      total_rounds: 2 * counted.length,
      team_1_score: teamA,
      team_2_score: teamB,
      draws,
      winning_team: teamA > teamB ? 1 : teamB > teamA ? 2 : 0,
      round_numbers: counted.flatMap(() => [1, 2]),
      session_start: new Date(session.startMs),
      session_end: new Date(session.endMs),
      duration_minutes: Math.round((session.endMs - session.startMs) / 60_000),
      team_1_total_kills: totals.A.kills,
      team_1_total_deaths: totals.A.deaths,
      team_1_total_damage: totals.A.damage,
      team_2_total_kills: totals.B.kills,
      team_2_total_deaths: totals.B.deaths,
      team_2_total_damage: totals.B.damage,
      had_substitutions: session.substitutions.some((s) => s.in !== null && s.out !== null),
      substitution_details: session.substitutions,
      reshuffled: session.reshuffled,
    },
  };
}

interface Totals {
  kills: number;
  deaths: number;
  damage: number;
}

/** What each team did over the valid rounds that can be attributed to it. */
function teamTotals(session: GamingSession): Record<TeamLetter, Totals> {
  const totals = { A: { kills: 0, deaths: 0, damage: 0 }, B: { kills: 0, deaths: 0, damage: 0 } };
  for (const { round, valid, axisTeam } of session.rounds) {
    if (!valid || !axisTeam) continue;
    for (const player of round.stats.players) {
      if (player.bot || player.side === null) continue;
      const team = totals[(player.side === 1) === (axisTeam === "A") ? "A" : "B"];
      team.kills += player.kills;
      team.deaths += player.deaths;
      team.damage += player.damageGiven ?? 0;
    }
  }
  return totals;
}
