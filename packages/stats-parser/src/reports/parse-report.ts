import { baseName } from "../file-name.ts";
import { parseLenientJson } from "../lenient-json.ts";
import {
  orThrow,
  type ParseError,
  type ParseErrorCode,
  type ParseResult,
  type ParseWarning,
} from "../result.ts";
import type { ReportFile, RoundReport } from "./report-file.ts";
import { textOf } from "./report-values.ts";
import { type RoundPlace, readRoundReport } from "./round-report.ts";
import { MAX_ROUNDS, type SiftedReport, siftReport } from "./sifted-report.ts";

/** No evening is longer: a round that lies further off has a wrong clock. */
const LONGEST_SECONDS = 24 * 60 * 60;

/** A round of 2026 has some 400 kB; a match report of an evening some twenty of them. */
export const MAX_REPORT_BYTES = 16 * 1024 * 1024;

/**
 * Reads a league's report as `stats.lua` writes it, of any version: one round, or the rounds of a
 * match report. The name does not matter, but where the report does not tell a round's end, the
 * name of an old file does. `fileName` may be a path.
 *
 * A round that cannot be read is in `refused` and costs no other its place; nor does one that ended
 * more than a day apart from the others. Errors: `empty`,
 * `too_large` (over 16 MB), `bad_json` (not JSON, or no report), `bad_field` (`rounds` is no list of
 * 1 to 64), and when no round could be read what is wrong with the first. Never throws.
 */
export function parseReport(bytes: Uint8Array, fileName: string): ParseResult<ReportFile> {
  const file = baseName(fileName);
  if (bytes.length === 0) return refuse(file, "empty", "no bytes");
  if (bytes.length > MAX_REPORT_BYTES) return refuse(file, "too_large", "more than 16 MB");
  const json = parseLenientJson(bytes);
  // What the reader of JSON says of it can quote from it, chat as well.
  if (!("value" in json)) return refuse(file, "bad_json", "not JSON");
  return parseReportJson(json.value, fileName);
}

/** Like {@link parseReport}, but throws a `StatsParseError` for a refused file. */
export function parseReportOrThrow(bytes: Uint8Array, fileName: string): ReportFile {
  return orThrow(parseReport(bytes, fileName));
}

/** Like {@link parseReport}, of JSON that was parsed leniently. */
export function parseReportJson(json: unknown, fileName: string): ParseResult<ReportFile> {
  const file = baseName(fileName);
  const report = siftReport(json);
  if (report === null) {
    return refuse(file, "bad_json", "expected an object with `round_info`, or `match` with rounds");
  }
  if (report.rounds === null || report.rounds.length === 0) {
    return refuse(file, "bad_field", `expected a list of 1 to ${MAX_ROUNDS} rounds`, "rounds");
  }
  const places = report.rounds.map((_, index) => placeOf(report, index, file));
  const read = report.rounds.map(({ data }, index) =>
    readRoundReport(data, places[index] as RoundPlace),
  );
  const day = fullestDay(read.flatMap((one) => (one.ok ? one.round.telemetry.endUnix : [])));
  const rounds: RoundReport[] = [];
  const refused: ParseError[] = [];
  const warnings: ParseWarning[] = [];
  for (const [index, one] of read.entries()) {
    if (!one.ok) refused.push(one.error);
    else if (!isWithin(one.round.telemetry.endUnix, day)) {
      const field = `${places[index]?.prefix}round_info.round_end_unix`;
      refused.push(refuse(file, "bad_field", "more than a day from the other rounds", field).error);
    } else {
      rounds.push(one.round);
      for (const warning of one.warnings) warnings.push(warning);
    }
  }
  const [first] = refused;
  if (rounds.length === 0 && first !== undefined) return { ok: false, error: first };
  rounds.sort((a, b) => a.telemetry.endUnix - b.telemetry.endUnix);
  return { ok: true, value: { name: file, shape: report.shape, rounds, refused }, warnings };
}

/** Start of the day, unix seconds, in which the most rounds ended; of equally many the earliest. */
function fullestDay(ends: readonly number[]): number {
  const sorted = [...ends].sort((a, b) => a - b);
  let from = 0;
  let most = 0;
  for (const start of sorted) {
    const count = sorted.filter((end) => isWithin(end, start)).length;
    if (count <= most) continue;
    from = start;
    most = count;
  }
  return from;
}

function isWithin(endUnix: number, dayUnix: number): boolean {
  return endUnix >= dayUnix && endUnix - dayUnix <= LONGEST_SECONDS;
}

/** The file's own name speaks for a round only when it holds no other. */
function placeOf(report: SiftedReport, index: number, file: string): RoundPlace {
  const { shape, match } = report;
  const rounds = report.rounds ?? [];
  const alone = rounds.length === 1;
  return {
    file,
    name: alone ? file : `${file}#${index + 1}`,
    ownName: textOf(rounds[index]?.fileName) ?? (alone ? file : null),
    prefix: shape === "match" ? `rounds[${index}].` : "",
    match,
  };
}

function refuse(
  file: string,
  code: ParseErrorCode,
  message: string,
  field?: string,
): { ok: false; error: ParseError } {
  return { ok: false, error: { code, message, file, ...(field === undefined ? {} : { field }) } };
}
