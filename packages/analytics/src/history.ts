import { type Answer, answer } from "./answer.ts";
import { type Baseline, baselineOf } from "./baseline.ts";
import { countedRows } from "./counted-round.ts";
import { type MatchRow, matchesWithin, rowsByMatch } from "./match-row.ts";
import { inWindow, newestCounted, type PeriodWindow, periodWindow, roundsOf } from "./period.ts";
import type { PlayerRow } from "./player-row.ts";
import { newestName, rowsByPlayer } from "./players.ts";

/** Matches and rows that a question between players looks back on. */
export interface History {
  readonly window: PeriodWindow;
  /** Counted, oldest first. */
  readonly matches: readonly MatchRow[];
  /** Rows of one player in some of the matches. */
  readonly rowsIn: (guid: string, matches: readonly MatchRow[]) => PlayerRow[];
  /** Over 90 days, whatever the window is. */
  readonly baseline: (guid: string) => Baseline;
  readonly nameOf: (guid: string) => string;
}

/** How far back a question looks. */
export interface HistoryOptions {
  /** Default 90, matchups 365. */
  readonly days?: number | undefined;
  /** Unix ms; default the newest round that counts. */
  readonly asOfMs?: number | undefined;
  /** Names to show, by GUID; else the newest in the rows. */
  readonly names?: ReadonlyMap<string, string> | undefined;
  /** Numbers over the 90 days, by GUID, where they are known without rows; who is missing has none. */
  readonly baselines?: ReadonlyMap<string, Baseline> | undefined;
}

const BASELINE_DAYS = 90;

/** Prepares a look back over matches and rows in any order. */
export function historyOf(
  matches: readonly MatchRow[],
  rows: readonly PlayerRow[],
  { days = BASELINE_DAYS, asOfMs, names, baselines }: HistoryOptions = {},
): Answer<History> {
  const asOf = asOfMs ?? newestCounted(roundsOf(rows));
  const window = periodWindow({ kind: "days", days }, asOf);
  if (!window.ok) return window;
  const usual = periodWindow({ kind: "days", days: BASELINE_DAYS }, asOf);
  if (!usual.ok) return usual;
  const byMatch = rowsByMatch(rows);
  const own = rowsByPlayer(countedRows(rows));
  return answer({
    window: window.value,
    matches: matchesWithin(matches, window.value),
    rowsIn: (guid, chosen) =>
      chosen.flatMap(({ matchId }) =>
        (byMatch.get(matchId) ?? []).filter((row) => row.guid === guid),
      ),
    baseline: (guid) =>
      baselines
        ? (baselines.get(guid) ?? baselineOf([]))
        : baselineOf((own.get(guid) ?? []).filter(({ round }) => inWindow(round, usual.value))),
    nameOf: (guid) => names?.get(guid) ?? (newestName(own.get(guid) ?? []) || guid),
  });
}
