import { type Answer, answer, refuse } from "./answer.ts";
import { type Baseline, impact, numbersOf } from "./baseline.ts";
import { type History, type HistoryOptions, historyOf } from "./history.ts";
import { endFor, letterOf, type MatchRow } from "./match-row.ts";
import { type WinRecord, winRecord } from "./player-record.ts";
import type { PlayerRow } from "./player-row.ts";
import { sumRows } from "./player-sums.ts";

/** What a mate does for one of the two. */
export interface DuoDirection {
  readonly guid: string;
  readonly name: string;
  readonly together: Baseline;
  readonly baseline: Baseline;
  /** DPM together against the baseline's in percent; null where one of them is missing. */
  readonly synergy: number | null;
  readonly label: "better" | "worse" | "usual" | null;
}

/** Two players in one line-up. */
export interface Duo {
  readonly words: string;
  readonly record: WinRecord;
  /** Both directions: a good mate for one need not have one in him. */
  readonly first: DuoDirection;
  readonly second: DuoDirection;
}

const NOTABLE = 10;

/** How two players do together in 90 days. Never together is an answer: no match, no synergy. */
export function duo(
  first: string,
  second: string,
  matches: readonly MatchRow[],
  rows: readonly PlayerRow[],
  options: HistoryOptions = {},
): Answer<Duo> {
  if (first === second) return refuse("bad_players", "a duo is two different players");
  const found = historyOf(matches, rows, options);
  if (!found.ok) return found;
  const history = found.value;
  const shared = history.matches.filter((match) => {
    const letter = letterOf(match, first);
    return letter !== null && letter === letterOf(match, second);
  });
  const record = winRecord(shared.map((match) => endFor(match, letterOf(match, first) ?? "A")));
  return answer({
    words: history.window.words,
    record,
    first: directionOf(first, shared, history),
    second: directionOf(second, shared, history),
  });
}

function directionOf(guid: string, shared: readonly MatchRow[], history: History): DuoDirection {
  const together = numbersOf(sumRows(history.rowsIn(guid, shared)));
  const baseline = history.baseline(guid);
  const synergy = impact(together, baseline);
  return {
    guid,
    name: history.nameOf(guid),
    together,
    baseline,
    synergy,
    label:
      synergy === null
        ? null
        : synergy > NOTABLE
          ? "better"
          : synergy < -NOTABLE
            ? "worse"
            : "usual",
  };
}
