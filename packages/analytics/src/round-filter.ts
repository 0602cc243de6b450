import type { Side } from "@slomix/stats-parser";
import { type Answer, answer } from "./answer.ts";
import { countedRows } from "./counted-round.ts";
import {
  inWindow,
  newestCounted,
  type Period,
  type PeriodWindow,
  periodWindow,
  roundsOf,
} from "./period.ts";
import type { PlayerRow } from "./player-row.ts";

/** Which rounds a question is about. Everything left out does not narrow it. */
export interface RoundFilter {
  readonly period?: Period | undefined;
  /** Unix ms; default the newest round that counts, of all rows. */
  readonly asOfMs?: number | undefined;
  readonly map?: string | undefined;
  /** Side on which the player stood. */
  readonly side?: Side | undefined;
  readonly sessionId?: number | undefined;
}

/** Rows that a filter takes, and the period in words. */
export interface FilteredRows<Row extends PlayerRow = PlayerRow> {
  readonly rows: readonly Row[];
  readonly window: PeriodWindow;
  /** Anything but all rounds of all time: then fewer rounds are asked for. */
  readonly filtered: boolean;
}

/** The rows of humans in rounds that count, within the filter. */
export function filterRows<Row extends PlayerRow>(
  rows: readonly Row[],
  filter: RoundFilter = {},
): Answer<FilteredRows<Row>> {
  const { period = { kind: "all" }, map, side, sessionId } = filter;
  const settled = periodWindow(period, filter.asOfMs ?? newestCounted(roundsOf(rows)));
  if (!settled.ok) return settled;
  const wanted = map?.trim().toLowerCase();
  return answer({
    rows: countedRows(rows).filter(
      (row) =>
        inWindow(row.round, settled.value) &&
        (wanted === undefined || row.round.map.toLowerCase() === wanted) &&
        (side === undefined || row.side === side) &&
        (sessionId === undefined || row.round.sessionId === sessionId),
    ),
    window: settled.value,
    filtered:
      period.kind !== "all" || map !== undefined || side !== undefined || sessionId !== undefined,
  });
}
