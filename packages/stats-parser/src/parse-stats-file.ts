import { baseName, parseRoundFileName, type RoundFileName } from "./file-name.ts";
import { TAB } from "./player-fields.ts";
import { readPlayerLine } from "./player-line.ts";
import { orThrow, type ParseErrorCode, type ParseResult, type ParseWarning } from "./result.ts";
import type { PlayerLine, RoundNumber, StatsFile, StatsHeader } from "./stats-file.ts";
import { headerWarnings, readStatsHeader } from "./stats-header.ts";
import { decodeLines } from "./text-lines.ts";

/** The engine has 64 client slots. */
const MAX_PLAYER_LINES = 64;
const MAX_BYTES = 1024 * 1024;
/** Refused lines that get a warning of their own; a flag counts them all. */
const MAX_REJECTION_WARNINGS = 64;
/** A player cannot be on a team for longer than the round, this many minutes of slack aside. */
const MINUTES_SLACK = 5;

/** Warnings about the file as a whole are its flags; these codes are about a line or a field. */
const FILE_FLAGS =
  /^(bad_name|round_name_mismatch|sides_untrusted:.*|bad_nexttime|decoded_cp1252:.*|guid8_shared|maybe_truncated|player_lines_rejected:.*)$/;

/**
 * Reads one stats file (`YYYY-MM-DD-HHMMSS-<map>-round-<N>.txt`) of an ET:Legacy server: header line
 * and player lines, as written. Round 2 numbers stay cumulative here; `roundStats` makes rounds of
 * files. `fileName` may be a path; the name's round number goes before the header's. A name that does
 * not fit is a warning (`bad_name`).
 *
 * A bad line is skipped with a warning and costs nobody else his line. Errors: `empty`, `bad_header`,
 * `bad_round`, `no_players`, `too_large` (more than 64 player lines or 1 MB). Never throws.
 */
export function parseStatsFile(bytes: Uint8Array, fileName: string): ParseResult<StatsFile> {
  const name = baseName(fileName);
  const refuse = (
    code: ParseErrorCode,
    message: string,
    at: { line?: number; field?: string } = {},
  ): ParseResult<StatsFile> => ({ ok: false, error: { code, message, file: name, ...at } });

  if (bytes.length > MAX_BYTES) return refuse("too_large", `${bytes.length} bytes, at most 1 MB`);
  const { lines: text, cp1252Lines, endsWithNewline } = decodeLines(bytes);
  const filled = text.findIndex((line, i) => i > 0 && !isBlank(line));
  if (filled === -1 && isBlank(text[0] ?? "")) return refuse("empty", "the file has no text");
  const header = readStatsHeader(text[0] ?? "");
  if (!header) {
    return refuse("bad_header", "expected at least 8 fields between backslashes", { line: 1 });
  }
  if (filled === -1) return refuse("empty", "a header and no player line");

  const parsed = parseRoundFileName(name);
  const named = parsed?.kind === "stats" ? parsed : null;
  const warnings: ParseWarning[] = [];
  const round = chooseRound(named, header, warnings);
  if (round === null) {
    const message = `the round must be 1 or 2, not ${header.round ?? "unreadable"}`;
    return refuse("bad_round", message, { line: 1, field: "round" });
  }
  const map = header.map.trim() === "" ? (named?.map ?? null) : header.map;
  if (map === null) return refuse("bad_header", "no map", { line: 1, field: "map" });
  if (map !== header.map) {
    warnings.push({
      code: "map_from_name",
      message: "no map in the header",
      line: 1,
      field: "map",
    });
  }
  warnings.push(...headerWarnings(header));
  if (cp1252Lines > 0) {
    const message = `${cp1252Lines} lines are not UTF-8 and were read as windows-1252`;
    warnings.push({ code: `decoded_cp1252:${cp1252Lines}`, message });
  }

  const read = readLines(text, endsWithNewline, warnings);
  if (read.lines.length > MAX_PLAYER_LINES) {
    return refuse("too_large", `more than ${MAX_PLAYER_LINES} player lines`);
  }
  if (read.lines.length === 0) {
    return refuse("no_players", `no usable player line among ${read.rejected}`);
  }
  if (!endsWithNewline && !read.cutLast) {
    const message = "no newline at the end: the last line is whole, more may have followed";
    warnings.push({ code: "maybe_truncated", message, line: text.length });
  }
  if (read.rejected > 0) {
    const message = `${read.rejected} lines could not be read; their players are missing`;
    warnings.push({ code: `player_lines_rejected:${read.rejected}`, message });
  }
  const lines = dropDuplicates(read.lines, warnings);
  warnSharedGuids(lines, warnings);
  warnLongTimes(lines, header, round, warnings);

  const value: StatsFile = {
    name,
    stamp: named?.stamp ?? null,
    round,
    header: map === header.map ? header : { ...header, map },
    lines,
    rejectedLines: read.rejected,
    flags: warnings.map((warning) => warning.code).filter((code) => FILE_FLAGS.test(code)),
  };
  return { ok: true, value, warnings };
}

