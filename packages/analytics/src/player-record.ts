import { type Answer, answer } from "./answer.ts";
import { compareText } from "./counted-round.ts";
import {
  endFor,
  letterOf,
  type MatchEnd,
  type MatchRecord,
  type MatchRow,
  matchesWithin,
  recordOf,
} from "./match-row.ts";
import { type Period, periodWindow } from "./period.ts";
import { type MatchConfidence, matchConfidence, type Shrunk, shrink } from "./sample.ts";

/** Matches won and lost, and how much that says. */
export interface WinRecord extends MatchRecord {
  readonly confidence: MatchConfidence;
  /** Win rate pulled to 50 % as if four matches had been split evenly. */
  readonly shrunk: Shrunk;
}

/** A player's matches. */
export interface PlayerRecord extends WinRecord {
  /** The period in words. */
  readonly words: string;
  /** By map, lower case; most matches first. */
  readonly maps: readonly (WinRecord & { readonly map: string })[];
  /** Newest first, at most ten. */
  readonly recent: readonly { readonly match: MatchRow; readonly end: MatchEnd }[];
}

const ASSUMED = 4;
const RECENT = 10;

/** A record with its confidence; no match is 50 % by assumption alone. */
export function winRecord(ends: readonly MatchEnd[]): WinRecord {
  const record = recordOf(ends);
  return {
    ...record,
    confidence: matchConfidence(record.matches),
    shrunk: shrink(record.winRate, record.matches, 50, ASSUMED, "matches"),
  };
}

/**
 * Wins and losses of one player, over all and by map.
 *
 * @param asOfMs Unix ms that a window of days counts back from; null: there is no round.
 */
export function playerRecord(
  guid: string,
  matches: readonly MatchRow[],
  period: Period = { kind: "all" },
  asOfMs: number | null = null,
): Answer<PlayerRecord> {
  const window = periodWindow(period, asOfMs);
  if (!window.ok) return window;
  const own = matchesWithin(matches, window.value).flatMap((match) => {
    const letter = letterOf(match, guid);
    return letter === null ? [] : [{ match, end: endFor(match, letter) }];
  });
  return answer({
    words: window.value.words,
    ...winRecord(own.map(({ end }) => end)),
    maps: recordsByMap(own),
    recent: own.toReversed().slice(0, RECENT),
  });
}

/** Records by map, lower case; most matches first. */
export function recordsByMap(
  played: readonly { readonly match: MatchRow; readonly end: MatchEnd }[],
): (WinRecord & { readonly map: string })[] {
  const maps = new Map<string, MatchEnd[]>();
  for (const { match, end } of played) {
    const map = match.map.toLowerCase();
    const ends = maps.get(map);
    if (ends) ends.push(end);
    else maps.set(map, [end]);
  }
  return [...maps]
    .map(([map, ends]) => ({ map, ...winRecord(ends) }))
    .sort((a, b) => b.matches - a.matches || compareText(a.map, b.map));
}
