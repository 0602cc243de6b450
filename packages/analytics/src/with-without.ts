import { type Answer, answer, refuse } from "./answer.ts";
import { type Baseline, numbersOf } from "./baseline.ts";
import { type HistoryOptions, historyOf } from "./history.ts";
import { endFor, letterOf, type MatchRow } from "./match-row.ts";
import { type WinRecord, winRecord } from "./player-record.ts";
import type { PlayerRow } from "./player-row.ts";
import { sumRows } from "./player-sums.ts";

/** Matches of one kind. */
export interface WithPart {
  readonly record: WinRecord;
  /** The player's own numbers in them. */
  readonly numbers: Baseline;
}

/** One player's matches with another, against him, and without him. */
export interface WithWithout {
  readonly words: string;
  readonly with: WithPart;
  readonly against: WithPart;
  readonly without: WithPart;
}

/** Splits a player's matches (90 days) by where another one stood. */
export function withWithout(
  guid: string,
  other: string,
  matches: readonly MatchRow[],
  rows: readonly PlayerRow[],
  options: HistoryOptions = {},
): Answer<WithWithout> {
  if (guid === other) return refuse("bad_players", "these are one and the same player");
  const found = historyOf(matches, rows, options);
  if (!found.ok) return found;
  const history = found.value;
  const own = history.matches.filter((match) => letterOf(match, guid) !== null);
  const part = (chosen: readonly MatchRow[]): WithPart => ({
    record: winRecord(chosen.map((match) => endFor(match, letterOf(match, guid) ?? "A"))),
    numbers: numbersOf(sumRows(history.rowsIn(guid, chosen))),
  });
  return answer({
    words: history.window.words,
    with: part(own.filter((match) => letterOf(match, other) === letterOf(match, guid))),
    against: part(
      own.filter((match) => {
        const letter = letterOf(match, other);
        return letter !== null && letter !== letterOf(match, guid);
      }),
    ),
    without: part(own.filter((match) => letterOf(match, other) === null)),
  });
}
