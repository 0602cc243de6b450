import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  doublePrecision,
  index,
  integer,
  pgTable,
  pgView,
  smallint,
  unique,
} from "drizzle-orm/pg-core";
import {
  amounts,
  canonicalGuid,
  id,
  instant,
  jsonb,
  notNegative,
  oneOf,
  percents,
  roundNumberIn,
  text,
  unixSeconds,
  writtenAt,
} from "./columns.ts";
import { rounds } from "./core.ts";

// Times in `…Ms` are milliseconds since the round began, distances are game units.
const outcomes = ["killed", "escaped", "round_end"] as const;
const teams = ["AXIS", "ALLIES"] as const;
const classes = ["SOLDIER", "MEDIC", "ENGINEER", "FIELDOPS", "COVERTOPS"] as const;
type Team = (typeof teams)[number];

/** Which round a row of a proximity file tells of. */
const context = () => ({
  sessionDate: date().notNull(),
  roundNumber: smallint().$type<1 | 2>().notNull(),
  /** 0 unknown. */
  roundStartUnix: unixSeconds().notNull().default(0),
  roundEndUnix: unixSeconds().notNull().default(0),
  mapName: text().notNull(),
  roundId: integer().references(() => rounds.id, { onDelete: "set null" }),
});

const list = () => jsonb().$type<readonly unknown[]>().notNull().default(sql`'[]'::jsonb`);
const count = () => integer().notNull().default(0);

/** One player under fire, from the first hit to his death or escape. */
export const combatEngagement = pgTable(
  "combat_engagement",
  {
    id: id(),
    ...context(),
    /** Unique within the round. */
    engagementId: integer().notNull(),
    startTimeMs: integer().notNull(),
    endTimeMs: integer().notNull(),
    durationMs: integer().notNull(),
    targetGuid: text().notNull(),
    targetGuidCanonical: canonicalGuid("target_guid"),
    targetName: text().notNull(),
    targetTeam: text().$type<Team>().notNull(),
    outcome: text().$type<(typeof outcomes)[number]>().notNull(),
    totalDamageTaken: integer().notNull(),
    killerGuid: text(),
    killerGuidCanonical: canonicalGuid("killer_guid"),
    killerName: text(),
    /** `[{time_ms, x, y, z, event}]`. */
    positionPath: list(),
    startX: doublePrecision().notNull(),
    startY: doublePrecision().notNull(),
    startZ: doublePrecision().notNull(),
    endX: doublePrecision().notNull(),
    endY: doublePrecision().notNull(),
    endZ: doublePrecision().notNull(),
    distanceTraveled: doublePrecision().notNull(),
    /** `[{guid, name, team, damage, hits, first_hit_ms, last_hit_ms, got_kill, weapons}]`. */
    attackers: list(),
    numAttackers: integer().notNull(),
    /** Two attackers or more within a second. */
    isCrossfire: boolean().notNull().default(false),
    crossfireDelayMs: integer(),
    crossfireParticipants: jsonb().$type<readonly unknown[]>(),
    createdAt: writtenAt(),
  },
  (t) => [
    unique("combat_engagement_round_engagement_unique").on(
      t.sessionDate,
      t.roundNumber,
      t.roundStartUnix,
      t.engagementId,
    ),
    index("idx_engagement_session").on(t.sessionDate, t.roundNumber),
    index("idx_engagement_map").on(t.mapName),
    index("idx_engagement_target").on(t.targetGuid),
    index("idx_engagement_crossfire").on(t.isCrossfire).where(sql`"is_crossfire"`),
    index("idx_engagement_outcome").on(t.outcome),
    index("idx_engagement_round_id").on(t.roundId),
    roundNumberIn("combat_engagement"),
    oneOf("combat_engagement", "target_team", teams),
    oneOf("combat_engagement", "outcome", outcomes),
    ...notNegative("combat_engagement", ["duration_ms", "total_damage_taken", "num_attackers"]),
    ...amounts("combat_engagement", ["distance_traveled"]),
  ],
);

