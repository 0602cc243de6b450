import { type Answer, answer, refuse } from "./answer.ts";
import { isCounted } from "./counted-round.ts";
import type { PlayerRow, RoundRow } from "./player-row.ts";
import { seasonOf } from "./season.ts";

/** Which time a question is about. */
export type Period =
  | { readonly kind: "all" }
  /** Counted back from `asOf`. */
  | { readonly kind: "days"; readonly days: number }
  /** By the round's date; the id is `YYYY-Qn`. */
  | { readonly kind: "season"; readonly id: string };

/** A period that was settled: which rounds it takes, and the words to say so. */
export interface PeriodWindow {
  readonly period: Period;
  /** Unix ms that the window counts back from; null: there is no round, or none was asked for. */
  readonly asOfMs: number | null;
  /** Rounds that ended after `fromMs` and not after `asOfMs`; null: no bound. */
  readonly fromMs: number | null;
  /** Dates, both inclusive; null: no bound. */
  readonly fromDate: string | null;
  readonly toDate: string | null;
  /** `all time`, `30 days to 2025-12-31 22:10 UTC`, `2025 Winter (Q4)`. */
  readonly words: string;
}

const DAY = 86_400_000;

/** The end of the newest round that counts, unix ms: what windows count back from; null without one. */
export function newestCounted(rounds: Iterable<RoundRow>): number | null {
  let newest: number | null = null;
  for (const round of rounds) {
    if (isCounted(round) && (newest === null || round.endMs > newest)) newest = round.endMs;
  }
  return newest;
}

/**
 * Settles a period. Rounds after `asOf` are in no period, so that a question about the past has the
 * answer that it had then.
 *
 * @param asOfMs Unix ms, usually {@link newestCounted}.
 */
export function periodWindow(period: Period, asOfMs: number | null): Answer<PeriodWindow> {
  const open = { period, asOfMs, fromMs: null, fromDate: null, toDate: null };
  if (asOfMs !== null && !Number.isFinite(new Date(asOfMs).getTime())) {
    return refuse("bad_period", "the time to count back from is no time");
  }
  if (period.kind === "all") return answer({ ...open, words: "all time" });
  if (period.kind === "season") {
    const season = seasonOf(period.id);
    if (!season) return refuse("bad_period", `${period.id} is no season; they read 2025-Q4`);
    const { firstDay, lastDay, label } = season;
    return answer({ ...open, fromDate: firstDay, toDate: lastDay, words: label });
  }
  const { days } = period;
  if (!Number.isFinite(days) || days <= 0) {
    return refuse("bad_period", `${days} days are no period`);
  }
  if (asOfMs === null) return answer({ ...open, words: `${days} days; no rounds yet` });
  const to = new Date(asOfMs).toISOString().slice(0, 16).replace("T", " ");
  return answer({ ...open, fromMs: asOfMs - days * DAY, words: `${days} days to ${to} UTC` });
}

/** Whether a round lies in the window. */
export function inWindow(round: Pick<RoundRow, "endMs" | "date">, window: PeriodWindow): boolean {
  const { asOfMs, fromMs, fromDate, toDate } = window;
  return (
    (asOfMs === null || round.endMs <= asOfMs) &&
    (fromMs === null || round.endMs > fromMs) &&
    (fromDate === null || round.date >= fromDate) &&
    (toDate === null || round.date <= toDate)
  );
}

/** The rounds of rows. */
export function* roundsOf(rows: Iterable<PlayerRow>): Generator<RoundRow> {
  for (const row of rows) yield row.round;
}
