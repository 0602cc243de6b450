import { sql } from "drizzle-orm";
import { boolean, date, doublePrecision, integer, pgView } from "drizzle-orm/pg-core";
import { text } from "./columns.ts";

// Counters that add up over the two rounds of a match.
const counters = [
  "kills",
  "deaths",
  "damage_given",
  "damage_received",
  "team_damage_given",
  "team_damage_received",
  "gibs",
  "self_kills",
  "full_selfkills",
  "team_kills",
  "team_gibs",
  "headshot_kills",
  "headshots",
  "hits",
  "shots",
  "bullets_fired",
  "kill_assists",
  "objectives_completed",
  "objectives_destroyed",
  "objectives_stolen",
  "objectives_returned",
  "dynamites_planted",
  "dynamites_defused",
  "times_revived",
  "revives_given",
  "most_useful_kills",
  "useless_kills",
  "kill_steals",
  "denied_playtime",
  "constructions",
  "double_kills",
  "triple_kills",
  "quad_kills",
  "multi_kills",
  "mega_kills",
];

/**
 * A match as one: each player's numbers over Round 1 and Round 2, for matches of which both rounds
 * count. Counters and times are added, sprees are the longer of the two, ratios are made anew from
 * the sums. Who played in one of the rounds only is in it too.
 */
export const matchSummaries = pgView("match_summaries", {
  matchId: text(),
  mapName: text(),
  /** Date of Round 1. */
  roundDate: date(),
  gamingSessionId: integer(),
  round1Id: integer(),
  round2Id: integer(),
  playerGuid: text(),
  /** Latest name. */
  playerName: text(),
  cleanName: text(),
  isBot: boolean(),
  /** 1 or 2. */
  roundsPlayed: integer(),
  kills: integer(),
  deaths: integer(),
  damageGiven: integer(),
  damageReceived: integer(),
  teamDamageGiven: integer(),
  teamDamageReceived: integer(),
  gibs: integer(),
  selfKills: integer(),
  fullSelfkills: integer(),
  teamKills: integer(),
  teamGibs: integer(),
  headshotKills: integer(),
  headshots: integer(),
  hits: integer(),
  shots: integer(),
  bulletsFired: integer(),
  killAssists: integer(),
  objectivesCompleted: integer(),
  objectivesDestroyed: integer(),
  objectivesStolen: integer(),
  objectivesReturned: integer(),
  dynamitesPlanted: integer(),
  dynamitesDefused: integer(),
  timesRevived: integer(),
  revivesGiven: integer(),
  mostUsefulKills: integer(),
  uselessKills: integer(),
  killSteals: integer(),
  deniedPlaytime: integer(),
  constructions: integer(),
  doubleKills: integer(),
  tripleKills: integer(),
  quadKills: integer(),
  multiKills: integer(),
  megaKills: integer(),
  killingSpreeBest: integer(),
  deathSpreeWorst: integer(),
  xp: doublePrecision(),
  timePlayedSeconds: doublePrecision(),
  timePlayedMinutes: doublePrecision(),
  timeDeadMinutes: doublePrecision(),
  timeDeadRatio: doublePrecision(),
  timePlayedPercent: doublePrecision(),
  kdRatio: doublePrecision(),
  dpm: doublePrecision(),
  efficiency: doublePrecision(),
  accuracy: doublePrecision(),
  tankMeatshield: doublePrecision(),
}).as(sql`
  select match_id, map_name, round_date, gaming_session_id, round1_id, round2_id,
    player_guid, player_name, clean_name, is_bot, rounds_played,
    ${sql.raw(counters.join(", "))},
    killing_spree_best, death_spree_worst, xp,
    time_played_seconds, time_played_minutes, time_dead_minutes,
    case when time_dead_minutes is null then null
      when time_played_minutes > 0 then
      round(least(100, 100 * time_dead_minutes / time_played_minutes)::numeric, 1)::double precision
      else 0 end as time_dead_ratio,
    case when percent_minutes > 0 then percent_sum / percent_minutes end as time_played_percent,
    case when deaths > 0 then kills::double precision / deaths else kills end as kd_ratio,
    case when time_played_seconds > 0 then damage_given * 60 / time_played_seconds else 0 end as dpm,
    case when kills + deaths > 0 then 100.0::double precision * kills / (kills + deaths) else 0 end
      as efficiency,
    case when shots > 0 then least(100, 100.0::double precision * hits / shots) else 0 end as accuracy,
    case when damage_received > 1000 and tank > 3 then round(tank::numeric, 1)::double precision
      else 0 end as tank_meatshield
  from (
    select one.match_id, one.map_name, one.round_date, one.gaming_session_id,
      one.id as round1_id, two.id as round2_id, p.player_guid,
      (array_agg(p.player_name order by p.round_number desc))[1] as player_name,
      (array_agg(p.clean_name order by p.round_number desc))[1] as clean_name,
      bool_or(p.is_bot) as is_bot,
      count(*)::integer as rounds_played,
      ${sql.raw(counters.map((name) => `sum(p.${name})::integer as ${name}`).join(",\n      "))},
      max(p.killing_spree_best) as killing_spree_best,
      max(p.death_spree_worst) as death_spree_worst,
      sum(p.xp) as xp,
      sum(p.time_played_seconds) as time_played_seconds,
      sum(p.time_played_minutes) as time_played_minutes,
      sum(p.time_dead_minutes) as time_dead_minutes,
      sum(p.time_played_percent * p.time_played_minutes) as percent_sum,
      sum(p.time_played_minutes) filter (where p.time_played_percent is not null)
        as percent_minutes,
      case when sum(p.deaths) > 0 then sum(p.damage_received)::double precision / sum(p.deaths)
        else sum(p.damage_received) + 1 end / 130 as tank
    from rounds one
    join rounds two on two.match_id = one.match_id and two.round_number = 2 and two.is_valid
    join player_comprehensive_stats p on p.round_id in (one.id, two.id)
    where one.round_number = 1 and one.is_valid
    group by one.id, two.id, p.player_guid
  ) match_sums`);
