import {
  type Answer,
  checkLineUps,
  type Duo,
  duo as duoOf,
  type HistoryOptions,
  type MatchRow,
  type Matchup,
  matchup as matchupOf,
  type Nemesis,
  nemesis as nemesisOf,
  type PlayerRow,
  type WithWithout,
  withWithout as withWithoutOf,
} from "@slomix/analytics";
import type { Reader } from "../database.ts";
import { loadMatches, loadMeetings } from "./match-rows.ts";
import { playerNames } from "./player-names.ts";
import { loadPlayerRows } from "./player-rows.ts";
import { BASELINE_DAYS, settledWindow } from "./settled-window.ts";

/** How far back a question between players looks. */
export type MeetingOptions = Pick<HistoryOptions, "days" | "asOfMs">;

const MATCHUP_DAYS = 365;

/**
 * Line-up against line-up, GUIDs: their meetings, exact ones and those of more than half of both sides,
 * over 365 days unless said otherwise. Only those meetings and the players' baselines are read.
 *
 * @throws {DatabaseError}
 */
export async function matchup(
  db: Reader,
  a: readonly string[],
  b: readonly string[],
  options: MeetingOptions = {},
): Promise<Answer<Matchup>> {
  const checked = checkLineUps(a, b);
  if (!checked.ok) return checked;
  const days = options.days ?? MATCHUP_DAYS;
  const settled = await settledWindow(db, { kind: "days", days }, options.asOfMs);
  if (!settled.ok) return settled;
  const matches = await loadMeetings(db, a, b, settled.value);
  return withHistory(db, [...a, ...b], [], matches, days, settled.value.asOfMs, (rows, found) =>
    matchupOf(a, b, matches, rows, found),
  );
}

/**
 * Two players in one line-up, both directions, over 90 days unless said otherwise.
 *
 * @throws {DatabaseError}
 */
export function duo(
  db: Reader,
  first: string,
  second: string,
  options: MeetingOptions = {},
): Promise<Answer<Duo>> {
  return ofPlayers(db, [first, second], options, (matches, rows, found) =>
    duoOf(first, second, matches, rows, found),
  );
}

/**
 * Whom a player suffers from and who suffers from him, over 90 days unless said otherwise.
 *
 * @throws {DatabaseError}
 */
export function nemesis(
  db: Reader,
  guid: string,
  options: MeetingOptions = {},
): Promise<Answer<Nemesis>> {
  return ofPlayers(db, [guid], options, (matches, rows, found) =>
    nemesisOf(guid, matches, rows, found),
  );
}

/**
 * A player's matches with another one, against him and without him, over 90 days unless said otherwise.
 *
 * @throws {DatabaseError}
 */
export function withWithout(
  db: Reader,
  guid: string,
  other: string,
  options: MeetingOptions = {},
): Promise<Answer<WithWithout>> {
  return ofPlayers(db, [guid], options, (matches, rows, found) =>
    withWithoutOf(guid, other, matches, rows, found),
  );
}

type Ask<Value> = (
  matches: readonly MatchRow[],
  rows: readonly PlayerRow[],
  options: HistoryOptions,
) => Answer<Value>;

/** All matches of the players within the window, and their own rounds in them and in their baselines. */
async function ofPlayers<Value>(
  db: Reader,
  guids: readonly string[],
  options: MeetingOptions,
  ask: Ask<Value>,
): Promise<Answer<Value>> {
  const days = options.days ?? BASELINE_DAYS;
  const settled = await settledWindow(db, { kind: "days", days }, options.asOfMs);
  if (!settled.ok) return settled;
  const matches = await loadMatches(db, guids, settled.value);
  const others = [...new Set(matches.flatMap(({ lineUpA, lineUpB }) => [...lineUpA, ...lineUpB]))];
  return withHistory(db, guids, others, matches, days, settled.value.asOfMs, (rows, found) =>
    ask(matches, rows, found),
  );
}

async function withHistory<Value>(
  db: Reader,
  guids: readonly string[],
  others: readonly string[],
  matches: readonly MatchRow[],
  days: number,
  asOfMs: number | null,
  ask: (rows: readonly PlayerRow[], options: HistoryOptions) => Answer<Value>,
): Promise<Answer<Value>> {
  const names = await playerNames(db, [...new Set([...guids, ...others])]);
  const rows =
    asOfMs === null ? [] : await historyRows(db, guids, matches, Math.max(days, 1), asOfMs);
  return ask(rows, { days, names, ...(asOfMs === null ? {} : { asOfMs }) });
}

const DAY = 86_400_000;

/** Rounds of players in some matches and in their baseline, each once. */
async function historyRows(
  db: Reader,
  players: readonly string[],
  matches: readonly MatchRow[],
  days: number,
  asOfMs: number,
): Promise<PlayerRow[]> {
  const window = (back: number) => ({
    ...{ asOfMs, fromMs: asOfMs - back * DAY, fromDate: null, toDate: null },
  });
  const usual = await loadPlayerRows(db, { players, window: window(BASELINE_DAYS) }, "basic");
  const known = new Set(usual.map(({ round }) => round.matchId));
  // A match that ended within the baseline may have begun before it.
  const within = asOfMs - (BASELINE_DAYS - 1) * DAY;
  const older = matches.filter(({ matchId, endMs }) => !known.has(matchId) || endMs < within);
  if (days <= BASELINE_DAYS && older.length === 0) return usual;
  const more = await loadPlayerRows(
    db,
    { players, matches: older.map(({ matchId }) => matchId) },
    "basic",
  );
  const seen = new Set(usual.map(({ round, guid }) => `${round.key}\n${guid}`));
  return [...usual, ...more.filter(({ round, guid }) => !seen.has(`${round.key}\n${guid}`))];
}
