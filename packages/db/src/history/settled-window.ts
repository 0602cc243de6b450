import { type Answer, type Period, type PeriodWindow, periodWindow } from "@slomix/analytics";
import type { Reader } from "../database.ts";
import { newestRound } from "./newest-round.ts";

/** The window of a period that counts back from a moment (unix ms), by default the newest round that counts. */
export async function settledWindow(
  db: Reader,
  period: Period,
  asOfMs: number | undefined,
): Promise<Answer<PeriodWindow>> {
  return periodWindow(period, asOfMs ?? (await newestRound(db)));
}

/** How far back a baseline looks: what somebody does as a rule. */
export const BASELINE_DAYS = 90;
