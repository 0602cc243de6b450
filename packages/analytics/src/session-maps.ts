import { countedRows } from "./counted-round.ts";
import type { MatchRow } from "./match-row.ts";
import type { PlayerRow } from "./player-row.ts";
import { mapLabels } from "./session-header.ts";
import type { SessionInput } from "./session-input.ts";
import { type SessionLine, sessionTable } from "./session-tables.ts";

/** One map of a session with its players. */
export interface SessionMap {
  readonly matchId: string;
  readonly label: string;
  readonly winner: MatchRow["winner"];
  /** Round 1, Round 2, as far as they were played. */
  readonly rounds: readonly { readonly number: 1 | 2; readonly players: readonly SessionLine[] }[];
  /** Over both rounds; ratios of sums. */
  readonly players: readonly SessionLine[];
}

/** The maps of a session in the order of play, and the whole session last. */
export interface SessionMaps {
  readonly maps: readonly SessionMap[];
  readonly total: readonly SessionLine[];
}

/** The overview of each map, of its rounds, and of the session. */
export function sessionMaps({ players, matches }: SessionInput): SessionMaps {
  const counted = countedRows(players);
  return {
    maps: mapLabels(matches).flatMap(({ match, label }) => {
      const own = counted.filter(({ round }) => round.matchId === match.matchId);
      if (own.length === 0) return [];
      return [
        {
          matchId: match.matchId,
          label,
          winner: match.winner,
          rounds: ([1, 2] as const).flatMap((number) => roundOf(own, number)),
          players: sessionTable("overview", own),
        },
      ];
    }),
    total: sessionTable("overview", counted),
  };
}

function roundOf(rows: readonly PlayerRow[], number: 1 | 2): SessionMap["rounds"][number][] {
  const own = rows.filter(({ round }) => round.number === number);
  return own.length > 0 ? [{ number, players: sessionTable("overview", own) }] : [];
}
