import { asObject } from "./embed-fields.ts";
import { baseName, parseGametimeFileName, parseRoundFileName } from "./file-name.ts";
import { parseLenientJson } from "./lenient-json.ts";
import { MAX_REPORT_BYTES } from "./reports/parse-report.ts";
import { isReport } from "./reports/sifted-report.ts";
import { decodeLines } from "./text-lines.ts";

/** The kinds of files that a game server writes about its rounds. */
export type FileKind = "stats" | "endstats" | "webhook" | "gametime" | "report" | "proximity";

/** Enough for the first lines of any of them. */
const HEAD_BYTES = 16 * 1024;
/** No webhook and no gametime file is larger. */
const MAX_WEBHOOK_BYTES = 1024 * 1024;
const SPACE = 0x20;
const BRACE = 0x7b;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/** The kind of a file, and what was found out on the way: JSON can be too large to be parsed twice. */
export interface DetectedKind {
  readonly kind: FileKind | null;
  /** The parsed JSON of a report. */
  readonly json?: unknown;
  /** Why what begins like JSON is none. */
  readonly problem?: string;
}

/**
 * What kind of file this is: a league's report by its content (JSON with `round_info`,
 * `player_stats`, or `match` and `rounds`, up to 16 MB), whatever it is called. Others by their name
 * (endstats, then stats, proximity; of a `.json` by its content), else by their content: a first line
 * with seven or more backslashes is a stats header (or, followed by `AWARD\…`, the old endstats kind),
 * `# PROXIMITY_TRACKER` a proximity file, a line with two tabs endstats, `{` JSON, where `meta` makes
 * a gametime file and `embeds` a webhook. `name` may be a path. Null when it is none of them.
 */
export function detectKind(name: string, bytes: Uint8Array): FileKind | null {
  return detect(name, bytes).kind;
}

/** Like {@link detectKind}, with what was parsed on the way. */
export function detect(name: string, bytes: Uint8Array): DetectedKind {
  const base = baseName(name);
  const said = parseRoundFileName(base);
  const object = beginsWithBrace(bytes) ? jsonKind(bytes) : null;
  if (object?.kind === "report") return object;
  if (said && said.kind !== "webhook") return { kind: said.kind };
  if (/\.json$/i.test(base)) {
    if (object?.kind) return object;
    return { ...object, kind: said ? "webhook" : gametimeName(base) };
  }
  return object?.kind ? object : { kind: kindOfLines(bytes) };
}

function kindOfLines(bytes: Uint8Array): FileKind | null {
  const { lines } = decodeLines(bytes.subarray(0, HEAD_BYTES));
  const first = lines[0] ?? "";
  if (first.startsWith("# PROXIMITY_TRACKER")) return "proximity";
  if (first.startsWith("AWARD\\") || lines[1]?.startsWith("AWARD\\")) return "endstats";
  if (first.split("\\", 8).length === 8) return "stats";
  return lines.some((line) => line.split("\t", 4).length === 3) ? "endstats" : null;
}

function gametimeName(base: string): FileKind | null {
  return parseGametimeFileName(base) ? "gametime" : null;
}

function beginsWithBrace(bytes: Uint8Array): boolean {
  let at = BYTE_ORDER_MARK.every((byte, index) => bytes[index] === byte) ? 3 : 0;
  while (at < bytes.length && (bytes[at] ?? 0) <= SPACE) at++;
  return bytes[at] === BRACE;
}

function jsonKind(bytes: Uint8Array): DetectedKind | null {
  if (bytes.length > MAX_REPORT_BYTES) return null;
  const json = parseLenientJson(bytes);
  if ("problem" in json) return { kind: null, problem: json.problem };
  const whole = asObject(json.value);
  if (!whole) return null;
  const small = bytes.length <= MAX_WEBHOOK_BYTES;
  if ("meta" in whole) return small ? { kind: "gametime" } : null;
  if ("embeds" in whole) return small ? { kind: "webhook" } : null;
  return isReport(whole) ? { kind: "report", json: whole } : null;
}
