import { type EndstatsFile, parseEndstats } from "./endstats-file.ts";
import { detect } from "./file-kind.ts";
import { baseName } from "./file-name.ts";
import { parseGametime } from "./gametime-file.ts";
import { parseStatsFile } from "./parse-stats-file.ts";
import { parseReportJson } from "./reports/parse-report.ts";
import type { ReportFile } from "./reports/report-file.ts";
import type { ParseErrorCode, ParseFailure, ParseResult } from "./result.ts";
import type { RoundTelemetry } from "./round-telemetry.ts";
import { parseRoundWebhook } from "./round-webhook.ts";
import type { StatsFile } from "./stats-file.ts";

/** A file of any kind, read. `kind` null: not a file that a game server writes. */
export type ParsedFile =
  | { readonly kind: "stats"; readonly result: ParseResult<StatsFile> }
  | { readonly kind: "endstats"; readonly result: ParseResult<EndstatsFile> }
  | { readonly kind: "webhook" | "gametime"; readonly result: ParseResult<RoundTelemetry> }
  | { readonly kind: "report"; readonly result: ParseResult<ReportFile> }
  | { readonly kind: "proximity" | null; readonly result: ParseFailure };

/**
 * Finds out what a file is (`detectKind`) and reads it with the parser of its kind. `name` may
 * be a path. Proximity files are known but not read: `unsupported_kind`, as for files of no known
 * kind; of these an empty one is `empty`, and a `.json` that is no JSON is `bad_json`. Never throws.
 */
export function parseFile(bytes: Uint8Array, name: string): ParsedFile {
  const { kind, json, problem } = detect(name, bytes);
  switch (kind) {
    case "stats":
      return { kind, result: parseStatsFile(bytes, name) };
    case "endstats":
      return { kind, result: parseEndstats(bytes, name) };
    case "webhook":
      return { kind, result: parseRoundWebhook(bytes, name) };
    case "gametime":
      return { kind, result: parseGametime(bytes, name) };
    case "report":
      return { kind, result: parseReportJson(json, name) };
    case "proximity":
      return { kind, result: refuse(name, "unsupported_kind", "proximity files are not read yet") };
    default:
      return {
        kind,
        result:
          problem === undefined ? refuseUnknown(bytes, name) : refuse(name, "bad_json", problem),
      };
  }
}

function refuseUnknown(bytes: Uint8Array, name: string): ParseFailure {
  if (bytes.length === 0) return refuse(name, "empty", "no bytes");
  if (!/\.json$/i.test(name)) return refuse(name, "unsupported_kind", "not a known kind of file");
  // Says why it is no JSON, or that it is JSON of another shape.
  const result = parseRoundWebhook(bytes, name);
  return result.ok ? refuse(name, "unsupported_kind", "not a known kind of file") : result;
}

function refuse(name: string, code: ParseErrorCode, message: string): ParseFailure {
  return { ok: false, error: { code, message, file: baseName(name) } };
}
