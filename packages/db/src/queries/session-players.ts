import type { TeamLetter } from "@slomix/stopwatch";
import type { Reader } from "../database.ts";
import { AIMED } from "./aimed-weapons.ts";
import { COUNTED } from "./counted-rounds.ts";
import { performanceScores } from "./performance-score.ts";
import { type PlayerSums, type PlayerTotals, SUMS, withRatios } from "./player-totals.ts";

/** A human's numbers over the rounds of a session that count. */
export interface SessionPlayer extends PlayerTotals {
  readonly guid: string;
  /** The last name that he bore in the session. */
  readonly name: string;
  /** The same with colour codes. */
  readonly rawName: string;
  /** His roster; null for who stands in none. */
  readonly team: TeamLetter | null;
  /** Hits and shots with weapons that are aimed. */
  readonly aimedHits: number;
  readonly aimedShots: number;
  /** 100 is the average of the session; null for who played less than 40 % of its rounds. */
  readonly score: number | null;
}

interface PlayerRow extends PlayerSums {
  readonly guid: string;
  readonly rawName: string;
  readonly name: string;
  readonly aimedHits: number;
  readonly aimedShots: number;
}

/** Everybody of a session, best score first, who has none at the end. One statement. */
export async function playersOfSession(
  db: Reader,
  session: { readonly id: number; readonly rounds: number },
  teamOf: ReadonlyMap<string, TeamLetter>,
): Promise<SessionPlayer[]> {
  const rows = await db.query<PlayerRow>(
    `with played as (
       select r.id, r.round_ended_at from rounds r where r.gaming_session_id = $1 and ${COUNTED}
     ), aimed as (
       select w.player_guid as guid, sum(w.hits) as hits, sum(w.shots) as shots
       from weapon_comprehensive_stats w where w.round_id in (select id from played) and ${AIMED}
       group by w.player_guid
     )
     select p.player_guid as guid,
       (array_agg(p.player_name order by played.round_ended_at desc))[1] as "rawName",
       (array_agg(p.clean_name order by played.round_ended_at desc))[1] as name,
       coalesce(max(aimed.hits), 0) as "aimedHits", coalesce(max(aimed.shots), 0) as "aimedShots",
       ${SUMS}
     from played join player_comprehensive_stats p on p.round_id = played.id
     left join aimed on aimed.guid = p.player_guid
     where not p.is_bot group by p.player_guid`,
    [session.id],
  );
  const totals = rows.map((sums) => ({
    ...withRatios(sums),
    team: teamOf.get(sums.guid) ?? null,
  }));
  const scores = performanceScores(totals, session.rounds);
  return totals
    .map((player, i) => ({ ...player, score: scores[i] ?? null }))
    .sort(
      (a, b) =>
        (b.score ?? -Infinity) - (a.score ?? -Infinity) ||
        b.damageGiven - a.damageGiven ||
        (a.guid < b.guid ? -1 : 1),
    );
}
