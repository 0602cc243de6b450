import type { Reader, SqlValue } from "../database.ts";
import { AIMED } from "./aimed-weapons.ts";
import { COUNTED } from "./counted-rounds.ts";
import {
  type LeaderboardDefinition,
  type LeaderboardMetric,
  type LeaderboardMinimum,
  leaderboardOf,
} from "./leaderboard-metrics.ts";
import { type Period, stretchOf } from "./period.ts";
import { joinName } from "./player-name.ts";
import { kdRatio } from "./ratios.ts";

/** Which part of a leaderboard, over which rounds. */
export interface LeaderboardFilter {
  readonly limit: number;
  readonly offset?: number | undefined;
  /** Rank from this many rounds up; default the metric's own minimum. */
  readonly minRounds?: number | undefined;
  /** Rounds of a stretch that ends with the newest one; `from` and `to` narrow it. */
  readonly period?: Period | undefined;
  /** Rounds from this day on, `YYYY-MM-DD` (server's local date). */
  readonly from?: string | undefined;
  /** Rounds up to and including this day. */
  readonly to?: string | undefined;
  /** Rounds of this map only, in any case. */
  readonly map?: string | undefined;
}

/** One player's place. */
export interface LeaderboardRow extends LeaderboardSums {
  readonly rank: number;
  readonly guid: string;
  readonly name: string;
  /** With colour codes. */
  readonly rawName: string;
  readonly value: number;
  readonly kdRatio: number;
}

/** What stands beside the value, over the same rounds. */
export interface LeaderboardSums {
  readonly rounds: number;
  readonly kills: number;
  readonly deaths: number;
  readonly usefulKills: number;
  readonly revivesGiven: number;
  readonly timePlayedSeconds: number;
}

/** Somebody who has not played enough to be ranked. */
export interface UnrankedRow {
  readonly guid: string;
  readonly name: string;
  readonly rawName: string;
  readonly value: number;
  readonly rounds: number;
  /** What is missing to the minimum, one entry a bound. */
  readonly lacks: readonly { readonly of: keyof LeaderboardMinimum; readonly missing: number }[];
}

/** A page of a leaderboard. */
export interface Leaderboard extends Omit<LeaderboardDefinition, "minimum"> {
  /** First and last day that were looked at; null: no bound. */
  readonly from: string | null;
  readonly to: string | null;
  /** The minimum that was applied. */
  readonly minimum: LeaderboardMinimum;
  /** Players who reach it. */
  readonly total: number;
  /** Players with a round that counts, ranked or not. */
  readonly players: number;
  readonly rows: readonly LeaderboardRow[];
  /** Who is nearest to the minimum without reaching it, most rounds first, at most ten. */
  readonly unranked: readonly UnrankedRow[];
}

const UNRANKED = 10;

// Ratios of sums, never averages of the rounds' ratios.
const valueSql = {
  kd: "case when deaths > 0 then kills::float8 / deaths else kills end",
  dpm: "case when seconds > 0 then damage * 60 / seconds else 0 end",
  kills: "kills",
  accuracy:
    "case when weapon.shots > 0 then least(100, 100.0::float8 * weapon.hits / weapon.shots) else 0 end",
  headshots: "case when kills > 0 then least(100, 100.0::float8 * head_kills / kills) else 0 end",
  headshotHits:
    "case when weapon.hits > 0 then least(100, 100.0::float8 * weapon.heads / weapon.hits) else 0 end",
  rounds: "rounds",
  revives: "revives",
  gibs: "gibs",
  objectives: "objectives",
  efficiency:
    "case when kills + deaths > 0 then 100.0::float8 * kills / (kills + deaths) else 0 end",
  teamwork: "case when damage > 0 then 100.0::float8 * team_damage / damage else 0 end",
  multikills: "multikills",
  grenades: "coalesce(weapon.kills, 0)",
  damage: "damage",
} as const satisfies Record<LeaderboardMetric, string>;

/** What each bound is compared with. */
const boundSql = {
  rounds: "sums.rounds",
  shots: "coalesce(weapon.shots, 0)",
  hits: "coalesce(weapon.hits, 0)",
  kills: "sums.kills",
  damage: "sums.damage",
} as const satisfies Record<keyof LeaderboardMinimum, string>;

/** Whose weapons a metric looks at; the others do without the weapon rows. */
const weaponsOf: Partial<Record<LeaderboardMetric, string>> = {
  accuracy: AIMED,
  headshotHits: AIMED,
  grenades: "w.weapon_name = 'WS_GRENADE'",
};

/** Columns added up; a line that has none of one still counts with the others. */
const together = (...columns: string[]) =>
  columns.map((column) => `coalesce(sum(p.${column}), 0)`).join(" + ");

interface RankedRow extends LeaderboardSums {
  readonly rank: number;
  readonly guid: string;
  readonly name: string;
  readonly rawName: string;
  readonly value: number;
}

interface ShortRow {
  readonly guid: string;
  readonly name: string;
  readonly rawName: string;
  readonly value: number;
  readonly rounds: number;
  readonly has: Readonly<Record<string, number>>;
}

