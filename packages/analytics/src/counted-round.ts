import type { PlayerRow, RoundRow } from "./player-row.ts";

/**
 * The one place that says which rounds count for players: valid ones, Round 1 or 2, played to their
 * end. A restarted round (`cancelled`) is left out; one that was replayed with other people
 * (`substitution`) counts for those who played it.
 */
export function isCounted(round: Pick<RoundRow, "valid" | "status" | "number">): boolean {
  const { valid, status, number } = round;
  return (
    valid &&
    (number === 1 || number === 2) &&
    (status === "completed" || status === "substitution" || status === null)
  );
}

/** The rows of humans in rounds that count. */
export function countedRows<Row extends PlayerRow>(rows: readonly Row[]): Row[] {
  return rows.filter((row) => !row.bot && isCounted(row.round));
}

/** Oldest first; rounds that ended at once by key, so that no order of rows shows through. */
export function byTime(a: PlayerRow, b: PlayerRow): number {
  return (
    a.round.endMs - b.round.endMs ||
    compareText(a.round.key, b.round.key) ||
    compareText(a.guid, b.guid)
  );
}

/** Order by code unit: the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
