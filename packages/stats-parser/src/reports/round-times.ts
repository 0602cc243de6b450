import type { JsonObject } from "../embed-fields.ts";
import type { ReportName } from "./report-name.ts";
import { countOf, numberOf, unixOf } from "./report-values.ts";
import { logOf } from "./round-log.ts";
import type { RoundNotes } from "./round-notes.ts";

/** When a round was. Level times are milliseconds since the map was loaded; they go on in pauses. */
export interface RoundTimes {
  readonly startUnix: number | null;
  readonly endUnix: number;
  readonly startLevelMs: number | null;
  /** Between the two level times. */
  readonly elapsedMs: number | null;
  /** Its length as well as it is known, pauses in it: level times, else the clock's. */
  readonly lengthMs: number | null;
}

const DAY_MS = 86_400_000;
const LATEST_LEVEL_MS = 1e12;
/** A report is written this long after the round's end. */
export const WRITTEN_AFTER_SECONDS = 3;

/**
 * The times of a round: `round_info`'s, else the gamelog's; an end that neither has is the start and
 * the length, else what the name of an old file tells. Null when the end stays unknown.
 */
export function readRoundTimes(
  info: JsonObject,
  data: JsonObject,
  name: ReportName | null,
  notes: RoundNotes,
): RoundTimes | null {
  const log = logOf(data);
  const startEntry = log.findLast((entry) => entry["label"] === "round_start");
  const endEntry = log.findLast((entry) => entry["label"] === "round_end");
  let startLevelMs = levelOf(info["round_start"]) ?? levelOf(startEntry?.["leveltime"]);
  let endLevelMs = levelOf(info["round_end"]) ?? levelOf(endEntry?.["leveltime"]);
  if (startLevelMs !== null && endLevelMs !== null) {
    if (endLevelMs <= startLevelMs || endLevelMs - startLevelMs > DAY_MS) {
      notes.warn("bad_field", "not a length of a round; left out", "round_info.round_end");
      startLevelMs = null;
      endLevelMs = null;
    }
  }
  const elapsedMs = startLevelMs === null || endLevelMs === null ? null : endLevelMs - startLevelMs;
  const elapsed = elapsedMs === null ? null : Math.round(elapsedMs / 1000);

  const told = (key: string): number | null => {
    const unix = unixOf(info[key]);
    if (unix === null && (numberOf(info[key]) ?? 0) !== 0) {
      notes.warn("bad_field", "not a time between 2020 and 2100; left out", `round_info.${key}`);
    }
    return unix;
  };
  let startUnix = told("round_start_unix") ?? unixOf(startEntry?.["unixtime"]);
  const written = name?.writtenUnix ?? null;
  const endUnix =
    told("round_end_unix") ??
    (startUnix !== null && elapsed !== null ? startUnix + elapsed : null) ??
    unixOf(endEntry?.["unixtime"]) ??
    (written === null ? null : written - WRITTEN_AFTER_SECONDS);
  if (endUnix === null) return null;
  if (startUnix !== null && startUnix > endUnix) {
    notes.warn("bad_field", "the round starts behind its end", "round_info.round_start_unix");
    startUnix = null;
  }
  startUnix ??= elapsed === null ? null : endUnix - elapsed;
  const lengthMs = elapsedMs ?? (startUnix === null ? null : (endUnix - startUnix) * 1000);
  return { startUnix, endUnix, startLevelMs, elapsedMs, lengthMs };
}

/** A level time; 0 is what old writers give for unknown. */
function levelOf(value: unknown): number | null {
  return countOf(value, LATEST_LEVEL_MS) || null;
}