/** Like {@link parseStatsFile}, but throws a `StatsParseError` for a refused file. */
export function parseStatsFileOrThrow(bytes: Uint8Array, fileName: string): StatsFile {
  return orThrow(parseStatsFile(bytes, fileName));
}

function isBlank(line: string): boolean {
  return line.trim() === "";
}

function chooseRound(
  named: RoundFileName | null,
  header: StatsHeader,
  warnings: ParseWarning[],
): RoundNumber | null {
  if (named === null) {
    const message = "the name is not YYYY-MM-DD-HHMMSS-<map>-round-<N>.txt: no time stamp";
    warnings.push({ code: "bad_name", message });
    return header.round === 1 || header.round === 2 ? header.round : null;
  }
  if (header.round !== named.round) {
    const code = header.round === null ? "round_unreadable" : "round_name_mismatch";
    const message = `the header says round ${header.round ?? "?"}, the name ${named.round}; the name holds`;
    warnings.push({ code, message, line: 1, field: "round" });
  }
  return named.round;
}

interface ReadLines {
  readonly lines: PlayerLine[];
  readonly rejected: number;
  /** The last line was refused because the file ends inside it. */
  readonly cutLast: boolean;
}

function readLines(
  text: readonly string[],
  endsWithNewline: boolean,
  warnings: ParseWarning[],
): ReadLines {
  const lines: PlayerLine[] = [];
  let rejected = 0;
  let cutLast = false;
  for (let i = 1; i < text.length && lines.length <= MAX_PLAYER_LINES; i++) {
    const line = text[i] as string;
    if (isBlank(line)) continue;
    const cut = !endsWithNewline && i === text.length - 1;
    const result = readPlayerLine(line, i + 1, cut, warnings);
    if (result.ok) {
      lines.push(result.line);
      continue;
    }
    rejected++;
    cutLast = cut;
    if (rejected <= MAX_REJECTION_WARNINGS) {
      warnings.push({ code: result.code, message: result.reason, line: i + 1 });
    }
  }
  return { lines, rejected, cutLast };
}

/** Two lines of one human (GUID8 and raw name equal): the one with more time played stays. */
function dropDuplicates(lines: PlayerLine[], warnings: ParseWarning[]): PlayerLine[] {
  const kept = new Map<string, PlayerLine>();
  for (const line of lines) {
    const key = line.bot ? `${line.line}` : `${line.guid}\\${line.rawName}`;
    const other = kept.get(key);
    if (other) {
      const message = `same player as line ${other.line}; the one with more time played is kept`;
      warnings.push({ code: "duplicate_line", message, line: line.line });
    }
    if (!other || minutes(line) > minutes(other)) kept.set(key, line);
  }
  return kept.size === lines.length ? lines : [...kept.values()];
}

function minutes(line: PlayerLine): number {
  return line.tab?.[TAB.timePlayedMinutes] ?? 0;
}

function warnSharedGuids(lines: readonly PlayerLine[], warnings: ParseWarning[]): void {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const { guid, bot } of lines) {
    if (bot) continue;
    if (seen.has(guid)) shared.add(guid);
    seen.add(guid);
  }
  if (shared.size === 0) return;
  const message = `more than one human with GUID ${[...shared].join(", ")}`;
  warnings.push({ code: "guid8_shared", message });
}

function warnLongTimes(
  lines: readonly PlayerLine[],
  header: StatsHeader,
  round: RoundNumber,
  warnings: ParseWarning[],
): void {
  if (header.timeLimitSeconds === null) return;
  const longest = (header.timeLimitSeconds / 60) * round + MINUTES_SLACK;
  for (const line of lines) {
    if (minutes(line) <= longest) continue;
    const message = `${minutes(line)} minutes played, at most ${longest.toFixed(1)} fit the time limit`;
    warnings.push({
      code: "time_above_limit",
      message,
      line: line.line,
      field: "time_played_minutes",
    });
  }
}
