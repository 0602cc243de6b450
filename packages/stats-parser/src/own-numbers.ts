import { fieldKey, TAB } from "./player-fields.ts";
import type { PlayerLine } from "./stats-file.ts";
import type { WeaponCounts } from "./weapon-counts.ts";

/** One player's numbers of one round alone, before times and ratios are settled. */
export interface OwnNumbers {
  readonly line: PlayerLine;
  /** The same player's Round 1 line, whether or not it was subtracted. */
  readonly round1: PlayerLine | null;
  /** Tab values by position; null where the writer has none or Round 1 could not be taken off; all null without tab part. */
  readonly tab: readonly (number | null)[] | null;
  readonly weapons: WeaponCounts;
  /** Flags of the line and of the differential. */
  readonly flags: readonly string[];
  /** The line's time holds Round 1 as well, so it is at most this many seconds. */
  readonly capSeconds: number | null;
}

/** A line's numbers as they are written. */
export function asWritten(
  line: PlayerLine,
  round1: PlayerLine | null = null,
  extraFlags: readonly string[] = [],
  capSeconds: number | null = null,
): OwnNumbers {
  const flags = extraFlags.length === 0 ? line.flags : [...line.flags, ...extraFlags];
  return { line, round1, tab: measuredTab(line), weapons: line, flags, capSeconds };
}

/** A line's tab values, null where the writer has no such field; null without a tab part. */
export function measuredTab({ tab, absent }: PlayerLine): readonly (number | null)[] | null {
  if (tab === null || absent.length === 0) return tab;
  return tab.map((value, index) => (absent.includes(index) ? null : value));
}

/**
 * Time on a team in seconds: as the source measured it, else from the tab field (a multiple of 6, for the
 * files count tenths of minutes). Null when unknown.
 */
export function ownSeconds(own: OwnNumbers): number | null {
  const measured = own.line.playedSeconds ?? null;
  if (measured !== null) return measured;
  const minutes = own.tab?.[TAB.timePlayedMinutes] ?? null;
  if (minutes === null) return null;
  const seconds = Math.round(minutes * 60);
  return own.capSeconds === null ? seconds : Math.min(seconds, own.capSeconds);
}

/** Longer than a round by this many seconds: the time of another one is in the number. */
export const LONGER_SECONDS = 12;

/**
 * Whether a line's time is longer than a round of `roundSeconds`, so that it holds another one too.
 * Null: the time or the round's length is not known.
 */
export function longerThanRound(line: PlayerLine, roundSeconds: number | null): boolean | null {
  if (roundSeconds === null || line.tab === null) return null;
  if (line.absent.includes(TAB.timePlayedMinutes)) return null;
  if (line.badFields.includes(fieldKey(TAB.timePlayedMinutes))) return null;
  return (line.tab[TAB.timePlayedMinutes] as number) * 60 > roundSeconds + LONGER_SECONDS;
}

/** Whether the time on a team was readable. */
export function timeReadable(own: OwnNumbers): boolean {
  const key = fieldKey(TAB.timePlayedMinutes);
  if ((own.line.playedSeconds ?? null) !== null) return true;
  return !own.line.badFields.includes(key) && !own.flags.includes(`bad_field:${key}`);
}