/** One life of a player: his way through the map, a sample each second. */
export const playerTrack = pgTable(
  "player_track",
  {
    id: id(),
    ...context(),
    playerGuid: text().notNull(),
    guidCanonical: canonicalGuid("player_guid"),
    playerName: text().notNull(),
    team: text().$type<Team>().notNull(),
    playerClass: text().$type<(typeof classes)[number]>().notNull(),
    spawnTimeMs: integer().notNull(),
    deathTimeMs: integer(),
    durationMs: integer(),
    firstMoveTimeMs: integer(),
    timeToFirstMoveMs: integer(),
    sampleCount: integer().notNull(),
    /** `[{time, x, y, z, health, speed, weapon, stance, sprint, event}]`. */
    path: list(),
    totalDistance: doublePrecision(),
    avgSpeed: doublePrecision(),
    sprintPercentage: doublePrecision(),
    createdAt: writtenAt(),
  },
  (t) => [
    unique("player_track_round_player_spawn_unique").on(
      t.sessionDate,
      t.roundNumber,
      t.roundStartUnix,
      t.playerGuid,
      t.spawnTimeMs,
    ),
    index("idx_track_session").on(t.sessionDate, t.roundNumber),
    index("idx_track_player").on(t.playerGuid),
    index("idx_track_map").on(t.mapName),
    index("idx_track_class").on(t.playerClass),
    index("idx_track_round_id").on(t.roundId),
    roundNumberIn("player_track"),
    oneOf("player_track", "team", teams),
    oneOf("player_track", "player_class", classes),
    ...notNegative("player_track", ["sample_count", "duration_ms"]),
    ...amounts("player_track", ["total_distance", "avg_speed"]),
    ...percents("player_track", ["sprint_percentage"]),
  ],
);

/** A player's engagements, summed: alone ("solo") and under two attackers or more ("focused"). */
export const playerTeamplayStats = pgTable(
  "player_teamplay_stats",
  {
    id: id(),
    playerGuid: text().notNull().unique("player_teamplay_stats_player_guid_unique"),
    guidCanonical: canonicalGuid("player_guid"),
    playerName: text().notNull(),
    crossfireParticipations: count(),
    crossfireKills: count(),
    crossfireDamage: count(),
    crossfireFinalBlows: count(),
    avgCrossfireDelayMs: doublePrecision(),
    soloKills: count(),
    soloEngagements: count(),
    timesTargeted: count(),
    timesFocused: count(),
    focusEscapes: count(),
    focusDeaths: count(),
    soloEscapes: count(),
    soloDeaths: count(),
    avgEscapeDistance: doublePrecision(),
    avgEngagementDurationMs: doublePrecision(),
    totalDamageTaken: count(),
    totalDamageDealtCrossfire: count(),
    firstSeen: writtenAt(),
    lastUpdated: writtenAt(),
  },
  (t) => [
    index("idx_teamplay_guid").on(t.playerGuid),
    index("idx_teamplay_crossfire").on(t.crossfireKills.desc()),
    ...notNegative("player_teamplay_stats", [
      "crossfire_participations",
      "crossfire_kills",
      "crossfire_damage",
      "crossfire_final_blows",
      "solo_kills",
      "solo_engagements",
      "times_targeted",
      "times_focused",
      "focus_escapes",
      "focus_deaths",
      "solo_escapes",
      "solo_deaths",
      "total_damage_taken",
      "total_damage_dealt_crossfire",
    ]),
  ],
);

/** Two players who shoot at the same targets. The smaller GUID is player 1. */
export const crossfirePairs = pgTable(
  "crossfire_pairs",
  {
    id: id(),
    player1Guid: text().notNull(),
    player1GuidCanonical: canonicalGuid("player1_guid"),
    player2Guid: text().notNull(),
    player2GuidCanonical: canonicalGuid("player2_guid"),
    player1Name: text(),
    player2Name: text(),
    crossfireCount: count(),
    crossfireKills: count(),
    totalCombinedDamage: count(),
    avgDelayMs: doublePrecision(),
    gamesTogether: count(),
    firstPlayed: writtenAt(),
    lastPlayed: writtenAt(),
  },
  (t) => [
    unique("crossfire_pairs_players_unique").on(t.player1Guid, t.player2Guid),
    index("idx_crossfire_pairs_player1").on(t.player1Guid),
    index("idx_crossfire_pairs_player2").on(t.player2Guid),
    check("crossfire_pairs_ordered", sql`"player1_guid" collate "C" < "player2_guid" collate "C"`),
    ...notNegative("crossfire_pairs", [
      "crossfire_count",
      "crossfire_kills",
      "total_combined_damage",
      "games_together",
    ]),
  ],
);

