import { type MatchRow, type RoundRow, sessionMatches } from "@slomix/analytics";
import type { GamingSession, PairedRound } from "@slomix/stopwatch";
import type { RoundDetails } from "../records/detail-columns.ts";
import type { StoredPlayer } from "../records/player-columns.ts";

/** What one player did in a round, as far as matches and pairs need it. */
export interface PlayedRound {
  readonly round: RoundRow;
  readonly guid: string;
  readonly name: string;
  readonly bot: boolean;
  readonly kills: number;
  readonly deaths: number;
  readonly damage: number;
  readonly timeMs: number;
}

/** What one player did to another in a round, by GUID. */
export interface Duel {
  readonly matchId: string;
  /** `rounds.round_key`. */
  readonly round: string;
  readonly subject: string;
  readonly opponent: string;
  /** The subject killed the opponent, and the other way round. */
  readonly kills: number;
  readonly deaths: number;
}

/** A gaming session as matches are counted from it: from files, or read back from the database. */
export interface SessionPlay {
  /** Game server's local date, `YYYY-MM-DD`. */
  readonly date: string;
  /** Unix ms. */
  readonly endMs: number;
  /** Rosters and score of the evening. */
  readonly teamA: readonly string[];
  readonly teamB: readonly string[];
  readonly scoreA: number;
  readonly scoreB: number;
  readonly matches: readonly MatchRow[];
  /** Everybody's rounds, also those that do not count. */
  readonly rows: readonly PlayedRound[];
  readonly duels: readonly Duel[];
}

/** Players of rounds under the GUIDs that the database knows them by, by round. */
export type StoredByRound = ReadonlyMap<string, readonly StoredPlayer[]>;

/** What scoring made of an evening. */
export function sessionPlay(
  session: GamingSession,
  details: ReadonlyMap<string, RoundDetails>,
  stored: StoredByRound,
): SessionPlay {
  const { rounds, matches } = sessionMatches(session, 0);
  const [a, b] = session.teams;
  const rows: PlayedRound[] = [];
  const duels: Duel[] = [];
  session.rounds.forEach(({ round }, i) => {
    const players = stored.get(round.key) ?? [];
    for (const one of players) rows.push(playedRound(one, rounds[i] as RoundRow));
    duels.push(...duelsOf(round, details.get(round.key), players));
  });
  return {
    date: session.date,
    endMs: session.endMs,
    teamA: a?.guids ?? [],
    teamB: b?.guids ?? [],
    scoreA: session.score.teamA,
    scoreB: session.score.teamB,
    matches,
    rows,
    duels,
  };
}

/** Nothing that a damaged file says is too large to be kept. */
export function wholeAmount(value: number | null | undefined): number {
  return Math.min(Math.max(0, Math.round(value ?? 0)), Number.MAX_SAFE_INTEGER);
}

function playedRound({ guid, player }: StoredPlayer, round: RoundRow): PlayedRound {
  return {
    round,
    guid,
    name: player.name,
    bot: player.bot,
    kills: wholeAmount(player.kills),
    deaths: wholeAmount(player.deaths),
    damage: wholeAmount(player.damageGiven),
    timeMs: wholeAmount((player.timePlayedSeconds ?? 0) * 1000),
  };
}

function duelsOf(
  round: PairedRound,
  details: RoundDetails | undefined,
  players: readonly StoredPlayer[],
): Duel[] {
  if (!details || details.versus.length === 0) return [];
  const guids = new Map(players.map(({ player, guid }) => [player, guid]));
  return details.versus.flatMap(({ line, subject, opponent }): Duel[] => {
    const one = (subject && guids.get(subject)) ?? line.subjectGuid;
    const other = (opponent && guids.get(opponent)) ?? line.opponentGuid;
    if (!one || !other) return [];
    const { kills, deaths } = line;
    return [
      { matchId: round.matchId, round: round.key, subject: one, opponent: other, kills, deaths },
    ];
  });
}
