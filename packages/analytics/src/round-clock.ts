import type { RoundOutcome } from "@slomix/stats-parser";

/** What the time of a round is read from. */
export interface RoundClock {
  readonly outcome: RoundOutcome;
  /** Time limit in whole seconds; of Round 2 the time to beat. Null: not known. */
  readonly timeLimitSeconds: number | null;
  /**
   * Next time limit of the round's stats file, whole seconds; of a Round 1 whose own is lost, the time
   * limit of its Round 2, which is the same number. Null: not known.
   */
  readonly nextLimitSeconds: number | null;
  /** Play time as it was measured, with fractions; for rates. Null: not known. */
  readonly durationSeconds: number | null;
}

/**
 * The one time that is shown of a round, in whole seconds; null: nothing tells it. What the server's
 * own clock said goes first, since that is what the players saw and what Round 2 is played against:
 *
 * - the attack came through: the next time limit, which the game sets to the attackers' time;
 * - held: the time limit, which ran out;
 * - ended in another way: the next time limit if it lies below the limit (the defenders gave up), else
 *   the measured time, cut as the game cuts. An attack that gave up leaves the limit where it was.
 *
 * A measured time runs until intermission, up to 1.4 s longer than the game's, and so would show two
 * times for one round.
 */
export function clockSeconds(round: RoundClock): number | null {
  const { outcome } = round;
  const limit = cut(round.timeLimitSeconds);
  const next = cut(round.nextLimitSeconds);
  const measured = cut(round.durationSeconds);
  if (outcome === "completed") return next ?? measured;
  if (outcome === "fullhold") return limit ?? measured;
  return next !== null && limit !== null && next < limit ? next : measured;
}

/** A sum of fractions may stand a hair below the second that it means. */
const CUT_SLACK = 1e-6;

const cut = (seconds: number | null) => (seconds === null ? null : Math.floor(seconds + CUT_SLACK));

/** A round with its shown time. */
export interface TimedRound {
  readonly outcome: RoundOutcome;
  readonly clockSeconds: number | null;
}

/**
 * By how many seconds the attack of Round 2 was faster than that of Round 1: the difference of the two
 * times as they are shown. Null unless both attacks came through and both times are known, or where
 * Round 2 was slower, which no stopwatch round can be: then one of the times is not the game's.
 */
export function secondsFaster(
  first: TimedRound | undefined,
  second: TimedRound | undefined,
): number | null {
  if (first?.outcome !== "completed" || second?.outcome !== "completed") return null;
  if (first.clockSeconds === null || second.clockSeconds === null) return null;
  const seconds = first.clockSeconds - second.clockSeconds;
  return seconds < 0 ? null : seconds;
}