/**
 * Humans ranked over the rounds that count. Equal values: more rounds first, then by name. Null:
 * there is no such metric. One statement, two with a period.
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
  const bounds = Object.entries(minimum) as [keyof LeaderboardMinimum, number][];
  const params: SqlValue[] = [];
  const bind = (value: SqlValue) => `$${params.push(value)}`;
  const wanted = [COUNTED];
  const { from, to } = await daysOf(db, filter);
  if (from !== null) wanted.push(`r.round_date >= ${bind(from)}::date`);
  if (to !== null) wanted.push(`r.round_date <= ${bind(to)}::date`);
  if (filter.map !== undefined) wanted.push(`lower(r.map_name) = lower(${bind(filter.map)})`);
  const reached = bounds.map(([bound, least]) => `${boundSql[bound]} >= ${bind(least)}`);
  const order = definition.best === "highest" ? "desc" : "asc";
  const weapons = weaponsOf[definition.metric];
  // Weapon rows are summed apart: joined to the players' rows they would repeat each of them.
  const weaponSums = weapons
    ? `left join (
      select w.player_guid as guid, sum(w.hits) as hits, sum(w.shots) as shots,
        sum(w.headshots) as heads, sum(w.kills) as kills
      from weapon_comprehensive_stats w join rounds r on r.id = w.round_id
      where ${wanted.join(" and ")} and ${weapons}
      group by w.player_guid
    ) weapon on weapon.guid = sums.guid`
    : "";
  const has = bounds.map(([bound]) => `'${bound}', ${boundSql[bound]}`).join(", ");
  const shown = `guid, named.name, named.raw as "rawName", value, rounds`;
  const rows = await db.query<{
    total: number;
    players: number;
    page: RankedRow[] | null;
    unranked: ShortRow[] | null;
  }>(
    `with sums as (
       select p.player_guid as guid, count(*)::int as rounds, sum(p.kills) as kills,
         sum(p.deaths) as deaths, coalesce(sum(p.damage_given), 0) as damage,
         coalesce(sum(p.time_played_seconds), 0) as seconds,
         coalesce(sum(p.team_damage_given), 0) as team_damage,
         coalesce(sum(p.headshot_kills), 0) as head_kills,
         coalesce(sum(p.most_useful_kills), 0) as useful,
         coalesce(sum(p.revives_given), 0) as revives, coalesce(sum(p.gibs), 0) as gibs,
         ${together("objectives_stolen", "objectives_returned", "dynamites_planted", "dynamites_defused")} as objectives,
         ${together("double_kills", "triple_kills", "quad_kills", "multi_kills", "mega_kills")} as multikills
       from player_comprehensive_stats p join rounds r on r.id = p.round_id
       where ${wanted.join(" and ")} and not p.is_bot
       group by p.player_guid
     ), valued as (
       select sums.*, (${valueSql[definition.metric]})::float8 as value,
         ${reached.join(" and ")} as reached, jsonb_build_object(${has}) as has
       from sums ${weaponSums}
     ), page as (
       select row_number() over (order by value ${order}, rounds desc, lower(named.name), guid)
           as rank, ${shown}, kills, deaths, useful as "usefulKills", revives as "revivesGiven",
         seconds as "timePlayedSeconds"
       from valued ${joinName("valued.guid")} where reached
       order by rank limit ${bind(filter.limit)} offset ${bind(filter.offset ?? 0)}
     ), nearest as (
       select * from valued where not reached order by rounds desc, value ${order}, guid
       limit ${UNRANKED}
     )
     select (select count(*) from valued where reached)::int as total,
       (select count(*) from valued)::int as players,
       (select jsonb_agg(to_jsonb(page) order by rank) from page) as page,
       (select jsonb_agg(to_jsonb(short)) from (
         select ${shown}, has from nearest ${joinName("nearest.guid")}
         order by rounds desc, value ${order}, guid) short) as unranked`,
    params,
  );
  const { total, players, page, unranked } = rows[0] ?? {
    total: 0,
    players: 0,
    page: null,
    unranked: null,
  };
  return {
    ...definition,
    from,
    to,
    minimum,
    total,
    players,
    rows: (page ?? []).map((row) => ({ ...row, kdRatio: kdRatio(row.kills, row.deaths) })),
    unranked: (unranked ?? []).map(({ has, ...row }) => ({
      ...row,
      lacks: bounds.flatMap(([bound, least]) => {
        const missing = least - (has[bound] ?? 0);
        return missing > 0 ? [{ of: bound, missing: Math.ceil(missing) }] : [];
      }),
    })),
  };
}

/** The days of a filter: its period, narrowed by its own bounds. */
async function daysOf(db: Reader, filter: LeaderboardFilter) {
  const whole = !filter.period || filter.period === "all";
  const stretch = whole ? null : await stretchOf(db, filter.period ?? "all");
  const from = [stretch?.from, filter.from]
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);
  const to = filter.to ?? null;
  return { from: from ?? null, to: to ?? stretch?.to ?? null };
}
