import type { Reader } from "../database.ts";
import { dpm } from "./ratios.ts";

/** How a round went, beside its result. */
export interface RoundPace {
  readonly pauseSeconds: number;
  /** Damage that team A's players gave for each minute that each of them played; null without numbers. */
  readonly dpmA: number | null;
  readonly dpmB: number | null;
}

/** Round id → pauses, and damage by team. One statement. */
export async function paceOfSession(
  db: Reader,
  sessionId: number,
): Promise<Map<number, RoundPace>> {
  const rows = await db.query<{
    id: number;
    pauses: number | null;
    damageA: number | null;
    secondsA: number | null;
    damageB: number | null;
    secondsB: number | null;
  }>(
    `select r.id, r.total_pause_seconds as pauses,
       sum(p.damage_given) filter (where p.team = case r.axis_team when 'A' then 1 else 2 end) as "damageA",
       sum(p.time_played_seconds) filter (where p.team = case r.axis_team when 'A' then 1 else 2 end) as "secondsA",
       sum(p.damage_given) filter (where p.team = case r.axis_team when 'B' then 1 else 2 end) as "damageB",
       sum(p.time_played_seconds) filter (where p.team = case r.axis_team when 'B' then 1 else 2 end) as "secondsB"
     from rounds r
     left join player_comprehensive_stats p
       on p.round_id = r.id and not p.is_bot and r.axis_team in ('A', 'B')
     where r.gaming_session_id = $1 group by r.id`,
    [sessionId],
  );
  const rate = (damage: number | null, seconds: number | null) =>
    damage === null || !seconds ? null : dpm(damage, seconds);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        pauseSeconds: row.pauses ?? 0,
        dpmA: rate(row.damageA, row.secondsA),
        dpmB: rate(row.damageB, row.secondsB),
      },
    ]),
  );
}
