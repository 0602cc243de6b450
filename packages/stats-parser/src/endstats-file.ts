import { awardLabel, KILLING_SPREE, OBJECTIVES_STOLEN } from "./award-labels.ts";
import { type AwardLine, collectAwards } from "./award-list.ts";
import { isAwardRecordFile, readAwardRecords } from "./award-records.ts";
import { baseName, type FileStamp, parseRoundFileName } from "./file-name.ts";
import type { ParseErrorCode, ParseFailure, ParseResult, ParseWarning } from "./result.ts";
import type { RoundNumber } from "./stats-file.ts";
import { decodeLines } from "./text-lines.ts";

/** The categories of awards; `other` holds unknown labels. */
export type AwardCategory =
  | "Combat"
  | "Deaths & Mayhem"
  | "Skills"
  | "Weapons"
  | "Teamwork"
  | "Objectives"
  | "Timing"
  | "other";

/** Whether a Round 2 file's value covers both rounds (`cum`), the round (`rnd`) or a mixture. */
export type AwardScope = "cum" | "rnd" | "mixed";

/** One award of a round. */
export interface Award {
  readonly line: number;
  /** Label, corrected where the writer misprints it. */
  readonly name: string;
  readonly category: AwardCategory;
  readonly scope: AwardScope;
  /** As in the file: no colours, printable ASCII only; may be empty. */
  readonly player: string;
  /** The winner's GUID: from the file in the old `_endstats.txt` kind, else null until `linkAwards` finds it. */
  readonly winnerGuid: string | null;
  readonly value: string;
  /** First number of the value; null when there is none. */
  readonly number: number | null;
  /** Second number of `3 kills in 1.2s` (s) and `41.03 percent, 6.15 min` (min). */
  readonly secondNumber: number | null;
  /** Unit of `number`. */
  readonly unit: "m" | "s" | "percent" | "x" | "min" | null;
}

/** One line of the duels: what `subject` did against `opponent` in this round. */
export interface VersusLine {
  readonly line: number;
  /** Who owns the block; null in files without VS_HEADER until `assignVersusOwners` finds him. */
  readonly subject: string | null;
  /** 32 characters, upper case, from VS_HEADER. */
  readonly subjectGuid: string | null;
  readonly opponent: string;
  /** The subject killed the opponent. */
  readonly kills: number;
  /** The opponent killed the subject. */
  readonly deaths: number;
}

/** An endstats file. */
export interface EndstatsFile {
  readonly name: string;
  readonly stamp: FileStamp | null;
  /** From the file name; null for a name that does not fit. */
  readonly map: string | null;
  readonly round: RoundNumber | null;
  readonly awards: readonly Award[];
  readonly versus: readonly VersusLine[];
  /** The file names its block owners (newer writer). */
  readonly hasOwners: boolean;
}

