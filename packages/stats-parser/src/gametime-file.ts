import { asObject } from "./embed-fields.ts";
import { baseName, parseGametimeFileName } from "./file-name.ts";
import type { ParseResult } from "./result.ts";
import { type RoundTelemetry, roundTelemetryOf } from "./round-telemetry.ts";
import { checkName, readJsonFile } from "./round-webhook.ts";

/**
 * Reads a gametime file (`gametime-<map>-R<n>-<round end, unix>.json`): `{"meta", "payload"}`, where
 * the payload is the body of the round webhook, as an object or as JSON text. `meta` fills in what
 * the body lacks and carries each player's spawns and deaths, which the webhook does not.
 *
 * Errors and warnings: those of `parseRoundWebhook`; `bad_json` also when one of the two is missing.
 */
export function parseGametime(bytes: Uint8Array, fileName: string): ParseResult<RoundTelemetry> {
  const file = baseName(fileName);
  const json = readJsonFile(bytes, file);
  if (!json.ok) return json;
  const whole = asObject(json.value);
  const meta = asObject(whole?.["meta"]);
  if (!whole || !meta) {
    const message = "expected an object with `meta` and `payload`";
    return { ok: false, error: { code: "bad_json", message, file } };
  }
  const result = roundTelemetryOf(whole["payload"], { source: "gametime", file, meta });
  return checkName(result, parseGametimeFileName(file));
}
