import {
  type Answer,
  checkLineUps,
  type Duo,
  duo as duoOf,
  type HistoryOptions,
  type MatchRow,
  type Matchup,
  matchup as matchupOf,
  meetingOf,
  type Nemesis,
  nemesis as nemesisOf,
  numbersOf,
  type PlayerRow,
  type SumKey,
  type WithWithout,
  withWithout as withWithoutOf,
} from "@slomix/analytics";
import type { Reader } from "../database.ts";
import { roundsWindow } from "../queries/rounds-window.ts";
import { sumsOfPlayers } from "../queries/sums-of-players.ts";
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
  // Who played with whom says which of them are meetings; rounds are read of these alone.
  const matches = (await loadMeetings(db, a, b, settled.value)).filter(
    (match) => meetingOf(match, a, b) !== null,
  );
  return withHistory(
    db,
    [...a, ...b],
    [],
    matches,
    { ...options, days },
    settled.value.asOfMs,
    (rows, found) => matchupOf(a, b, matches, rows, found),
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
  return withHistory(
    db,
    guids,
    others,
    matches,
    { ...options, days },
    settled.value.asOfMs,
    (rows, found) => ask(matches, rows, found),
  );
}

/** What a baseline is made of. */
const BASELINE_SUMS: ReadonlySet<SumKey> = new Set<SumKey>([
  "rounds",
  "kills",
  "deaths",
  "damageGiven",
  "timePlayedSeconds",
]);

/** Asks with the players' rows in the matches, and their baselines from the sums that are kept. */
async function withHistory<Value>(
  db: Reader,
  guids: readonly string[],
  others: readonly string[],
  matches: readonly MatchRow[],
  { days, asOfMs: asked }: MeetingOptions & { readonly days: number },
  asOfMs: number | null,
  ask: (rows: readonly PlayerRow[], options: HistoryOptions) => Answer<Value>,
): Promise<Answer<Value>> {
  const names = await playerNames(db, [...new Set([...guids, ...others])]);
  const usual = await roundsWindow(db, { period: `${BASELINE_DAYS}d`, asOfMs: asked });
  if (!usual.ok) return usual;
  const sums = await sumsOfPlayers(db, { window: usual.value, guids, sums: BASELINE_SUMS });
  const baselines = new Map(sums.map((player) => [player.guid, numbersOf(player.sums)]));
  const rows =
    matches.length === 0
      ? []
      : await loadPlayerRows(
          db,
          { players: guids, matches: matches.map(({ matchId }) => matchId) },
          "basic",
        );
  return ask(rows, { days, names, baselines, ...(asOfMs === null ? {} : { asOfMs }) });
}
