import {
  endFor,
  isCounted,
  isDecisive,
  letterOf,
  lineUpHash,
  type MatchEnd,
  type MatchRow,
  matchupIdOf,
  type RoundRow,
} from "@slomix/analytics";
import { grouped } from "../../grouped.ts";
import type { StoredMatchupPlayer } from "../../schema/matchup.ts";
import { storableText } from "../../storable.ts";
import { numbersFrom, type Totals } from "./numbers.ts";
import type { PlayedRound, SessionPlay } from "./session-play.ts";

/** What somebody did in one match: a row of `match_players` without its session. */
export interface MatchPlayer extends Totals {
  readonly matchId: string;
  readonly guid: string;
  /** Lower case. */
  readonly map: string;
  readonly date: string;
  /** Unix ms. */
  readonly endMs: number;
  /** Null, as the outcome: the match does not count between teams. */
  readonly team: "A" | "B" | null;
  readonly outcome: MatchEnd | null;
}

/** Two line-ups that met: a row of `matchup_history` without its session. */
export interface Meeting {
  /** Null: the whole session. */
  readonly matchId: string | null;
  readonly map: string | null;
  readonly date: string;
  /** Unix ms. */
  readonly endMs: number;
  readonly lineUpA: readonly string[];
  readonly lineUpB: readonly string[];
  readonly winner: "A" | "B" | null;
  readonly scoreA: number;
  readonly scoreB: number;
  readonly players: Readonly<Record<string, StoredMatchupPlayer>>;
}

/** Everybody of a session's matches, by match and GUID: rows that count, and those of line-ups that have none. */
export function matchPlayers({ matches, rows }: SessionPlay): MatchPlayer[] {
  const decisive = new Map(matches.filter(isDecisive).map((match) => [match.matchId, match]));
  const found: MatchPlayer[] = [];
  for (const [matchId, own] of byMatch(countedRounds(rows))) {
    const match = decisive.get(matchId);
    for (const [guid, played] of byPlayer(own)) found.push(playerIn(matchId, guid, match, played));
  }
  const known = new Set(found.map(({ matchId, guid }) => `${matchId}\n${guid}`));
  for (const match of decisive.values())
    for (const guid of [...match.lineUpA, ...match.lineUpB])
      if (!known.has(`${match.matchId}\n${guid}`))
        found.push(playerIn(match.matchId, guid, match, []));
  return found;
}

/** The matches of a session that count between teams, and the session as a whole when there is one. */
export function meetings(play: SessionPlay): Meeting[] {
  const counted = countedRounds(play.rows);
  const rowsOf = byMatch(counted);
  const matches = play.matches.filter(isDecisive).map(
    (match): Meeting => ({
      matchId: match.matchId,
      map: match.map.toLowerCase(),
      date: match.date,
      endMs: match.endMs,
      lineUpA: match.lineUpA,
      lineUpB: match.lineUpB,
      winner: match.winner === "draw" ? null : match.winner,
      scoreA: match.pointsA,
      scoreB: match.pointsB,
      players: numbersOfAll(rowsOf.get(match.matchId) ?? []),
    }),
  );
  const { teamA, teamB, scoreA, scoreB } = play;
  if (matches.length === 0 || teamA.length === 0 || teamB.length === 0) return matches;
  return [
    ...matches,
    {
      matchId: null,
      map: null,
      date: play.date,
      endMs: play.endMs,
      lineUpA: teamA,
      lineUpB: teamB,
      winner: scoreA > scoreB ? "A" : scoreB > scoreA ? "B" : null,
      scoreA,
      scoreB,
      players: numbersOfAll(counted),
    },
  ];
}

/** What line-ups are known by. */
export function hashesOf({ lineUpA, lineUpB }: Meeting): { id: string; a: string; b: string } {
  const [a, b] = [lineUpHash(lineUpA), lineUpHash(lineUpB)];
  return { id: matchupIdOf(a, b), a, b };
}

/** Rounds of humans that count for players. */
export function countedRounds(rows: readonly PlayedRound[]): PlayedRound[] {
  return rows.filter(({ bot, round }) => !bot && isCounted(round));
}

function playerIn(
  matchId: string,
  guid: string,
  match: MatchRow | undefined,
  played: readonly PlayedRound[],
): MatchPlayer {
  const rounds = played.map(({ round }) => round);
  const first = rounds.reduce<RoundRow | null>(
    (a, b) => (a && (a.endMs < b.endMs || (a.endMs === b.endMs && a.key < b.key)) ? a : b),
    null,
  );
  const team = match ? letterOf(match, guid) : null;
  return {
    matchId,
    guid,
    map: (match?.map ?? first?.map ?? "").toLowerCase(),
    date: match?.date ?? first?.date ?? "",
    endMs: match?.endMs ?? Math.max(...rounds.map(({ endMs }) => endMs)),
    team,
    outcome: match && team ? endFor(match, team) : null,
    ...totalsOf(played),
  };
}

/** Values per round; by GUID, so that two makings of one row are the same text. */
function numbersOfAll(rows: readonly PlayedRound[]): Record<string, StoredMatchupPlayer> {
  const players = [...byPlayer(rows)].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    players.map(([guid, played]) => {
      const newest = played.reduce((a, b) => (b.round.endMs > a.round.endMs ? b : a));
      const {
        killsPerRound: kills,
        deathsPerRound: deaths,
        dpm,
        kd,
      } = numbersFrom(totalsOf(played));
      return [guid, { name: storableText(newest.name), kills, deaths, dpm, kd }];
    }),
  );
}

function totalsOf(rows: readonly PlayedRound[]): Totals {
  const totals = { rounds: rows.length, kills: 0, deaths: 0, damage: 0, timeMs: 0 };
  for (const { kills, deaths, damage, timeMs } of rows) {
    totals.kills += kills;
    totals.deaths += deaths;
    totals.damage += damage;
    totals.timeMs += timeMs;
  }
  return totals;
}

function byMatch(rows: readonly PlayedRound[]): Map<string, PlayedRound[]> {
  return grouped(rows, ({ round }) => round.matchId);
}

function byPlayer(rows: readonly PlayedRound[]): Map<string, PlayedRound[]> {
  return grouped(rows, ({ guid }) => guid);
}
