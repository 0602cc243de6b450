import { baseName, parseRoundFileName } from "./file-name.ts";
import { parseLenientJson } from "./lenient-json.ts";
import type { ParseResult } from "./result.ts";
import { type RoundTelemetry, roundTelemetryOf } from "./round-telemetry.ts";

/** A webhook body has some 4 KB; with 64 players some 20. */
const MAX_BYTES = 1024 * 1024;

/**
 * Reads a round webhook's body kept as a file (`YYYY-MM-DD-HHMMSS-<map>-round-<n>-webhook.json`; the
 * name does not matter). Bytes that are no UTF-8 and raw control bytes in names are accepted.
 *
 * Errors: `empty`, `too_large` (over 1 MB), `bad_json`, and those of {@link roundTelemetryOf}, whose
 * warnings it has too; `round_name_mismatch` when the name tells another map or round.
 */
export function parseRoundWebhook(
  bytes: Uint8Array,
  fileName: string,
): ParseResult<RoundTelemetry> {
  const file = baseName(fileName);
  const json = readJsonFile(bytes, file);
  if (!json.ok) return json;
  const result = roundTelemetryOf(json.value, { source: "webhook", file });
  const said = parseRoundFileName(file);
  return checkName(result, said?.kind === "webhook" ? said : null);
}

/** JSON of a file, or why there is none. */
export function readJsonFile(bytes: Uint8Array, file: string): ParseResult<unknown> {
  if (bytes.length === 0) {
    return { ok: false, error: { code: "empty", message: "no bytes", file } };
  }
  if (bytes.length > MAX_BYTES) {
    return { ok: false, error: { code: "too_large", message: "more than 1 MB", file } };
  }
  const json = parseLenientJson(bytes);
  if ("value" in json) return { ok: true, value: json.value, warnings: [] };
  return { ok: false, error: { code: "bad_json", message: json.problem, file } };
}

/** Adds the warning `round_name_mismatch` when the file's name tells another map or round. */
export function checkName(
  result: ParseResult<RoundTelemetry>,
  said: { readonly map: string; readonly round: number } | null,
): ParseResult<RoundTelemetry> {
  if (!result.ok || said === null) return result;
  const { map, round } = result.value;
  if (said.map.toLowerCase() === map.toLowerCase() && said.round === round) return result;
  const message = `the file is named for ${said.map} round ${said.round}, its content is of ${map} round ${round}`;
  return { ...result, warnings: [...result.warnings, { code: "round_name_mismatch", message }] };
}