/** Where on a map people kill and die. */
export const mapKillHeatmap = pgTable(
  "map_kill_heatmap",
  {
    id: id(),
    mapName: text().notNull(),
    gridX: integer().notNull(),
    gridY: integer().notNull(),
    /** Edge of a cell. */
    gridSize: integer().notNull().default(512),
    totalKills: count(),
    axisKills: count(),
    alliesKills: count(),
    totalDeaths: count(),
    axisDeaths: count(),
    alliesDeaths: count(),
    createdAt: writtenAt(),
    updatedAt: writtenAt(),
  },
  (t) => [
    unique("map_kill_heatmap_cell_unique").on(t.mapName, t.gridX, t.gridY, t.gridSize),
    index("idx_kill_heatmap_map").on(t.mapName),
    check("map_kill_heatmap_grid_size_positive", sql`"grid_size" > 0`),
    ...notNegative("map_kill_heatmap", [
      "total_kills",
      "axis_kills",
      "allies_kills",
      "total_deaths",
      "axis_deaths",
      "allies_deaths",
    ]),
  ],
);

/** Where on a map people walk, fight and get away. */
export const mapMovementHeatmap = pgTable(
  "map_movement_heatmap",
  {
    id: id(),
    mapName: text().notNull(),
    gridX: integer().notNull(),
    gridY: integer().notNull(),
    /** Edge of a cell. */
    gridSize: integer().notNull().default(512),
    traversalCount: count(),
    combatCount: count(),
    escapeCount: count(),
    createdAt: writtenAt(),
    updatedAt: writtenAt(),
  },
  (t) => [
    unique("map_movement_heatmap_cell_unique").on(t.mapName, t.gridX, t.gridY, t.gridSize),
    index("idx_movement_heatmap_map").on(t.mapName),
    check("map_movement_heatmap_grid_size_positive", sql`"grid_size" > 0`),
    ...notNegative("map_movement_heatmap", ["traversal_count", "combat_count", "escape_count"]),
  ],
);

/** How near a player stayed to an objective in a round. */
export const proximityObjectiveFocus = pgTable(
  "proximity_objective_focus",
  {
    id: id(),
    ...context(),
    playerGuid: text().notNull(),
    guidCanonical: canonicalGuid("player_guid"),
    playerName: text().notNull(),
    team: text().$type<Team>().notNull(),
    objective: text().notNull(),
    avgDistance: doublePrecision().notNull(),
    timeWithinRadiusMs: integer().notNull(),
    samples: integer().notNull(),
    createdAt: writtenAt(),
  },
  (t) => [
    unique("proximity_objective_focus_round_player_objective_unique").on(
      t.sessionDate,
      t.roundNumber,
      t.roundStartUnix,
      t.mapName,
      t.playerGuid,
      t.objective,
    ),
    index("idx_objective_focus_session").on(t.sessionDate, t.roundNumber),
    index("idx_objective_focus_player").on(t.playerGuid),
    index("idx_objective_focus_round_id").on(t.roundId),
    roundNumberIn("proximity_objective_focus"),
    oneOf("proximity_objective_focus", "team", teams),
    ...amounts("proximity_objective_focus", ["avg_distance"]),
    ...notNegative("proximity_objective_focus", ["time_within_radius_ms", "samples"]),
  ],
);

/** A death, and who of the dead man's team could, tried to, did and did not avenge it in time. */
export const proximityTradeEvent = pgTable(
  "proximity_trade_event",
  {
    id: id(),
    ...context(),
    victimGuid: text().notNull(),
    victimGuidCanonical: canonicalGuid("victim_guid"),
    victimName: text().notNull(),
    victimTeam: text().$type<Team>().notNull(),
    killerGuid: text(),
    killerGuidCanonical: canonicalGuid("killer_guid"),
    killerName: text(),
    deathTimeMs: integer().notNull(),
    tradeWindowMs: integer().notNull(),
    opportunityCount: count(),
    opportunities: list(),
    attemptCount: count(),
    attempts: list(),
    successCount: count(),
    successes: list(),
    missedCount: count(),
    missedCandidates: list(),
    nearestTeammateDist: doublePrecision(),
    /** No team mate was near. */
    isIsolationDeath: boolean().notNull().default(false),
    createdAt: writtenAt(),
  },
  (t) => [
    unique("proximity_trade_event_round_victim_death_unique").on(
      t.sessionDate,
      t.roundNumber,
      t.roundStartUnix,
      t.victimGuid,
      t.deathTimeMs,
    ),
    index("idx_trade_event_session").on(t.sessionDate, t.roundNumber),
    index("idx_trade_event_victim").on(t.victimGuid),
    index("idx_trade_event_killer").on(t.killerGuid),
    index("idx_trade_event_round_id").on(t.roundId),
    roundNumberIn("proximity_trade_event"),
    oneOf("proximity_trade_event", "victim_team", teams),
    ...notNegative("proximity_trade_event", [
      "opportunity_count",
      "attempt_count",
      "success_count",
      "missed_count",
    ]),
    ...amounts("proximity_trade_event", ["nearest_teammate_dist"]),
  ],
);

