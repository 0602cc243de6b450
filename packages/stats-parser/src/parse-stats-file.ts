import { fileFlags } from "./file-flags.ts";
import { baseName, parseRoundFileName, type RoundFileName } from "./file-name.ts";
import { type LineLayout, layoutOf } from "./line-layouts.ts";
import { TAB } from "./player-fields.ts";
import { readPlayerLine } from "./player-line.ts";
import { orThrow, type ParseErrorCode, type ParseResult, type ParseWarning } from "./result.ts";
import type { PlayerLine, RoundNumber, StatsFile, StatsHeader } from "./stats-file.ts";
import { headerWarnings, readStatsHeader } from "./stats-header.ts";
import { decodeText } from "./text-lines.ts";

/** The engine has 64 client slots. */
const MAX_PLAYER_LINES = 64;
const MAX_BYTES = 1024 * 1024;
/** Refused lines that get a warning of their own; a flag counts them all. */
const MAX_REJECTION_WARNINGS = 64;
/** A player cannot be on a team for longer than the round, this many minutes of slack aside. */
const MINUTES_SLACK = 5;
const SPACE = 0x20;

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
  const { text, cp1252Lines } = decodeText(bytes);
  const headerEnd = lineEnd(text, 0);
  const body = skipBlank(text, Math.min(headerEnd + 1, text.length));
  if (skipBlank(text, 0) === text.length) return refuse("empty", "the file has no text");
  const header = readStatsHeader(text.slice(0, headerEnd));
  if (!header) {
    return refuse("bad_header", "expected at least 8 fields between backslashes", { line: 1 });
  }

  const parsed = parseRoundFileName(name);
  const named = parsed?.kind === "stats" ? parsed : null;
  const warnings: ParseWarning[] = [];
  const round = chooseRound(named, header, warnings);
  if (round === null) {
    const message = `the round must be 1 or 2, not ${header.round ?? "unreadable"}`;
    return refuse("bad_round", message, { line: 1, field: "round" });
  }
  if (body === text.length) return refuse("empty", "a header and no player line");
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

  const layout = layoutOf(text, headerEnd + 1);
  const read = readLines(text, headerEnd + 1, layout, warnings);
  if (read.lines.length > MAX_PLAYER_LINES) {
    return refuse("too_large", `more than ${MAX_PLAYER_LINES} player lines`);
  }
  if (read.lines.length === 0) {
    return refuse("no_players", `no usable player line among ${read.rejected}`);
  }
  if (!text.endsWith("\n") && !read.cutLast) {
    const message = "no newline at the end: the last line is whole, more may have followed";
    warnings.push({ code: "maybe_truncated", message, line: read.lastLine });
  }
  if (read.rejected > 0) {
    const message = `${read.rejected} lines could not be read; their players are missing`;
    warnings.push({ code: `player_lines_rejected:${read.rejected}`, message });
  }
  const counted = settleBullets(read, layout, warnings);
  const lines = settleSharedGuids(counted, warnings);
  warnLongTimes(lines, header, round, warnings);

  const value: StatsFile = {
    name,
    stamp: named?.stamp ?? null,
    round,
    header: map === header.map ? header : { ...header, map },
    layout: layout.name,
    lines,
    rejectedLines: read.rejected,
    flags: fileFlags(warnings),
  };
  return { ok: true, value, warnings };
}

/** Like {@link parseStatsFile}, but throws a `StatsParseError` for a refused file. */
export function parseStatsFileOrThrow(bytes: Uint8Array, fileName: string): StatsFile {
  return orThrow(parseStatsFile(bytes, fileName));
}

/** Position of the newline that ends the line, or the end of the text. */
function lineEnd(text: string, from: number): number {
  const newline = text.indexOf("\n", from);
  return newline === -1 ? text.length : newline;
}

/** Position of the next character that is not white space, or the end. */
function skipBlank(text: string, from: number, to: number = text.length): number {
  let at = from;
  while (at < to && text.charCodeAt(at) <= SPACE) at++;
  return at;
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
  /** Shots by the weapons, for lines whose `bullets_fired` says another number. */
  readonly otherShots: ReadonlyMap<PlayerLine, number>;
  readonly rejected: number;
  /** The last line was refused because the file ends inside it. */
  readonly cutLast: boolean;
  /** Number of the last line. */
  readonly lastLine: number;
}

