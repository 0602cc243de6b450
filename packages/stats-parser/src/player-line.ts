import { hasBotName, isBot, isHexadecimal } from "./bots.ts";
import { stripColours } from "./colours.ts";
import { LINE_LAYOUTS, type LineLayout, spacedFields } from "./line-layouts.ts";
import { fieldKey, TAB } from "./player-fields.ts";
import type { ParseWarning } from "./result.ts";
import { shownName } from "./shown-name.ts";
import type { PlayerLine } from "./stats-file.ts";
import { readTabFields, type TabFields } from "./tab-fields.ts";
import { readWeaponNumbers, type WeaponNumbers } from "./weapon-numbers.ts";
import { WEAPON_NUMBERS, WEAPONS } from "./weapons.ts";

/** Highest team number of the engine: 0 none, 1 Axis, 2 Allies, 3 spectator. */
export const SPECTATOR = 3;

const BACKSLASH = 0x5c;
const TABULATOR = 0x09;

/** A player line that was read, or why it was refused. */
export type PlayerLineResult =
  | {
      readonly ok: true;
      readonly line: PlayerLine;
      /** Shots by the weapons, where `bullets_fired` says another number; null when it agrees or is not there. */
      readonly otherShots: number | null;
    }
  | {
      readonly ok: false;
      readonly code: "player_line_rejected" | "truncated_line";
      readonly reason: string;
    };

/** The game allows 35 bytes; what is longer than this is no name, and no index holds it. */
const LONGEST_NAME = 255;

/**
 * Reads `<guid8>\<name>\<rounds>\<team>\<mask> <numbers> \t<38 tab fields>`, which stands between two
 * positions of the file's text. What is odd but readable goes to `warnings` with its line and field.
 * `cut`: the line has no newline, so it is kept only when all tab fields of the layout are there.
 */
export function readPlayerLine(
  text: string,
  from: number,
  to: number,
  lineNumber: number,
  cut: boolean,
  warnings: ParseWarning[],
  layout: LineLayout = LINE_LAYOUTS["38"],
): PlayerLineResult {
  const refuse = (reason: string): PlayerLineResult => ({
    ok: false,
    code: cut ? "truncated_line" : "player_line_rejected",
    reason: cut ? "the file ends inside this line" : reason,
  });
  const nameAt = behind(text, BACKSLASH, from, to);
  const roundsAt = behind(text, BACKSLASH, nameAt, to);
  const sideAt = behind(text, BACKSLASH, roundsAt, to);
  const maskAt = behind(text, BACKSLASH, sideAt, to);
  if (maskAt > to) return refuse("not a player line: fewer than five fields between backslashes");

  const rounds = readSmallNumber(text, roundsAt, sideAt - 1);
  const side = readSmallNumber(text, sideAt, maskAt - 1);
  if (rounds === -1) return refuse("the rounds field is not a number");
  if (side === -1 || side > SPECTATOR) return refuse("the team is not 0, 1, 2 or 3");

  const spacedAt = layout.name === "spaced" ? spacedFields(text, maskAt, to) : -1;
  const tabAt = spacedAt === -1 ? behind(text, TABULATOR, maskAt, to) : spacedAt;
  const weapons = readWeaponNumbers(text, maskAt, tabAt - 1);
  if (typeof weapons === "string") return refuse(weapons);

  const tab = tabAt > to ? null : readFields(text, tabAt, to, layout);
  if (cut && (tab === null || tab.present < layout.columns.length)) return refuse("");

  const guid = text
    .slice(from, nameAt - 1)
    .trim()
    .toUpperCase();
  const rawName = text.slice(nameAt, roundsAt - 1);
  const parts = { line: lineNumber, guid, rawName, rounds, side, weapons, tab, layout };
  const line = playerLineOf(parts, (code, message, field) => {
    warnings.push({ code, message, line: lineNumber, ...(field === undefined ? {} : { field }) });
  });
  if (typeof line === "string") return refuse(line);
  const bulletsKnown =
    tab !== null && tab.present > TAB.bulletsFired && !tab.bad.includes(TAB.bulletsFired);
  const agrees = !bulletsKnown || tab.values[TAB.bulletsFired] === weapons.rawShots;
  return { ok: true, line, otherShots: agrees ? null : weapons.rawShots };
}

