import type { RoundReport } from "./reports/report-file.ts";
import type { RoundSides } from "./round-sides.ts";
import type { DurationSource } from "./round-stats.ts";
import type { StatsHeader } from "./stats-file.ts";

/** How long a round was played, and whether its clock ran out. */
export interface RoundDuration {
  /** Play time without pauses, seconds; null when unknown. */
  readonly seconds: number | null;
  readonly source: DurationSource;
  /** Null when nothing tells. */
  readonly fullTimeUsed: boolean | null;
}

/** What tells of a round's length beside its header and players. */
interface Beside {
  /** The play time that a linked webhook tells; may still have pauses in it. */
  readonly webhookSeconds: number | null;
  /** A league's report: its level time has pauses in it. */
  readonly report: Pick<RoundReport, "elapsedSeconds"> | null;
}

type Sides = Pick<RoundSides, "defenderSide" | "winnerSide">;

/** Field 9 is taken for the set time in field 8 when it is this close, seconds. */
const CLOSE_TO_SET_TIME = 5;
/** Field 9 is believed from this many seconds … */
const SHORTEST_PLAYTIME = 10;
/** … to this many beyond the time limit. */
const BEYOND_LIMIT = 120;
/** Field 9 this close to the limit: the clock ran out. */
const CLOCK_SLACK = 3;
/** The same by the players' own times, which come in tenths of minutes. */
const PLAYERS_SLACK = 15;

/**
 * The duration of a round by its own file; the first that applies:
 *
 * 1. The attackers won and field 8 is their time: field 9 if close to it (`header`), else field 8 (`next_limit`).
 * 2. Field 9 in range: field 9, at most the limit if the defenders won (`header`).
 * 3. The defenders won: the limit if somebody played for so long (`limit`), else the players' time
 *    (`players`), or a webhook's if it agrees (`webhook`): then the attackers gave up early.
 * 4. The players' time, if any.
 *
 * A report's level time shows an early end before 3; where nobody's time is known the limit holds.
 *
 * `playedSeconds`: the longest time that any player spent on a team in this round alone.
 */
export function roundDuration(
  header: StatsHeader,
  sides: Sides,
  playedSeconds: number | null,
  { webhookSeconds, report }: Beside,
): RoundDuration {
  const limit = header.timeLimitSeconds;
  const playtime = playtimeInRange(header);
  const setTime = timeSet(header, sides);
  const heldByDefenders = sides.defenderSide !== null && sides.winnerSide === sides.defenderSide;
  if (setTime !== null) {
    const measured = playtime !== null && Math.abs(playtime - setTime) <= CLOSE_TO_SET_TIME;
    return {
      seconds: measured ? playtime : setTime,
      source: measured ? "header" : "next_limit",
      fullTimeUsed: false,
    };
  }
  if (playtime !== null) {
    return {
      seconds: heldByDefenders && limit !== null ? Math.min(playtime, limit) : playtime,
      source: "header",
      fullTimeUsed: limit === null ? null : playtime >= limit - CLOCK_SLACK,
    };
  }
  const reported = report && reportedDuration(report, heldByDefenders, limit, playedSeconds);
  if (reported) return reported;
  if (playedSeconds === null) return { seconds: null, source: "unknown", fullTimeUsed: null };
  if (!heldByDefenders || limit === null) {
    return { seconds: playedSeconds, source: "players", fullTimeUsed: null };
  }
  if (playedSeconds >= limit - PLAYERS_SLACK) {
    return { seconds: limit, source: "limit", fullTimeUsed: true };
  }
  const webhook =
    webhookSeconds !== null && Math.abs(webhookSeconds - playedSeconds) <= PLAYERS_SLACK;
  return {
    seconds: webhook ? webhookSeconds : playedSeconds,
    source: webhook ? "webhook" : "players",
    fullTimeUsed: false,
  };
}

/**
 * By a report, where the attackers' time does not say it: shorter than the limit, the level time shows
 * an early end (a pause can only make it longer); else the limit was played, unless players' times are
 * known, which have no pauses in them. Null: the report tells nothing.
 */
function reportedDuration(
  { elapsedSeconds: elapsed }: Pick<RoundReport, "elapsedSeconds">,
  held: boolean,
  limit: number | null,
  playedSeconds: number | null,
): RoundDuration | null {
  if (!held || limit === null) {
    return elapsed === null || playedSeconds !== null
      ? null
      : { seconds: elapsed, source: "report", fullTimeUsed: null };
  }
  if (elapsed !== null && elapsed < limit - CLOCK_SLACK) {
    return { seconds: elapsed, source: "report", fullTimeUsed: false };
  }
  if (playedSeconds !== null) return null;
  return { seconds: limit, source: "limit", fullTimeUsed: elapsed === null ? null : true };
}

/**
 * The length of a round as far as the header alone measured it (field 9 in range, else the time that
 * the attackers set), seconds. Tells a Round 2 time from a time over both rounds.
 */
export function measuredSeconds(header: StatsHeader, sides: Sides): number | null {
  return playtimeInRange(header) ?? timeSet(header, sides);
}

function playtimeInRange(header: StatsHeader): number | null {
  const playtime = header.playtimeSeconds;
  if (playtime === null || playtime < SHORTEST_PLAYTIME) return null;
  const limit = header.timeLimitSeconds;
  return limit !== null && playtime > limit + BEYOND_LIMIT ? null : playtime;
}

/** Field 8 where it is the attackers' time: they won, and the value is no invention. */
function timeSet(header: StatsHeader, sides: Sides): number | null {
  const { defenderSide, winnerSide } = sides;
  if (defenderSide === null || winnerSide === null || winnerSide === 0) return null;
  if (winnerSide === defenderSide || header.badNextTime) return null;
  return header.timeLimitSeconds === null ? null : header.nextTimeLimitSeconds;
}
