import { byTime, compareText } from "./counted-round.ts";
import type { PlayerRow } from "./player-row.ts";
import { type PlayerSums, sumRows } from "./player-sums.ts";

/** A player with sums: from rows, or from an aggregate that was kept up to date. */
export interface PlayerEntry {
  readonly guid: string;
  readonly name: string;
  readonly sums: PlayerSums;
}

/** Rows by player. Who plays is known by GUID alone; names change. */
export function rowsByPlayer<Row extends PlayerRow>(rows: readonly Row[]): Map<string, Row[]> {
  const players = new Map<string, Row[]>();
  for (const row of rows) {
    const own = players.get(row.guid);
    if (own) own.push(row);
    else players.set(row.guid, [row]);
  }
  return players;
}

/** Everybody of the rows with sums and newest name, by GUID. Which rows count is decided before. */
export function playerEntries(rows: readonly PlayerRow[]): PlayerEntry[] {
  return [...rowsByPlayer(rows)]
    .map(([guid, own]) => ({ guid, name: newestName(own), sums: sumRows(own) }))
    .sort((a, b) => compareText(a.guid, b.guid));
}

/** The name in the newest row; without rows the empty text. */
export function newestName(rows: readonly PlayerRow[]): string {
  let newest: PlayerRow | undefined;
  for (const row of rows) if (!newest || byTime(row, newest) > 0) newest = row;
  return newest?.name ?? "";
}
