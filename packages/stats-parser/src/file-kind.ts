import { asObject } from "./embed-fields.ts";
import { baseName, parseGametimeFileName, parseRoundFileName } from "./file-name.ts";
import { parseLenientJson } from "./lenient-json.ts";
import { decodeLines } from "./text-lines.ts";

/** The kinds of files that a game server writes about its rounds. */
export type FileKind = "stats" | "endstats" | "webhook" | "gametime" | "proximity";

/** Enough for the first lines of any of them. */
const HEAD_BYTES = 16 * 1024;
/** Nothing larger is parsed to see what it is. */
const MAX_JSON_BYTES = 1024 * 1024;

/**
 * What kind of file this is: by its name (endstats, then stats, proximity; of a `.json` by its
 * content), else by its content: a first line with seven or more backslashes is a stats header (or,
 * followed by `AWARD\…`, the old endstats kind), `# PROXIMITY_TRACKER` a proximity file, a line with
 * two tabs endstats, `{` JSON, where `meta` makes a gametime file and `embeds` a webhook. `name` may be
 * a path. Null when it is none of them.
 */
export function detectKind(name: string, bytes: Uint8Array): FileKind | null {
  const base = baseName(name);
  const said = parseRoundFileName(base);
  const json = /\.json$/i.test(base);
  if (said && said.kind !== "webhook") return said.kind;
  if (json) return jsonKind(bytes) ?? (said ? "webhook" : gametimeName(base));
  const { lines } = decodeLines(bytes.subarray(0, HEAD_BYTES));
  const first = lines[0] ?? "";
  if (first.startsWith("# PROXIMITY_TRACKER")) return "proximity";
  if (first.startsWith("AWARD\\") || lines[1]?.startsWith("AWARD\\")) return "endstats";
  if (first.split("\\", 8).length === 8) return "stats";
  if (first.trimStart().startsWith("{")) return jsonKind(bytes);
  return lines.some((line) => line.split("\t", 4).length === 3) ? "endstats" : null;
}

function gametimeName(base: string): FileKind | null {
  return parseGametimeFileName(base) ? "gametime" : null;
}

function jsonKind(bytes: Uint8Array): FileKind | null {
  if (bytes.length > MAX_JSON_BYTES) return null;
  const json = parseLenientJson(bytes);
  const whole = "value" in json ? asObject(json.value) : null;
  if (!whole) return null;
  if ("meta" in whole) return "gametime";
  return "embeds" in whole ? "webhook" : null;
}
