import type { MatchResult, ResultSource, TeamLetter } from "@slomix/stopwatch";
import type { Reader } from "../database.ts";
import type { StoredMap } from "../schema/stored-map.ts";
import { COUNTED } from "./counted-rounds.ts";
import { publicGuid } from "./public-guid.ts";
import { playersOfRounds, type RoundPlayerStats } from "./round-players.ts";
import { type RoundSummary, roundsWhere } from "./session-rounds.ts";
import { type SessionSummary, summariesOf } from "./session-summary.ts";
import { type SessionSubstitution, storedResultOf } from "./stored-result.ts";

/** One roster of a session: people, across side swaps. */
export interface SessionDetailTeam {
  readonly slot: TeamLetter;
  readonly name: string;
  /** 24-bit RGB; null for default names. */
  readonly color: number | null;
  readonly guids: readonly string[];
  /** Same order. */
  readonly names: readonly string[];
  /** How far the roster is to be trusted; null where nobody said. */
  readonly confidence: "high" | "medium" | "low" | null;
}

/** A round with everybody's numbers. Without a stats file `players` is empty. */
export interface RoundDetail extends RoundSummary {
  readonly players: readonly RoundPlayerStats[];
}

/** One map of a session, played or begun. */
export interface SessionDetailMatch {
  readonly map: string;
  readonly matchId: string;
  readonly mapPlaySequence: number;
  /** The league's id of the fixture that it was played for; null: no report tells. */
  readonly fixture: string | null;
  /** Null where no stats file came. */
  readonly round1File: string | null;
  readonly round2File: string | null;
  /** Null: not counted. */
  readonly winner: TeamLetter | "draw" | null;
  readonly result: MatchResult;
  readonly source: ResultSource;
  readonly counted: boolean;
  readonly pointsA: number;
  readonly pointsB: number;
  readonly teamASideInRound1: 1 | 2 | null;
  readonly note: string | null;
  readonly flags: readonly string[];
  /** Round 1, then Round 2, as far as there is a file or a webhook of them. */
  readonly rounds: readonly RoundDetail[];
}

/** A gaming session with everything in it. */
export interface SessionDetail extends SessionSummary {
  /** A, then B; empty when no round had humans on both sides. */
  readonly teams: readonly SessionDetailTeam[];
  readonly substitutions: readonly SessionSubstitution[];
  /** A third or more of a match's players changed team at once. */
  readonly reshuffled: boolean;
  readonly matches: readonly SessionDetailMatch[];
  /** Rounds that stand in no match: restarts, bot rounds, filler maps. Without players. */
  readonly otherRounds: readonly RoundSummary[];
}

/**
 * One session by its number, or the newest one that has a round that counts (`last`). Null: there is none.
 * Six statements, however many rounds it has.
 *
 * @throws {DatabaseError}
 */
export async function sessionDetail(
  db: Reader,
  which: number | "last",
): Promise<SessionDetail | null> {
  const summary = await sessionSummary(db, which);
  if (!summary) return null;
  const { id } = summary;
  const rounds = await roundsWhere(db, { session: id });
  const { maps, substitutions, reshuffled } = await storedResultOf(db, id);
  const inMatches = new Set(maps.flatMap((m) => [m.round1Key, m.round2Key]));
  const players = await playersOfRounds(
    db,
    rounds.flatMap((r) => (inMatches.has(r.key) ? [r.id] : [])),
  );
  const detailOf = new Map<string | null, RoundDetail>(
    rounds.map(({ sessionId: _, ...round }) => [
      round.key,
      { ...round, players: players.get(round.id) ?? [] },
    ]),
  );
  return {
    ...summary,
    teams: await teamsOf(db, id),
    substitutions,
    reshuffled,
    matches: maps.map((map) => matchOf(map, detailOf)),
    otherRounds: rounds
      .filter((round) => !inMatches.has(round.key))
      .map(({ sessionId: _, ...round }) => round),
  };
}

/** The largest number that `integer` columns hold. */
const MAX_ID = 2 ** 31 - 1;

/**
 * What a list says of one session, by its number or of the newest one (`last`). Null: there is none.
 * Two statements at most.
 *
 * @throws {DatabaseError}
 */
export async function sessionSummary(
  db: Reader,
  which: number | "last",
): Promise<SessionSummary | null> {
  const id = which === "last" ? await newestSession(db) : which;
  if (id === null || !Number.isInteger(id) || id < 1 || id > MAX_ID) return null;
  const [summary] = await summariesOf(db, [id]);
  return summary ?? null;
}

async function newestSession(db: Reader): Promise<number | null> {
  const rows = await db.query<{ id: number }>(
    `select r.gaming_session_id as id from rounds r
     where ${COUNTED} and r.gaming_session_id is not null
     order by r.round_ended_at desc, r.id desc limit 1`,
  );
  return rows[0]?.id ?? null;
}

/** The rosters of a session, A then B. */
export async function teamsOf(db: Reader, sessionId: number): Promise<SessionDetailTeam[]> {
  const rows = await db.query<SessionDetailTeam>(
    `select slot, team_name as name, color, player_guids as guids, player_names as names,
       detection_confidence as confidence
     from session_teams
     where gaming_session_id = $1 and map_name = 'ALL' and slot is not null order by slot`,
    [sessionId],
  );
  return rows.map((team) => ({ ...team, guids: team.guids.map((guid) => publicGuid(guid)) }));
}

function matchOf(
  map: StoredMap,
  detailOf: ReadonlyMap<string | null, RoundDetail>,
): SessionDetailMatch {
  const rounds = [map.round1Key, map.round2Key].flatMap((key) => detailOf.get(key) ?? []);
  return {
    map: map.map,
    matchId: map.matchId,
    mapPlaySequence: map.mapPlaySequence,
    fixture: rounds.find(({ fixture }) => fixture !== null)?.fixture ?? null,
    round1File: map.round1File,
    round2File: map.round2File,
    winner: map.winner,
    result: map.result,
    source: map.source,
    counted: map.counted,
    pointsA: map.pointsA,
    pointsB: map.pointsB,
    teamASideInRound1: map.teamASideInRound1,
    note: map.note,
    flags: map.flags,
    rounds,
  };
}
