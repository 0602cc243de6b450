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
 * `playedSeconds`: the longest time that any player spent on a team in this round alone.
 * `webhookSeconds`: the play time a linked webhook tells; may still have pauses in it.
 */
export function roundDuration(
  header: StatsHeader,
  sides: Sides,
  playedSeconds: number | null,
  webhookSeconds: number | null,
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