/** How long, in a round, players stayed near a team mate. */
export const proximitySupportSummary = pgTable(
  "proximity_support_summary",
  {
    id: id(),
    ...context(),
    supportSamples: count(),
    totalSamples: count(),
    supportUptimePct: doublePrecision(),
    computedAt: instant().notNull().defaultNow(),
  },
  (t) => [
    unique("proximity_support_summary_round_unique").on(
      t.sessionDate,
      t.roundNumber,
      t.roundStartUnix,
    ),
    index("idx_support_summary_session").on(t.sessionDate, t.roundNumber),
    index("idx_support_summary_round_id").on(t.roundId),
    roundNumberIn("proximity_support_summary"),
    ...notNegative("proximity_support_summary", ["support_samples", "total_samples"]),
    ...percents("proximity_support_summary", ["support_uptime_pct"]),
  ],
);

/** Who takes part in crossfires, how often they kill, and how often he survives being the target. */
export const proximityTeamplayLeaderboard = pgView("proximity_teamplay_leaderboard", {
  playerGuid: text(),
  playerName: text(),
  crossfireParticipations: integer(),
  crossfireKills: integer(),
  killRatePercent: doublePrecision(),
  timesFocused: integer(),
  focusEscapes: integer(),
  focusSurvivalPercent: doublePrecision(),
}).as(sql`
  select player_guid, player_name, crossfire_participations, crossfire_kills,
    100.0::double precision * crossfire_kills / crossfire_participations as kill_rate_percent,
    times_focused, focus_escapes,
    case when times_focused > 0
      then 100.0::double precision * focus_escapes / times_focused end as focus_survival_percent
  from player_teamplay_stats
  where crossfire_participations > 0`);

/** Pairs with five crossfires or more. */
export const proximityBestDuos = pgView("proximity_best_duos", {
  player1Guid: text(),
  player1Name: text(),
  player2Guid: text(),
  player2Name: text(),
  crossfireCount: integer(),
  crossfireKills: integer(),
  killRatePercent: doublePrecision(),
  totalCombinedDamage: integer(),
  avgDelayMs: doublePrecision(),
}).as(sql`
  select player1_guid, player1_name, player2_guid, player2_name, crossfire_count, crossfire_kills,
    100.0::double precision * crossfire_kills / crossfire_count as kill_rate_percent,
    total_combined_damage, avg_delay_ms
  from crossfire_pairs
  where crossfire_count >= 5`);

/** Cells of a map in which something happened. */
export const proximityMapHotspots = pgView("proximity_map_hotspots", {
  mapName: text(),
  gridX: integer(),
  gridY: integer(),
  gridSize: integer(),
  totalKills: integer(),
  totalDeaths: integer(),
  totalEvents: integer(),
}).as(sql`
  select map_name, grid_x, grid_y, grid_size, total_kills, total_deaths,
    total_kills + total_deaths as total_events
  from map_kill_heatmap
  where total_kills + total_deaths > 0`);

/** Engagements of a round, summed. */
export const proximityRoundEngagements = pgView("proximity_round_engagements", {
  sessionDate: date(),
  roundNumber: integer(),
  roundStartUnix: unixSeconds(),
  mapName: text(),
  engagements: integer(),
  crossfires: integer(),
  kills: integer(),
  escapes: integer(),
  avgDurationMs: doublePrecision(),
  avgAttackers: doublePrecision(),
}).as(sql`
  select session_date, round_number::integer as round_number, round_start_unix, map_name,
    count(*)::integer as engagements,
    count(*) filter (where is_crossfire)::integer as crossfires,
    count(*) filter (where outcome = 'killed')::integer as kills,
    count(*) filter (where outcome = 'escaped')::integer as escapes,
    avg(duration_ms)::double precision as avg_duration_ms,
    avg(num_attackers)::double precision as avg_attackers
  from combat_engagement
  group by session_date, round_number, round_start_unix, map_name`);
