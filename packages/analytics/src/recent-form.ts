import { type Answer, answer, refuse } from "./answer.ts";
import { metricValue } from "./metrics.ts";
import { emptySums } from "./player-sums.ts";

/** The window of form: a player's last rounds that count, so many of them. */
export const FORM_ROUNDS = 20;

/** Fewer rounds than this show no form. */
export const FORM_LEAST_ROUNDS = 10;

/** A change of DPM by less than this part is none. */
const LEVEL = 0.08;

/** What form needs to know of a round. Null: not measured. */
export interface FormRound {
  readonly damageGiven: number | null;
  readonly timePlayedSeconds: number | null;
}

/** Several rounds together. */
export interface FormHalf {
  readonly rounds: number;
  readonly dpm: number;
}

/** Whether somebody does more damage a minute than a while ago. */
export interface RecentForm {
  readonly trend: "rising" | "falling" | "steady";
  /** The older half of the window, the smaller one where it does not halve. */
  readonly before: FormHalf;
  readonly after: FormHalf;
}

/**
 * Form over the last {@link FORM_ROUNDS} rounds: DPM of the newer half against that of the older half,
 * each made of its sums. The one meaning of form on the page and on the command line.
 *
 * @param rounds newest first; what is beyond the window is not looked at.
 */
export function recentForm(rounds: readonly FormRound[]): Answer<RecentForm> {
  const window = rounds.slice(0, FORM_ROUNDS);
  if (window.length < FORM_LEAST_ROUNDS)
    return refuse("too_few_rounds", `${window.length} of ${FORM_LEAST_ROUNDS} rounds`);
  const newer = Math.ceil(window.length / 2);
  const after = half(window.slice(0, newer));
  const before = half(window.slice(newer));
  const change = before.dpm > 0 ? after.dpm / before.dpm - 1 : 0;
  return answer({
    trend: change > LEVEL ? "rising" : change < -LEVEL ? "falling" : "steady",
    before,
    after,
  });
}

function half(rounds: readonly FormRound[]): FormHalf {
  const sum = (of: keyof FormRound) => rounds.reduce((all, round) => all + (round[of] ?? 0), 0);
  const sums = {
    ...emptySums(),
    damageGiven: sum("damageGiven"),
    timePlayedSeconds: sum("timePlayedSeconds"),
  };
  return { rounds: rounds.length, dpm: metricValue("dpm", sums) };
}
