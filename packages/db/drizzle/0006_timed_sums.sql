DROP VIEW "public"."match_summaries";--> statement-breakpoint
ALTER TABLE "player_days" ADD COLUMN "timed_seconds" double precision DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "player_days" ADD COLUMN "timed_damage" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "player_totals" ADD COLUMN "timed_seconds" double precision DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "player_totals" ADD COLUMN "timed_damage" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE VIEW "public"."match_summaries" AS (
  select match_id, map_name, round_date, gaming_session_id, round1_id, round2_id,
    player_guid, player_name, clean_name, is_bot, rounds_played,
    kills, deaths, damage_given, damage_received, team_damage_given, team_damage_received, gibs, self_kills, full_selfkills, team_kills, team_gibs, headshot_kills, headshots, hits, shots, bullets_fired, kill_assists, objectives_completed, objectives_destroyed, objectives_stolen, objectives_returned, dynamites_planted, dynamites_defused, times_revived, revives_given, most_useful_kills, useless_kills, kill_steals, denied_playtime, constructions, double_kills, triple_kills, quad_kills, multi_kills, mega_kills,
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
      sum(p.kills)::integer as kills,
      sum(p.deaths)::integer as deaths,
      sum(p.damage_given)::integer as damage_given,
      sum(p.damage_received)::integer as damage_received,
      sum(p.team_damage_given)::integer as team_damage_given,
      sum(p.team_damage_received)::integer as team_damage_received,
      sum(p.gibs)::integer as gibs,
      sum(p.self_kills)::integer as self_kills,
      sum(p.full_selfkills)::integer as full_selfkills,
      sum(p.team_kills)::integer as team_kills,
      sum(p.team_gibs)::integer as team_gibs,
      sum(p.headshot_kills)::integer as headshot_kills,
      sum(p.headshots)::integer as headshots,
      sum(p.hits)::integer as hits,
      sum(p.shots)::integer as shots,
      sum(p.bullets_fired)::integer as bullets_fired,
      sum(p.kill_assists)::integer as kill_assists,
      sum(p.objectives_completed)::integer as objectives_completed,
      sum(p.objectives_destroyed)::integer as objectives_destroyed,
      sum(p.objectives_stolen)::integer as objectives_stolen,
      sum(p.objectives_returned)::integer as objectives_returned,
      sum(p.dynamites_planted)::integer as dynamites_planted,
      sum(p.dynamites_defused)::integer as dynamites_defused,
      sum(p.times_revived)::integer as times_revived,
      sum(p.revives_given)::integer as revives_given,
      sum(p.most_useful_kills)::integer as most_useful_kills,
      sum(p.useless_kills)::integer as useless_kills,
      sum(p.kill_steals)::integer as kill_steals,
      sum(p.denied_playtime)::integer as denied_playtime,
      sum(p.constructions)::integer as constructions,
      sum(p.double_kills)::integer as double_kills,
      sum(p.triple_kills)::integer as triple_kills,
      sum(p.quad_kills)::integer as quad_kills,
      sum(p.multi_kills)::integer as multi_kills,
      sum(p.mega_kills)::integer as mega_kills,
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
  ) match_sums);