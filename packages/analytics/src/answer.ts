/** Why a question has no answer. */
export type ProblemCode =
  /** A leaderboard or metric of that name does not exist. */
  | "unknown_metric"
  /** The metric says nothing about single weapons. */
  | "no_weapon_class"
  /** A season id, date, zone or window that cannot be read. */
  | "bad_period"
  /** Fewer or more players than the question takes, or one of them twice. */
  | "bad_players"
  /** A line-up without players. */
  | "empty_lineup"
  /** Somebody stands in both line-ups. */
  | "player_in_both"
  /** No round that counts is left. */
  | "no_rounds"
  /** Rounds are there, but too few to say anything. */
  | "too_few_rounds"
  /** What the question compares is missing, such as attack without defence. */
  | "one_sided";

/** One problem in a sentence that can be shown as it is. */
export interface Problem {
  readonly code: ProblemCode;
  readonly message: string;
}

/** A value, or the reason why there is none. Nothing in this package throws for what rows hold. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem };

/** A value as an answer. */
export function answer<T>(value: T): Answer<T> {
  return { ok: true, value };
}

/** A problem as an answer. */
export function refuse(code: ProblemCode, message: string): Answer<never> {
  return { ok: false, problem: { code, message } };
}
