import { parseLenientJson } from "../lenient-json.ts";
import { MAX_REPORT_BYTES } from "./parse-report.ts";
import { siftReport, unsift } from "./sifted-report.ts";

const encoder = new TextEncoder();

/**
 * A report as JSON that holds only what is read of it: no chat, address, port, password or Discord
 * account, which must not be kept. `parseReport` says of it what it says of the report itself. Takes
 * the bytes of a report or its parsed JSON; `{}` for anything that is no report. The same report
 * gives the same bytes. Never throws.
 */
export function storableReport(report: unknown): Uint8Array {
  const sifted = siftReport(report instanceof Uint8Array ? jsonOf(report) : report);
  return encoder.encode(JSON.stringify(sifted === null ? {} : unsift(sifted)));
}

function jsonOf(bytes: Uint8Array): unknown {
  const json = bytes.length > MAX_REPORT_BYTES ? null : parseLenientJson(bytes);
  return json !== null && "value" in json ? json.value : null;
}
