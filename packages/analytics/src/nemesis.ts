import { type Answer, answer, refuse } from "./answer.ts";
import { type Baseline, impact, numbersOf } from "./baseline.ts";
import { compareText } from "./counted-round.ts";
import { type HistoryOptions, historyOf } from "./history.ts";
import { endFor, letterOf, type MatchRow } from "./match-row.ts";
import { type WinRecord, winRecord } from "./player-record.ts";
import type { PlayerRow } from "./player-row.ts";
import { sumRows } from "./player-sums.ts";

/** How somebody does against one opponent. */
export interface Opponent {
  readonly guid: string;
  readonly name: string;
  readonly record: WinRecord;
  readonly against: Baseline;
  /** DPM against this opponent compared to the baseline's, percent: below 0 he is held down. */
  readonly suppression: number;
}

/** Whom a player suffers from, and who suffers from him. */
export interface Nemesis {
  readonly words: string;
  readonly baseline: Baseline;
  /** At most three, the worst first. */
  readonly nemeses: readonly Opponent[];
  /** At most three, the best first. */
  readonly prey: readonly Opponent[];
  /** Everybody met in three matches or more, the worst first. */
  readonly opponents: readonly Opponent[];
  /** Opponents met less often, left out. */
  readonly tooFew: number;
}

const MATCHES = 3;
const NOTABLE = 5;
const SHOWN = 3;

/** A player's opponents of 90 days by what he did against them. */
export function nemesis(
  guid: string,
  matches: readonly MatchRow[],
  rows: readonly PlayerRow[],
  options: HistoryOptions = {},
): Answer<Nemesis> {
  const found = historyOf(matches, rows, options);
  if (!found.ok) return found;
  const history = found.value;
  const baseline = history.baseline(guid);
  const met = new Map<string, MatchRow[]>();
  for (const match of history.matches) {
    const letter = letterOf(match, guid);
    if (letter === null) continue;
    for (const other of letter === "A" ? match.lineUpB : match.lineUpA) {
      met.set(other, [...(met.get(other) ?? []), match]);
    }
  }
  if (met.size === 0) return refuse("no_rounds", `no match: ${history.window.words}`);
  const opponents = [...met]
    .flatMap(([other, shared]): Opponent[] => {
      const against = numbersOf(sumRows(history.rowsIn(guid, shared)));
      const suppression = impact(against, baseline);
      if (shared.length < MATCHES || suppression === null) return [];
      return [
        {
          guid: other,
          name: history.nameOf(other),
          record: winRecord(shared.map((match) => endFor(match, letterOf(match, guid) ?? "A"))),
          against,
          suppression,
        },
      ];
    })
    .sort((a, b) => a.suppression - b.suppression || compareText(a.guid, b.guid));
  return answer({
    words: history.window.words,
    baseline,
    nemeses: opponents.filter(({ suppression }) => suppression < -NOTABLE).slice(0, SHOWN),
    prey: opponents
      .filter(({ suppression }) => suppression > NOTABLE)
      .toReversed()
      .slice(0, SHOWN),
    opponents,
    tooFew: met.size - opponents.length,
  });
}
