import type { Reader } from "../database.ts";
import { COUNTED } from "./counted-rounds.ts";

/** How often one player killed another in a session. */
export interface SessionDuel {
  readonly killer: string;
  readonly victim: string;
  readonly kills: number;
}

/**
 * GUID killed GUID so many times, over the rounds of a session that count and have duels. Each
 * exchange stands in both players' blocks; here it is taken from the killer's alone. One statement.
 */
export async function duelsOfSession(db: Reader, sessionId: number): Promise<SessionDuel[]> {
  return db.query<SessionDuel>(
    `select v.subject_guid as killer, v.player_guid as victim, sum(v.kills)::int as kills
     from rounds r join round_vs_stats v on v.round_id = r.id
     where r.gaming_session_id = $1 and ${COUNTED}
       and v.subject_guid is not null and v.player_guid is not null and v.kills > 0
     group by 1, 2 order by 3 desc, 1, 2`,
    [sessionId],
  );
}
