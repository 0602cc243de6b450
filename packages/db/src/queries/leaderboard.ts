import type { Reader, SqlValue } from "../database.ts";
import { AIMED } from "./aimed-weapons.ts";
import { COUNTED } from "./counted-rounds.ts";
import {
  type LeaderboardDefinition,
  type LeaderboardMetric,
  type LeaderboardMinimum,
  leaderboardOf,
} from "./leaderboard-metrics.ts";
import { joinName } from "./player-name.ts";
import { kdRatio } from "./ratios.ts";

/** Which part of a leaderboard, over which rounds. */
export interface LeaderboardFilter {
  readonly limit: number;
  readonly offset?: number | undefined;
  /** Rank from this many rounds up; default the metric's own minimum. */
  readonly minRounds?: number | undefined;
  /** Rounds from this day on, `YYYY-MM-DD` (server's local date). */
  readonly from?: string | undefined;
  /** Rounds up to and including this day. */
  readonly to?: string | undefined;
  /** Rounds of this map only, in any case. */
  readonly map?: string | undefined;
}

/** One player's place. */
export interface LeaderboardRow {
  readonly rank: number;
  readonly guid: string;
  readonly name: string;
  readonly value: number;
  readonly rounds: number;
  readonly kills: number;
  readonly deaths: number;
  readonly kdRatio: number;
}

/** A page of a leaderboard. */
export interface Leaderboard extends Omit<LeaderboardDefinition, "minimum"> {
  /** The minimum that was applied. */
  readonly minimum: LeaderboardMinimum;
  /** Players who reach it. */
  readonly total: number;
  readonly rows: readonly LeaderboardRow[];
}

// Ratios of sums, never averages of the rounds' ratios.
const valueSql = {
  kd: "case when deaths > 0 then kills::float8 / deaths else kills end",
  dpm: "case when seconds > 0 then damage * 60 / seconds else 0 end",
  kills: "kills",
  accuracy:
    "case when aimed.shots > 0 then least(100, 100.0::float8 * aimed.hits / aimed.shots) else 0 end",
  damage: "damage",
} as const satisfies Record<LeaderboardMetric, string>;

/**
 * Humans ranked over the rounds that count. Equal values: more rounds first, then by name. Null:
 * there is no such metric. One statement.
 *
 * @throws {DatabaseError}
 */
export async function leaderboard(
  db: Reader,
  metric: string,
  filter: LeaderboardFilter,
): Promise<Leaderboard | null> {
  const definition = leaderboardOf(metric);
  if (!definition) return null;
  const minimum = { ...definition.minimum, rounds: filter.minRounds ?? definition.minimum.rounds };
  const params: SqlValue[] = [];
  const bind = (value: SqlValue) => `$${params.push(value)}`;
  const wanted = [COUNTED];
  if (filter.from !== undefined) wanted.push(`r.round_date >= ${bind(filter.from)}::date`);
  if (filter.to !== undefined) wanted.push(`r.round_date <= ${bind(filter.to)}::date`);
  if (filter.map !== undefined) wanted.push(`lower(r.map_name) = lower(${bind(filter.map)})`);
  const reached = [`sums.rounds >= ${bind(minimum.rounds)}`];
  if (minimum.shots !== undefined) reached.push(`aimed.shots >= ${bind(minimum.shots)}`);
  if (minimum.damage !== undefined) reached.push(`sums.damage >= ${bind(minimum.damage)}`);
  const order = definition.best === "highest" ? "desc" : "asc";
  // Weapon rows are summed apart: joined to the players' rows they would repeat each of them.
  const aimed = `left join (
      select w.player_guid as guid, sum(w.hits) as hits, sum(w.shots) as shots
      from weapon_comprehensive_stats w join rounds r on r.id = w.round_id
      where ${wanted.join(" and ")} and ${AIMED}
      group by w.player_guid
    ) aimed on aimed.guid = sums.guid`;
  const rows = await db.query<{ total: number; page: LeaderboardRow[] | null }>(
    `with sums as (
       select p.player_guid as guid, count(*)::int as rounds, sum(p.kills) as kills,
         sum(p.deaths) as deaths, coalesce(sum(p.damage_given), 0) as damage,
         coalesce(sum(p.time_played_seconds), 0) as seconds
       from player_comprehensive_stats p join rounds r on r.id = p.round_id
       where ${wanted.join(" and ")} and not p.is_bot
       group by p.player_guid
     ), ranked as (
       select sums.guid, named.name, sums.rounds, sums.kills, sums.deaths,
         (${valueSql[definition.metric]})::float8 as value
       from sums ${definition.metric === "accuracy" ? aimed : ""}
       ${joinName("sums.guid")}
       where ${reached.join(" and ")}
     ), page as (
       select row_number() over (order by value ${order}, rounds desc, lower(name), guid) as rank, *
       from ranked order by rank limit ${bind(filter.limit)} offset ${bind(filter.offset ?? 0)}
     )
     select (select count(*) from ranked)::int as total,
       (select jsonb_agg(to_jsonb(page) order by rank) from page) as page`,
    params,
  );
  const { total, page } = rows[0] ?? { total: 0, page: null };
  return {
    ...definition,
    minimum,
    total,
    rows: (page ?? []).map((row) => ({
      rank: row.rank,
      guid: row.guid,
      name: row.name,
      value: row.value,
      rounds: row.rounds,
      kills: row.kills,
      deaths: row.deaths,
      kdRatio: kdRatio(row.kills, row.deaths),
    })),
  };
}
