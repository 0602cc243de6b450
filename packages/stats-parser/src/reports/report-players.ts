import { asObject, type JsonObject } from "../embed-fields.ts";
import { restoreEscapedBytes } from "../lenient-json.ts";
import { REPORT_LAYOUT } from "../line-layouts.ts";
import { playerLineOf, SPECTATOR } from "../player-line.ts";
import type { PlayerLine } from "../stats-file.ts";
import { readTabFields } from "../tab-fields.ts";
import { readWeaponNumbers } from "../weapon-numbers.ts";
import { countOf, sideText, wholeGuidOf } from "./report-values.ts";
import type { RoundNotes } from "./round-notes.ts";

/** A player of a round report. */
export interface ReportPlayer {
  /** Whole GUID. */
  readonly guid: string;
  readonly line: PlayerLine;
  /** His entry in `player_stats`, sifted. */
  readonly source: JsonObject;
}

/** The players who could be read, and how many could not. */
export interface ReportPlayers {
  readonly players: readonly ReportPlayer[];
  readonly rejected: number;
}

/** The last numbers of `weaponStats`: tab fields 0 to 9. */
const REPORT_FIELDS = REPORT_LAYOUT.columns.length;
const MOST_ROUNDS = 9999;
/** A number that a tab field can hold is no longer; percentages can have more digits than it reads. */
const LONG_DECIMAL = 15;

/** Reads `player_stats`; a player who cannot be read costs nobody else his line. */
export function readReportPlayers(stats: JsonObject, notes: RoundNotes): ReportPlayers {
  const players: ReportPlayer[] = [];
  const shared = new Set<string>();
  let rejected = 0;
  for (const [index, [key, value]] of Object.entries(stats).entries()) {
    const source = asObject(value) ?? {};
    const read = readPlayer(key, source, index + 1, notes);
    if (typeof read === "string") {
      rejected++;
      notes.warn("player_line_rejected", read, `player_stats[${index + 1}]`);
      continue;
    }
    const { guid, bot } = read.line;
    if (!bot && players.some(({ line }) => line.guid === guid && !line.bot)) shared.add(guid);
    players.push(read);
  }
  if (shared.size > 0) {
    notes.warn("guid8_shared", `more than one human with GUID ${[...shared].join(", ")}`);
  }
  if (rejected > 0) {
    const message = `${rejected} players could not be read; they are missing`;
    notes.warn(`player_lines_rejected:${rejected}`, message);
  }
  return { players, rejected };
}

function readPlayer(
  key: string,
  source: JsonObject,
  place: number,
  notes: RoundNotes,
): ReportPlayer | string {
  const guid = wholeGuidOf(key);
  if (guid === null) return "no whole GUID, or one that was there before";
  const said = source["guid"];
  if (said !== undefined && !agrees(said, guid)) return "`guid` is not how the whole GUID begins";
  const rounds = countOf(source["rounds"], MOST_ROUNDS);
  if (rounds === null) return "`rounds` is not a number";
  const side = countOf(sideText(source["team"]), SPECTATOR);
  if (side === null) return "`team` is not 0, 1, 2 or 3";

  const numbers = numbersOf(source["weaponStats"]);
  if (numbers === null) return "`weaponStats` is not a list of a mask, weapons and ten numbers";
  const weaponText = numbers.slice(0, -REPORT_FIELDS).join(" ");
  const weapons = readWeaponNumbers(weaponText, 0, weaponText.length);
  if (typeof weapons === "string") return weapons;
  const tabText = numbers.slice(-REPORT_FIELDS).join("\t");
  const tab = readTabFields(tabText, 0, tabText.length, REPORT_LAYOUT);

  const rawName = typeof source["name"] === "string" ? restoreEscapedBytes(source["name"]) : "";
  const line = playerLineOf(
    {
      line: place,
      guid: guid.slice(0, 8),
      rawName,
      rounds,
      side,
      weapons,
      tab,
      layout: REPORT_LAYOUT,
    },
    (code, message, field) => {
      const path = `player_stats[${place}]`;
      notes.warn(code, message, field === undefined ? path : `${path}.${field}`);
    },
  );
  return typeof line === "string" ? line : { guid, line, source };
}

/** The first eight characters, or the whole GUID again. */
function agrees(said: unknown, guid: string): boolean {
  const text = String(said).trim().toUpperCase();
  return text === guid.slice(0, 8) || text === guid;
}

/** Each number as text; null when one is none, or there are too few. */
function numbersOf(list: unknown): string[] | null {
  if (!Array.isArray(list) || list.length <= REPORT_FIELDS) return null;
  const texts: string[] = [];
  for (const item of list) {
    const text = typeof item === "number" ? String(item) : typeof item === "string" ? item : "";
    // White space inside of a number would make two of it.
    const number = /^[^\s]{1,64}$/.test(text.trim()) ? text.trim() : "?";
    const decimal = number.length > LONG_DECIMAL && /^-?\d{1,9}\.\d{1,50}$/.test(number);
    texts.push(decimal ? String(Math.round(Number(number) * 1000) / 1000) : number);
  }
  return texts;
}
