import { performanceScores } from "@slomix/analytics";
import type { TeamLetter } from "@slomix/stopwatch";
import type { Reader } from "../database.ts";
import { type PlayerTotals, TOTALS_SUMS, totalsOf } from "./player-totals.ts";
import { sumsOfSession } from "./sums-of-players.ts";

/** A human's numbers over the rounds of a session that count. */
export interface SessionPlayer extends PlayerTotals {
  readonly guid: string;
  /** The last name that he bore in the session. */
  readonly name: string;
  /** The same with colour codes. */
  readonly rawName: string;
  /** His roster; null for who stands in none. */
  readonly team: TeamLetter | null;
  /** 100 is the average of the session; null for who played less than 40 % of its rounds. */
  readonly score: number | null;
}

/** Everybody of a session, best score first, who has none at the end. One statement. */
export async function playersOfSession(
  db: Reader,
  session: { readonly id: number; readonly rounds: number },
  teamOf: ReadonlyMap<string, TeamLetter>,
): Promise<SessionPlayer[]> {
  const players = await sumsOfSession(db, session.id, TOTALS_SUMS);
  const { scores } = performanceScores(players, session.rounds);
  const scoreOf = new Map(scores.map(({ guid, score }) => [guid, score]));
  return players
    .map(({ guid, name, rawName, sums }) => ({
      guid,
      name,
      rawName,
      ...totalsOf(sums),
      team: teamOf.get(guid) ?? null,
      score: scoreOf.get(guid) ?? null,
    }))
    .sort(
      (a, b) =>
        (b.score ?? -Infinity) - (a.score ?? -Infinity) ||
        b.damageGiven - a.damageGiven ||
        (a.guid < b.guid ? -1 : 1),
    );
}
