import { type Period, seasonOf } from "@slomix/analytics";
import { currentSeason, type Database } from "@slomix/db";
import { zoneClock } from "@slomix/stopwatch";
import { usageError } from "./command-error.ts";
import { wholeNumber } from "./commands/whole-number.ts";

/** Options that say which rounds a question is about. */
export interface WindowFlags {
  readonly days?: string;
  readonly period?: string;
  readonly asOf?: string;
  readonly map?: string;
  readonly side?: "axis" | "allies";
}

const DAY = 86_400_000;

/**
 * The moment that windows count back from, unix ms: the end of a day, or a minute of it, in the game
 * server's zone. Undefined: the newest round.
 *
 * @throws {CommandError} status 2
 */
export function asOfMs({ asOf }: WindowFlags, zone: string | undefined): number | undefined {
  if (asOf === undefined) return undefined;
  const parts = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}))?$/.exec(asOf);
  const [, day = "", minute] = parts ?? [];
  const at = Date.parse(`${day}T${minute ?? "00:00"}Z`);
  if (!parts || Number.isNaN(at) || !new Date(at).toISOString().startsWith(day)) {
    throw usageError(`--as-of is a day or a minute, 2026-01-31 or 2026-01-31T22:15, not “${asOf}”`);
  }
  const naive = minute === undefined ? at + DAY - 1 : at;
  return zone === undefined ? naive : (zoneClock(zone).readings(naive)[0] ?? naive);
}

/** `--days`, where it is given. */
export function daysOf({ days }: WindowFlags): number | undefined {
  return days === undefined ? undefined : wholeNumber("--days", days);
}

/**
 * The period of `--days` or `--period`: `all`, `season` (that of the newest round), a season's id.
 *
 * @throws {CommandError} status 2
 */
export async function periodOf(db: Database, flags: WindowFlags): Promise<Period> {
  const days = daysOf(flags);
  if (days !== undefined) return { kind: "days", days };
  const { period = "all" } = flags;
  if (period === "all") return { kind: "all" };
  if (period === "season") {
    const id = await currentSeason(db);
    return id === null ? { kind: "all" } : { kind: "season", id };
  }
  if (seasonOf(period)) return { kind: "season", id: period };
  throw usageError(`--period is all, season or a season like 2025-Q4, not “${period}”`);
}

/** `--side` as the game numbers it. */
export function sideOf({ side }: WindowFlags): 1 | 2 | undefined {
  return side === undefined ? undefined : side === "axis" ? 1 : 2;
}
