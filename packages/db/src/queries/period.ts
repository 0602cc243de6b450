import type { Reader } from "../database.ts";
import { COUNTED } from "./counted-rounds.ts";

/** A stretch of time that ends with the newest round: its quarter of a year, its last days, everything. */
export const PERIODS = ["season", "90d", "30d", "all"] as const;

/** One of {@link PERIODS}. */
export type Period = (typeof PERIODS)[number];

/** First and last day, `YYYY-MM-DD`, both included. */
export interface Stretch {
  readonly from: string;
  readonly to: string;
}

const DAY = 86_400_000;

/**
 * The days of a period, the newest round that counts on the last of them, so that a server that
 * rests keeps its numbers. Null: nothing was played. One statement.
 *
 * @throws {DatabaseError}
 */
export async function stretchOf(db: Reader, period: Period): Promise<Stretch | null> {
  const [row] = await db.query<{ first: string | null; last: string | null }>(
    `select min(r.round_date) as first, max(r.round_date) as last from rounds r where ${COUNTED}`,
  );
  if (!row?.first || !row.last) return null;
  const { first, last } = row;
  return { from: period === "all" ? first : firstDay(period, last), to: last };
}

function firstDay(period: Exclude<Period, "all">, last: string): string {
  const [year = 0, month = 1] = last.split("-").map(Number);
  const start =
    period === "season"
      ? Date.UTC(year, month - 1 - ((month - 1) % 3), 1)
      : Date.parse(`${last}T00:00:00Z`) - (period === "90d" ? 89 : 29) * DAY;
  return new Date(start).toISOString().slice(0, 10);
}
