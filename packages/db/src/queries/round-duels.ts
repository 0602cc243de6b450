import type { Reader } from "../database.ts";
import { publicGuid } from "./public-guid.ts";

/** What one player did against one opponent in a round. */
export interface RoundDuel {
  /** Null where nothing tells whose line it is. */
  readonly subject: string | null;
  readonly subjectGuid: string | null;
  readonly opponent: string;
  readonly opponentGuid: string | null;
  /** The subject killed the opponent. */
  readonly kills: number;
  /** The opponent killed the subject. */
  readonly deaths: number;
}

/** Duels of the rounds with these ids, in the order of the file. One statement. */
export async function duelsOfRounds(
  db: Reader,
  roundIds: readonly number[],
): Promise<Map<number, RoundDuel[]>> {
  const rows = await db.query<RoundDuel & { roundId: number }>(
    `select round_id as "roundId", subject_name as subject, subject_guid as "subjectGuid",
       player_name as opponent, player_guid as "opponentGuid", kills, deaths
     from round_vs_stats where round_id = any($1) order by round_id, position`,
    [roundIds],
  );
  const duels = new Map<number, RoundDuel[]>();
  for (const { roundId, subjectGuid, opponentGuid, ...row } of rows) {
    const list = duels.get(roundId) ?? [];
    list.push({
      ...row,
      subjectGuid: subjectGuid === null ? null : publicGuid(subjectGuid),
      opponentGuid: opponentGuid === null ? null : publicGuid(opponentGuid),
    });
    duels.set(roundId, list);
  }
  return duels;
}