/** One of the files that a round's endstats were split into. */
export interface EndstatsPart {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const MAX_BYTES = 1024 * 1024;
/** 64 players, every one with a header and a line for each other one, and more awards than there are. */
const MAX_LINES = 64 * 64 + 256;
/** No round has as many kills between two players; a larger number is damage to the file. */
const MAX_COUNT = 100_000;

const HEADER = "VS_HEADER";
const GUID = /^[0-9A-Z]{32}$/i;
const WHOLE = /^-?\d{1,15}(?:\.0+)?$/;

/**
 * Reads an endstats file: the awards of a round, then for each player whom he killed and who killed
 * him. Cells are separated by tabs and never trimmed (a name may be empty or end in spaces).
 * `fileName` may be a path.
 *
 * Errors: `empty` (no award and no duel in it), `too_large` (over 1 MB or more lines than 64 players
 * can make). Warnings carry the line: `endstats_line_rejected`, `versus_header_rejected`,
 * `unknown_award` (kept, category `other`), `award_after_versus` (kept), `maybe_truncated` (the last
 * line has no line end), `decoded_cp1252:<n>`, `bad_name` (no stamp, map and round then).
 */
export function parseEndstats(bytes: Uint8Array, fileName: string): ParseResult<EndstatsFile> {
  return parseEndstatsParts([{ name: fileName, bytes }]);
}

/**
 * Reads the endstats of one round that an older writer split over several files (it named the file
 * anew for each table, so a tick of the clock began another). The parts are put in order of their
 * stamps and read as one text; lines are counted through. Which files belong together (same map and
 * round, at most 10 s apart) is the caller's decision; parts of different rounds are refused with
 * `bad_name`. The value bears the name and stamp of the first part.
 */
export function parseEndstatsParts(parts: readonly EndstatsPart[]): ParseResult<EndstatsFile> {
  const named = parts
    .map(({ name, bytes }) => ({ name: baseName(name), bytes }))
    .map((part) => ({ ...part, said: endstatsName(part.name) }))
    .sort((a, b) => (a.said?.stamp.naiveMs ?? 0) - (b.said?.stamp.naiveMs ?? 0));
  const first = named[0];
  const file = first?.name ?? "";
  if (!first) return refuse(file, "empty", "no file given");
  if (named.reduce((sum, part) => sum + part.bytes.length, 0) > MAX_BYTES) {
    return refuse(file, "too_large", "more than 1 MB");
  }
  const warnings: ParseWarning[] = [];
  const lines: string[] = [];
  let cp1252Lines = 0;
  for (const part of named) {
    if (roundKey(part.said) !== roundKey(first.said)) {
      return refuse(file, "bad_name", `${part.name} is of another round`);
    }
    const text = decodeLines(part.bytes);
    for (const line of text.lines) lines.push(line);
    cp1252Lines += text.cp1252Lines;
    if (!text.endsWithNewline && text.lines.length > 0) {
      const message = `${part.name} ends inside a line, or without a line end`;
      warnings.push({ code: "maybe_truncated", message, line: lines.length });
    }
  }
  if (lines.length > MAX_LINES) return refuse(file, "too_large", "more than any round makes");
  if (cp1252Lines > 0) {
    const message = `${cp1252Lines} lines are not UTF-8 and were read as windows-1252`;
    warnings.push({ code: `decoded_cp1252:${cp1252Lines}`, message });
  }
  if (!first.said) {
    warnings.push({ code: "bad_name", message: "the name tells no time, map and round" });
  }
  const name = {
    name: file,
    stamp: first.said?.stamp ?? null,
    map: first.said?.map ?? null,
    round: first.said?.round ?? null,
  };
  if (isAwardRecordFile(lines)) {
    const old = readAwardRecords(lines, warnings);
    if (old.awards.length === 0) return refuse(file, "empty", "no award in it");
    const { awards, map, round } = old;
    const value = { ...name, map: name.map ?? map, round: name.round ?? round };
    return { ok: true, value: { ...value, awards, versus: [], hasOwners: false }, warnings };
  }
  const read = readTables(lines, warnings);
  if (read.awardLines.length === 0 && read.versus.length === 0) {
    return refuse(file, "empty", "no award and no duel in it");
  }
  const { versus, hasOwners } = read;
  const awards = collectAwards(read.awardLines);
  return { ok: true, value: { ...name, awards, versus, hasOwners }, warnings };
}

function refuse(file: string, code: ParseErrorCode, message: string): ParseFailure {
  return { ok: false, error: { code, message, file } };
}

function endstatsName(name: string): ReturnType<typeof parseRoundFileName> {
  const said = parseRoundFileName(name);
  return said?.kind === "endstats" ? said : null;
}

function roundKey(said: ReturnType<typeof parseRoundFileName>): string {
  return said ? `${said.round} ${said.map.toLowerCase()}` : "";
}

interface Tables {
  readonly awardLines: AwardLine[];
  readonly versus: VersusLine[];
  readonly hasOwners: boolean;
}

/** Sorts the lines into awards and duels; what is neither goes into `warnings`. */
function readTables(lines: readonly string[], warnings: ParseWarning[]): Tables {
  const awardLines: AwardLine[] = [];
  const versus: VersusLine[] = [];
  const labels = new Set<string>();
  let owner: { name: string; guid: string } | null = null;
  let hasOwners = false;
  let inVersus = false;
  lines.forEach((text, index) => {
    const line = index + 1;
    if (text === "") return;
    const warn = (code: string, message: string) => warnings.push({ code, message, line });
    const cells = text.split("\t", 4);
    if (cells.length !== 3) {
      warn("endstats_line_rejected", "expected three cells separated by tabs");
      return;
    }
    const [first = "", second = "", third = ""] = cells;
    if (first === HEADER && GUID.test(third)) {
      owner = { name: second, guid: third.toUpperCase() };
      hasOwners = true;
      inVersus = true;
      return;
    }
    const counts = WHOLE.test(second) && WHOLE.test(third);
    // A player may be called like an award. The writer prints an award once, and none behind the duels.
    const again = labels.has(first) && first !== KILLING_SPREE && first !== OBJECTIVES_STOLEN;
    if (awardLabel(first) && !(counts && (inVersus || again))) {
      if (inVersus) warn("award_after_versus", "an award behind the duels");
      labels.add(first);
      awardLines.push({ line, label: first, player: second, value: third, winnerGuid: null });
    } else if (counts) {
      inVersus = true;
      const kills = Number(second);
      const deaths = Number(third);
      if (kills < 0 || deaths < 0 || kills > MAX_COUNT || deaths > MAX_COUNT) {
        warn("endstats_line_rejected", "kills and deaths must be 0 to 100000");
        return;
      }
      versus.push({
        line,
        subject: owner?.name ?? null,
        subjectGuid: owner?.guid ?? null,
        opponent: first,
        kills,
        deaths,
      });
    } else if (first === HEADER) {
      // The lines behind it must not go to the owner before it.
      owner = null;
      hasOwners = true;
      inVersus = true;
      warn("versus_header_rejected", "expected a GUID of 32 characters in the third cell");
    } else if (inVersus) {
      warn("endstats_line_rejected", "expected opponent, kills, deaths");
    } else {
      warn("unknown_award", `no known award is called ${JSON.stringify(first.slice(0, 80))}`);
      awardLines.push({ line, label: first, player: second, value: third, winnerGuid: null });
    }
  });
  return { awardLines, versus, hasOwners };
}
