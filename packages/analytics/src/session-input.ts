import type { TeamLetter } from "@slomix/stopwatch";
import { countedRows } from "./counted-round.ts";
import type { MatchRow } from "./match-row.ts";
import type { PlayerRow } from "./player-row.ts";
import { type PlayerEntry, playerEntries } from "./players.ts";
import { rank } from "./ranking.ts";

/** A session as its views take it: rows of that session alone, in any order. */
export interface SessionInput {
  readonly players: readonly PlayerRow[];
  readonly matches: readonly MatchRow[];
  readonly teams: readonly SessionTeamInput[];
}

/** A roster of the session; without teams the list is empty. */
export interface SessionTeamInput {
  readonly letter: TeamLetter;
  readonly name: string;
  readonly guids: readonly string[];
}

/** Everybody of a session, most kills first. */
export function sessionPlayers(rows: readonly PlayerRow[]): PlayerEntry[] {
  const entries = playerEntries(countedRows(rows));
  const byGuid = new Map(entries.map((entry) => [entry.guid, entry]));
  return rank(entries, "kills", {}).ranked.flatMap(({ guid }) => byGuid.get(guid) ?? []);
}

/** Rounds of the rows that count. */
export function countedRoundKeys(rows: readonly PlayerRow[]): Set<string> {
  return new Set(countedRows(rows).map(({ round }) => round.key));
}
