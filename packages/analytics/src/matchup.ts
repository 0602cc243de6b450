import { type Answer, answer } from "./answer.ts";
import { type Baseline, impact, numbersOf } from "./baseline.ts";
import { compareText } from "./counted-round.ts";
import { type History, type HistoryOptions, historyOf } from "./history.ts";
import { checkLineUps, type LineUp, lineUpHash, matchupId, overlap } from "./line-up.ts";
import { endFor, type MatchEnd, type MatchRow } from "./match-row.ts";
import { recordsByMap, type WinRecord, winRecord } from "./player-record.ts";
import type { PlayerRow } from "./player-row.ts";
import { sumRows } from "./player-sums.ts";

/** One map that the two line-ups, or most of both, played against each other. */
export interface Meeting {
  readonly match: MatchRow;
  /** The very same people on both sides; else more than half of them. */
  readonly exact: boolean;
  /** The side of the match that stood for line-up A. */
  readonly letter: "A" | "B";
  /** For line-up A. */
  readonly end: MatchEnd;
}

/** What meetings come to, from line-up A's point of view. */
export interface MeetingRecord extends WinRecord {
  readonly maps: readonly (WinRecord & { readonly map: string })[];
}

/** A player in the meetings against what he does as a rule. */
export interface PlayerImpact {
  readonly guid: string;
  readonly name: string;
  readonly lineUp: "A" | "B";
  readonly matches: number;
  readonly numbers: Baseline;
  readonly baseline: Baseline;
  /** DPM against the baseline's in percent; null where one of them is missing. */
  readonly impact: number | null;
}

/** Line-up against line-up. */
export interface Matchup {
  readonly id: string;
  readonly hashA: string;
  readonly hashB: string;
  readonly words: string;
  /** Newest first. */
  readonly meetings: readonly Meeting[];
  readonly exact: MeetingRecord;
  /** Without the exact ones. */
  readonly overlapping: MeetingRecord;
  readonly all: MeetingRecord;
  /** Over all meetings; highest impact first, who has none last. */
  readonly players: readonly PlayerImpact[];
}

const DAYS = 365;
const MORE_THAN = 0.5;

/** How two line-ups did against each other, exactly these people or more than half of both sides. */
export function matchup(
  a: LineUp,
  b: LineUp,
  matches: readonly MatchRow[],
  rows: readonly PlayerRow[],
  options: HistoryOptions = {},
): Answer<Matchup> {
  const checked = checkLineUps(a, b);
  if (!checked.ok) return checked;
  const history = historyOf(matches, rows, { days: DAYS, ...options });
  if (!history.ok) return history;
  const meetings = history.value.matches.flatMap((match) => meetingOf(match, a, b) ?? []).reverse();
  return answer({
    id: matchupId(a, b),
    hashA: lineUpHash(a),
    hashB: lineUpHash(b),
    words: history.value.window.words,
    meetings,
    exact: meetingRecord(meetings.filter(({ exact }) => exact)),
    overlapping: meetingRecord(meetings.filter(({ exact }) => !exact)),
    all: meetingRecord(meetings),
    players: [
      ...a.map((guid) => impactOf(guid, "A", meetings, history.value)),
      ...b.map((guid) => impactOf(guid, "B", meetings, history.value)),
    ].sort(byImpact),
  });
}

/** Whether a match is a meeting of the two line-ups; which way round fits better decides. */
export function meetingOf(match: MatchRow, a: LineUp, b: LineUp): Meeting | null {
  const straight = worseOverlap(a, match.lineUpA, b, match.lineUpB);
  const crossed = worseOverlap(a, match.lineUpB, b, match.lineUpA);
  const best = Math.max(straight, crossed);
  if (best <= MORE_THAN) return null;
  const letter = straight >= crossed ? "A" : "B";
  return { match, exact: best === 1, letter, end: endFor(match, letter) };
}

/** The smaller overlap of both sides: more than half on one side alone is no meeting. */
function worseOverlap(a: LineUp, onA: LineUp, b: LineUp, onB: LineUp): number {
  return Math.min(overlap(a, onA), overlap(b, onB));
}

function meetingRecord(meetings: readonly Meeting[]): MeetingRecord {
  return { ...winRecord(meetings.map(({ end }) => end)), maps: recordsByMap(meetings) };
}

function impactOf(
  guid: string,
  lineUp: "A" | "B",
  meetings: readonly Meeting[],
  history: History,
): PlayerImpact {
  const own = meetings.filter(({ match, letter }) => {
    const stood = lineUp === "A" ? letter : letter === "A" ? "B" : "A";
    return (stood === "A" ? match.lineUpA : match.lineUpB).includes(guid);
  });
  const numbers = numbersOf(
    sumRows(
      history.rowsIn(
        guid,
        own.map(({ match }) => match),
      ),
    ),
  );
  const baseline = history.baseline(guid);
  return {
    guid,
    name: history.nameOf(guid),
    lineUp,
    matches: own.length,
    numbers,
    baseline,
    impact: impact(numbers, baseline),
  };
}

function byImpact(a: PlayerImpact, b: PlayerImpact): number {
  const least = Number.NEGATIVE_INFINITY;
  const [x, y] = [a.impact ?? least, b.impact ?? least];
  return (x === y ? 0 : y > x ? 1 : -1) || compareText(a.guid, b.guid);
}
