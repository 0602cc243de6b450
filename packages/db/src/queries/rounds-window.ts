import {
  type Answer,
  type Period,
  type PeriodWindow,
  periodWindow,
  seasonOfDate,
} from "@slomix/analytics";
import type { Reader } from "../database.ts";
import { COUNTED } from "./counted-rounds.ts";

/** The game was not there before. */
const FIRST_DAY = "2003-01-01";
// Later than any clock of a game server.
const LAST_INSTANT = Date.UTC(9999, 11, 31);

/** Stretches of time that are offered; `season`: the one of the newest round. */
export const PERIODS = ["season", "365d", "90d", "30d", "all"] as const;

/** One of {@link PERIODS}, or a season by its id (`2025-Q4`). */
export type PeriodName = (typeof PERIODS)[number] | (string & {});

/** Which time a question is about, as it is asked. */
export interface AskedWindow {
  readonly period?: PeriodName | undefined;
  /** Unix ms that days count back from, and after which no round is taken; default the newest round. */
  readonly asOfMs?: number | undefined;
  /** Rounds from this day on, `YYYY-MM-DD` (server's local date). */
  readonly from?: string | undefined;
  /** Rounds up to and including this day. */
  readonly to?: string | undefined;
}

/** A window that was settled. */
export interface RoundsWindow extends PeriodWindow {
  /** It ends with the newest round of all: nobody asked for another end. */
  readonly open: boolean;
  /** Its newest round that counts: end (unix ms) and server's local date; null without one. */
  readonly newest: { readonly endMs: number; readonly date: string } | null;
}

/**
 * Settles the time of a question against the rounds that there are. Days count back from the newest
 * round that counts, so that a server that rests keeps its numbers. One statement.
 */
export async function roundsWindow(db: Reader, asked: AskedWindow): Promise<Answer<RoundsWindow>> {
  const newest = await newestRound(db, asked.asOfMs);
  const { period = "all" } = asked;
  const settled = periodWindow(
    periodOf(period, newest?.date ?? null),
    asked.asOfMs ?? newest?.endMs ?? null,
  );
  if (!settled.ok) return settled;
  const { fromDate, toDate, ...rest } = settled.value;
  return {
    ok: true,
    value: {
      ...rest,
      fromDate: latest(fromDate, asked.from ?? null),
      toDate: earliest(toDate, asked.to ?? null),
      open: asked.asOfMs === undefined,
      newest,
    },
  };
}

/**
 * The newest round that counts, none later than `asOfMs` (unix ms). One look at an index, however
 * many rounds there are.
 */
export async function newestRound(db: Reader, asOfMs?: number): Promise<RoundsWindow["newest"]> {
  const [row] = await db.query<{ ended: Date; date: string }>(
    `select r.round_ended_at as ended, r.round_date as date from rounds r
     where ${COUNTED} and r.round_ended_at <= $1 order by r.round_ended_at desc limit 1`,
    [new Date(asOfMs ?? LAST_INSTANT)],
  );
  return row ? { endMs: row.ended.getTime(), date: row.date } : null;
}

/** The window of an offered period up to the newest round. */
export async function newestWindow(
  db: Reader,
  period: (typeof PERIODS)[number],
): Promise<RoundsWindow> {
  const window = await roundsWindow(db, { period });
  if (!window.ok) throw new TypeError(window.problem.message);
  return window.value;
}

/** First and last day, `YYYY-MM-DD`, both included. */
export interface Stretch {
  readonly from: string;
  readonly to: string;
}

/** The days of a window of days: from the one on which it begins to that of its newest round. */
export function daysOf({ fromMs, fromDate, toDate, newest }: RoundsWindow): Stretch {
  const last = toDate ?? newest?.date ?? FIRST_DAY;
  return {
    from: fromDate ?? (fromMs === null ? FIRST_DAY : new Date(fromMs).toISOString().slice(0, 10)),
    to: last,
  };
}

function periodOf(name: PeriodName, newestDate: string | null): Period {
  if (name === "all") return { kind: "all" };
  const days = /^(\d{1,4})d$/.exec(name)?.[1];
  if (days) return { kind: "days", days: Number(days) };
  if (name !== "season") return { kind: "season", id: name };
  const season = newestDate === null ? null : seasonOfDate(newestDate);
  return season ? { kind: "season", id: season.id } : { kind: "all" };
}

const latest = (a: string | null, b: string | null) =>
  a === null || b === null ? (a ?? b) : a > b ? a : b;
const earliest = (a: string | null, b: string | null) =>
  a === null || b === null ? (a ?? b) : a < b ? a : b;
