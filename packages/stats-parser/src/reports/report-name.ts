import { baseName, type FileStamp, stampOf } from "../file-name.ts";
import type { RoundNumber } from "../stats-file.ts";
import { unixOf } from "./report-values.ts";

/** What the name of a round report says. */
export interface ReportName {
  readonly round: RoundNumber;
  /** Local time of the server, 3 s after the round's end; null in old names. */
  readonly stamp: FileStamp | null;
  /** When an old file was written, 3 s after the round's end; null in new names. */
  readonly writtenUnix: number | null;
}

const LONGEST_NAME = 1020;
/** `stats-<matchID>-YYYY-MM-DD-HHMMSS-<map>-round-<N>.json`. */
const STAMPED = /^stats-.+-(\d{4}-\d{2}-\d{2})-(\d{6})-.+-round-([12])\.json$/s;
/** `<matchID>_<server>_<map>_round_<N>_<unix>.json`. */
const TIMED = /_round_([12])_(\d{9,13})\.json$/;

/** Reads the name of a round report, which may be a path; null when it fits neither pattern. */
export function parseReportName(path: string): ReportName | null {
  const name = baseName(path);
  if (name.length > LONGEST_NAME) return null;
  const [, date = "", time = "", stampedRound = ""] = STAMPED.exec(name) ?? [];
  const stamp = stampedRound === "" ? null : stampOf(date, time);
  if (stamp !== null) return { round: numberOf(stampedRound), stamp, writtenUnix: null };
  const [, timedRound = "", unix = ""] = TIMED.exec(name) ?? [];
  const writtenUnix = timedRound === "" ? null : unixOf(unix);
  if (writtenUnix === null) return null;
  return { round: numberOf(timedRound), stamp: null, writtenUnix };
}

function numberOf(digit: string): RoundNumber {
  return digit === "1" ? 1 : 2;
}
