import type { Reader } from "../database.ts";
import { COUNTED } from "./counted-rounds.ts";
import { joinName, nameColumns } from "./player-name.ts";
import type { RoundsWindow } from "./rounds-window.ts";

/** Somebody whom a player met, and how that went. */
export interface PlayerRival {
  readonly guid: string;
  readonly name: string;
  /** With colour codes. */
  readonly rawName: string;
  /** The player killed the rival. */
  readonly kills: number;
  /** The rival killed the player. */
  readonly deaths: number;
  /** Rounds in which they met. */
  readonly rounds: number;
}

const MOST = 6;

/**
 * Whom a player met most, by kills both ways, over the rounds of a window that count and whose duels
 * came with them. Bots are no rivals. One statement.
 *
 * @throws {DatabaseError}
 */
export async function playerRivals(
  db: Reader,
  guid: string,
  { fromMs, asOfMs }: RoundsWindow,
): Promise<PlayerRival[]> {
  return db.query<PlayerRival>(
    `with met as (
       select v.player_guid as guid, sum(v.kills)::int as kills, sum(v.deaths)::int as deaths,
         count(distinct v.round_id)::int as rounds
       from round_vs_stats v join rounds r on r.id = v.round_id
       where v.subject_guid = $1 and v.player_guid is not null and v.player_guid <> $1
         and v.player_guid not like 'OMNIBOT%' and ${COUNTED}
         and r.round_ended_at > $2 and r.round_ended_at <= $3
       group by v.player_guid order by sum(v.kills + v.deaths) desc, v.player_guid limit ${MOST}
     )
     select guid, ${nameColumns("met.guid")}, kills, deaths, rounds
     from met ${joinName("met.guid")} order by kills + deaths desc, met.guid`,
    [guid, new Date(fromMs ?? 0), new Date(asOfMs ?? 0)],
  );
}
