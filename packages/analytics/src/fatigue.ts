import { type Answer, answer, refuse } from "./answer.ts";
import { dpmOf, longRows } from "./form-rows.ts";
import type { PlayerRow } from "./player-row.ts";
import { deltaPercent } from "./spread.ts";

/** A third of a session. */
export interface SessionThird {
  readonly rounds: number;
  readonly dpm: number;
}

/** How somebody's evening went. */
export interface Fatigue {
  readonly early: SessionThird;
  readonly mid: SessionThird;
  readonly late: SessionThird;
  /** Late against early in percent. */
  readonly index: number;
  readonly label: "warming up" | "fatiguing" | "stable";
}

const ROUNDS = 6;
const NOTABLE = 10;

/** Fatigue of one player over the rows of one gaming session, in any order. */
export function fatigue(rows: readonly PlayerRow[]): Answer<Fatigue> {
  const long = longRows(rows.filter(({ round }) => round.sessionId !== null));
  if (long.length < ROUNDS) {
    return refuse(
      "too_few_rounds",
      `${long.length} of ${ROUNDS} rounds longer than a minute in this session`,
    );
  }
  if (new Set(long.map(({ round }) => round.sessionId)).size > 1) {
    return refuse("bad_period", "these rounds are of more than one session");
  }
  // What does not divide by three is late.
  const third = Math.floor(long.length / 3);
  const early = thirdOf(long.slice(0, third));
  const mid = thirdOf(long.slice(third, 2 * third));
  const late = thirdOf(long.slice(2 * third));
  const index = deltaPercent(late.dpm, early.dpm);
  return answer({
    early,
    mid,
    late,
    index,
    label: index > NOTABLE ? "warming up" : index < -NOTABLE ? "fatiguing" : "stable",
  });
}

function thirdOf(rows: readonly PlayerRow[]): SessionThird {
  return { rounds: rows.length, dpm: dpmOf(rows) };
}