/** What a player line is made of, each part read by itself. */
export interface PlayerLineParts {
  /** 1-based line in the file, or place among the players of a report. */
  readonly line: number;
  /** As written, in upper case. */
  readonly guid: string;
  readonly rawName: string;
  readonly rounds: number;
  readonly side: number;
  readonly weapons: WeaponNumbers;
  readonly tab: TabFields | null;
  /** Which of the 38 tab fields the writer has. */
  readonly layout: LineLayout;
}

/** Where what is odd about a player is told. */
export type WarnOfPlayer = (code: string, message: string, field?: string) => void;

/** The line that the parts make, or why it is refused; what is odd but readable goes to `warn`. */
export function playerLineOf(parts: PlayerLineParts, warn: WarnOfPlayer): PlayerLine | string {
  const { guid, rawName, side, weapons, tab, layout } = parts;
  if (rawName.length > LONGEST_NAME) return `a name of ${rawName.length} characters`;
  const written = stripColours(rawName);
  const bot = isBot(guid, written);
  if (guid === "" && !bot) return "no GUID";

  const name = shownName(written, guid);
  const flags: string[] = [];
  if (!bot && (guid.length !== 8 || !isHexadecimal(guid))) {
    flags.push("non_hex_guid");
    warn("non_hex_guid", `GUID ${guid.slice(0, 40)} is not eight hexadecimal digits`, "guid");
  }
  if (!bot && hasBotName(written)) flags.push("bot_name");
  if (side === SPECTATOR) flags.push("spectator_at_end");
  checkWeapons(weapons, warn);

  if (tab === null) {
    flags.push("no_extended");
    warn("no_extended", "no tab fields: weapon numbers only");
  } else {
    if (tab.present < layout.columns.length) {
      flags.push(`short_extended:${tab.present}`);
      warn("short_extended", `${tab.present} of ${layout.columns.length} tab fields`);
    }
    for (const index of tab.bad) {
      const key = fieldKey(index);
      flags.push(`bad_field:${key}`);
      warn("bad_number", `${key} is no number from 0 to 1000000; taken as 0`, key);
    }
  }

  return {
    line: parts.line,
    guid: guid.slice(0, 8),
    name,
    rawName,
    bot,
    rounds: parts.rounds,
    side,
    weaponMask: weapons.mask,
    weapons: weapons.numbers,
    tab: tab?.values ?? null,
    absent: layout.absent,
    playedSeconds: null,
    badFields: tab === null ? [] : unreadableKeys(tab.bad, tab.present, layout),
    flags,
  };
}

/** The fields behind the weapons; those of a spaced line are read as if tabs stood between them. */
function readFields(text: string, from: number, to: number, layout: LineLayout): TabFields {
  if (layout.name !== "spaced") return readTabFields(text, from, to, layout);
  const tabbed = text.slice(from, to).trimEnd().replaceAll(/ +/g, "\t");
  return readTabFields(tabbed, 0, tabbed.length, layout);
}

/** Keys of the fields that were garbled or not there: neither says anything about the player. */
function unreadableKeys(
  bad: readonly number[],
  present: number,
  { columns }: LineLayout,
): string[] {
  return [...bad, ...columns.slice(present)].map(fieldKey);
}

function checkWeapons(weapons: WeaponNumbers, warn: WarnOfPlayer): void {
  if (weapons.unknownBits)
    warn("unknown_weapon", "the weapon mask has bits beyond the 28 weapons", "weaponMask");
  if (weapons.negativeShots) warn("negative_shots", "a weapon has fewer than 0 shots; taken as 0");
  let at = 0;
  for (let bit = 0; bit < WEAPONS.length; bit++) {
    if ((weapons.mask & (1 << bit)) === 0) continue;
    const hits = weapons.numbers[at] as number;
    const shots = weapons.numbers[at + 1] as number;
    at += WEAPON_NUMBERS;
    const slot = WEAPONS[bit];
    if (hits <= shots || !slot?.bullets) continue;
    warn("hits_above_shots", `${slot.weapon}: ${hits} hits of ${shots} shots`, slot.weapon);
  }
}

/** The position behind the next such character, or behind the line's end: `to` + 1. */
function behind(text: string, character: number, from: number, to: number): number {
  let at = from;
  while (at < to && text.charCodeAt(at) !== character) at++;
  return Math.min(at, to) + 1;
}

/** One to four digits between two positions, or −1. */
function readSmallNumber(text: string, from: number, to: number): number {
  if (to <= from || to - from > 4) return -1;
  let value = 0;
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - 0x30;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}
