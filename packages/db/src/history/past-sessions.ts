import { emptySums, type PlayerSums } from "@slomix/analytics";
import type { Reader } from "../database.ts";
import { COUNTED } from "../queries/counted-rounds.ts";

const DAYS = 90;

/**
 * Damage and time, in rounds that measure time dead, of everybody in each session of the 90 days before a moment (unix ms): what high and
 * outstanding frag potential is measured by.
 */
export async function numbersOfSessions(
  db: Reader,
  asOfMs: number,
): Promise<{ readonly sums: PlayerSums }[]> {
  const rows = await db.query<{ damage: number; played: number; dead: number; rounds: number }>(
    `select sum(p.damage_given)::float8 as damage, sum(p.time_played_seconds)::float8 as played,
       sum(least(p.time_dead_minutes * 60, p.time_played_seconds))::float8 as dead,
       count(*)::int as rounds
     from rounds r join player_comprehensive_stats p on p.round_id = r.id
     where ${COUNTED} and not p.is_bot and r.gaming_session_id is not null
       and p.time_dead_minutes is not null
       and r.round_ended_at <= $1 and r.round_ended_at > $2
     group by r.gaming_session_id, p.player_guid`,
    [new Date(asOfMs), new Date(asOfMs - DAYS * 86_400_000)],
  );
  return rows.map(({ damage, played, dead, rounds }) => ({
    sums: {
      ...emptySums(),
      rounds,
      damageGiven: damage ?? 0,
      timePlayedSeconds: played ?? 0,
      timedDamage: damage ?? 0,
      timedSeconds: played ?? 0,
      timeDeadSeconds: dead ?? 0,
    },
  }));
}
