import type { Period } from "@slomix/analytics";
import type { PeriodName } from "../queries/rounds-window.ts";

/** A period as windows of rounds are asked for. */
export function periodName(period: Period): PeriodName {
  if (period.kind === "days") return `${period.days}d`;
  return period.kind === "season" ? period.id : "all";
}