function readLines(
  text: string,
  from: number,
  layout: LineLayout,
  warnings: ParseWarning[],
): ReadLines {
  const lines: PlayerLine[] = [];
  const otherShots = new Map<PlayerLine, number>();
  const ofLines: ParseWarning[] = [];
  let rejected = 0;
  let cutLast = false;
  let lineNumber = 1;
  let end = from;
  for (let at = from; at < text.length && lines.length <= MAX_PLAYER_LINES; at = end + 1) {
    end = lineEnd(text, at);
    lineNumber++;
    if (skipBlank(text, at, end) === end) continue;
    const cut = end === text.length;
    const result = readPlayerLine(text, at, end, lineNumber, cut, ofLines, layout);
    if (result.ok) {
      lines.push(result.line);
      if (result.otherShots !== null) otherShots.set(result.line, result.otherShots);
      continue;
    }
    rejected++;
    cutLast = cut;
    if (rejected <= MAX_REJECTION_WARNINGS) {
      ofLines.push({ code: result.code, message: result.reason, line: lineNumber });
    }
  }
  warnings.push(...onceForAll(ofLines, lines.length));
  return { lines, otherShots, rejected, cutLast, lastLine: lineNumber };
}

/** Warnings that say of most lines what is the writer's way, and no fault of a line. */
const WAYS = ["short_extended", "no_extended", "unknown_weapon", "negative_shots"];

/** The warnings of a file's lines, with one for the file where more than half of two or more have the same. */
function onceForAll(warnings: readonly ParseWarning[], lines: number): ParseWarning[] {
  const seen = new Map<string, number>();
  for (const { code } of warnings) seen.set(code, (seen.get(code) ?? 0) + 1);
  const told = new Set<string>();
  return warnings.flatMap((warning) => {
    const { code, message } = warning;
    const count = seen.get(code) ?? 0;
    if (count < 2 || count * 2 <= lines || !WAYS.includes(code)) return [warning];
    if (told.has(code)) return [];
    told.add(code);
    return [{ code, message: `${count} of ${lines} lines: ${message}` }];
  });
}

/**
 * Settles what `bullets_fired` is. Older writers added the shots up anew at every snapshot, so it is many
 * times too high for everybody: then the file has no such field, and the weapons tell. Of a single line
 * another number is a sign of damage.
 */
function settleBullets(
  { lines, otherShots }: ReadLines,
  layout: LineLayout,
  warnings: ParseWarning[],
): PlayerLine[] {
  const told = (line: PlayerLine) => line.tab?.[TAB.bulletsFired] ?? 0;
  const higher = [...otherShots].filter(([line, shots]) => told(line) > shots).length;
  const ranOn = layout.bulletsRunOn || (higher > 1 && higher * 2 > lines.length);
  if (ranOn) {
    if (higher > 0) {
      const message = `bullets_fired is a running sum in ${higher} lines: shots come from the weapons`;
      warnings.push({ code: "bullets_running_sum", message });
    }
    return lines.map((line) => ({
      ...line,
      tab: line.tab?.with(TAB.bulletsFired, 0) ?? null,
      absent: layout.absentWithBullets,
    }));
  }
  return lines.map((line) => {
    const shots = otherShots.get(line);
    if (shots === undefined) return line;
    const message = `weapon shots add up to ${shots}, the line says ${told(line)}`;
    warnings.push({ code: "shots_mismatch", message, line: line.line });
    return { ...line, flags: [...line.flags, "shots_mismatch"] };
  });
}

/**
 * Two lines of one human (GUID8 and raw name equal): the one with more time played stays. Other lines
 * of one GUID8 are different humans; of bots they are no news.
 */
function settleSharedGuids(lines: PlayerLine[], warnings: ParseWarning[]): PlayerLine[] {
  const kept: PlayerLine[] = [];
  const shared = new Set<string>();
  for (const line of lines) {
    const same = line.bot ? [] : kept.filter((other) => other.guid === line.guid && !other.bot);
    const twin = same.find((other) => other.rawName === line.rawName);
    if (twin === undefined) {
      if (same.length > 0) shared.add(line.guid);
      kept.push(line);
      continue;
    }
    const message = `same player as line ${twin.line}; the one with more time played is kept`;
    warnings.push({ code: "duplicate_line", message, line: line.line });
    if (minutes(line) > minutes(twin)) kept[kept.indexOf(twin)] = line;
  }
  if (shared.size > 0) {
    const message = `more than one human with GUID ${[...shared].join(", ")}`;
    warnings.push({ code: "guid8_shared", message });
  }
  return kept;
}

function minutes(line: PlayerLine): number {
  return line.tab?.[TAB.timePlayedMinutes] ?? 0;
}

function warnLongTimes(
  lines: readonly PlayerLine[],
  header: StatsHeader,
  round: RoundNumber,
  warnings: ParseWarning[],
): void {
  if (header.timeLimitSeconds === null) return;
  const longest = (header.timeLimitSeconds / 60) * round + MINUTES_SLACK;
  const long = lines.filter((line) => minutes(line) > longest);
  const [first] = long;
  if (!first) return;
  const who = long.length === 1 ? "" : `${long.length} lines: `;
  warnings.push({
    code: "time_above_limit",
    message: `${who}${minutes(first)} minutes played, at most ${longest.toFixed(1)} fit the time limit`,
    ...(long.length === 1 ? { line: first.line } : {}),
    field: "time_played_minutes",
  });
}
