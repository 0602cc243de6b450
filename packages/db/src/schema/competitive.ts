import { sql } from "drizzle-orm";
import {
  boolean,
  date,
  doublePrecision,
  index,
  integer,
  pgTable,
  smallint,
  unique,
} from "drizzle-orm/pg-core";
import {
  amounts,
  discordId,
  id,
  instant,
  jsonb,
  notNegative,
  oneOf,
  percents,
  shares,
  sides,
  text,
  writtenAt,
} from "./columns.ts";

/** A prediction made before a match, and what became of it. */
export const matchPredictions = pgTable(
  "match_predictions",
  {
    id: id(),
    /** What the prediction is of, so that nothing is predicted twice: `start:<match id>` of a session. */
    predictionEventKey: text().notNull(),
    /** The model and its version: `blend-1`. */
    modelVersion: text().notNull(),
    /** As of when: nothing that ended later was looked at. */
    predictionTime: writtenAt(),
    sessionDate: date().notNull(),
    gamingSessionId: integer(),
    /** Null: made for whatever is played. */
    mapName: text(),
    /** `3v3` … `6v6`. */
    format: text().notNull(),
    /** Null for a prediction that was not made from voice channels. */
    teamAChannelId: discordId("team_a_channel_id"),
    teamBChannelId: discordId("team_b_channel_id"),
    teamAGuids: jsonb("team_a_guids").$type<readonly string[]>().notNull(),
    teamBGuids: jsonb("team_b_guids").$type<readonly string[]>().notNull(),
    teamADiscordIds: jsonb("team_a_discord_ids").$type<readonly string[]>(),
    teamBDiscordIds: jsonb("team_b_discord_ids").$type<readonly string[]>(),
    teamAWinProbability: doublePrecision("team_a_win_probability").notNull(),
    teamBWinProbability: doublePrecision("team_b_win_probability").notNull(),
    confidence: text().$type<"high" | "medium" | "low">().notNull(),
    confidenceScore: doublePrecision().notNull(),
    /** Factor scores for team A, 0.5 neutral. */
    h2hScore: doublePrecision("h2h_score").notNull(),
    formScore: doublePrecision().notNull(),
    mapScore: doublePrecision().notNull(),
    subsScore: doublePrecision().notNull(),
    weightedScore: doublePrecision().notNull(),
    keyInsight: text().notNull(),
    h2hDetails: jsonb("h2h_details"),
    formDetails: jsonb(),
    mapDetails: jsonb(),
    subsDetails: jsonb(),
    /** Players without a match before it; they counted as average ones. */
    newcomers: jsonb().$type<readonly string[]>().notNull().default(sql`'[]'::jsonb`),
    /** Matches that were over and looked at. */
    matchesSeen: integer().notNull().default(0),
    /** 1 team A, 2 team B, 0 draw; null until resolved. */
    actualWinner: smallint().$type<0 | 1 | 2>(),
    teamAActualScore: integer("team_a_actual_score"),
    teamBActualScore: integer("team_b_actual_score"),
    /** Null on draws. */
    predictionCorrect: boolean(),
    /** 1 − (1 − p)² of the side that won; null on draws, like the two below. */
    predictionAccuracy: doublePrecision(),
    /** (1 − p)², and −ln p. */
    brierScore: doublePrecision(),
    logLoss: doublePrecision(),
    discordMessageId: discordId(),
    discordChannelId: discordId(),
    /** Linked players ÷ players. */
    guidCoverage: doublePrecision().notNull(),
    createdAt: writtenAt(),
    updatedAt: writtenAt(),
  },
  (t) => [
    unique("match_predictions_prediction_event_key_unique").on(t.predictionEventKey),
    index("idx_predictions_session_date").on(t.sessionDate),
    index("idx_predictions_prediction_time").on(t.predictionTime.desc()),
    index("idx_predictions_format").on(t.format),
    index("idx_predictions_confidence").on(t.confidence),
    index("idx_predictions_discord_msg").on(t.discordMessageId),
    index("idx_predictions_outcome").on(t.actualWinner).where(sql`"actual_winner" is not null`),
    index("idx_predictions_gaming_session").on(t.gamingSessionId),
    oneOf("match_predictions", "confidence", ["high", "medium", "low"]),
    ...shares("match_predictions", [
      "team_a_win_probability",
      "team_b_win_probability",
      "confidence_score",
      "h2h_score",
      "form_score",
      "map_score",
      "subs_score",
      "weighted_score",
      "prediction_accuracy",
      "brier_score",
      "guid_coverage",
    ]),
    ...sides("match_predictions", ["actual_winner"]),
    ...amounts("match_predictions", ["log_loss"]),
    ...notNegative("match_predictions", [
      "matches_seen",
      "team_a_actual_score",
      "team_b_actual_score",
    ]),
  ],
);

/** What the maps of a session gave: a versioned object, so that old rows stay readable. */
export interface StoredRoundDetails {
  readonly version: number;
  readonly maps: readonly unknown[];
}

/** The score of a gaming session. */
export const sessionResults = pgTable(
  "session_results",
  {
    id: id(),
    sessionDate: date().notNull(),
    /** `ALL`: results of single maps stand in `round_details`. */
    mapName: text().notNull().default("ALL"),
    gamingSessionId: integer().notNull(),
    team1Guids: jsonb("team_1_guids").$type<readonly string[]>().notNull(),
    team2Guids: jsonb("team_2_guids").$type<readonly string[]>().notNull(),
    team1Names: jsonb("team_1_names").$type<readonly string[]>().notNull(),
    team2Names: jsonb("team_2_names").$type<readonly string[]>().notNull(),
    team1Name: text("team_1_name"),
    team2Name: text("team_2_name"),
    /** `<n>v<m>` from the rosters. */
    format: text().notNull(),
    totalRounds: integer().notNull(),
    /** Humans in a round that counts, also those of whom only the webhook tells. */
    players: integer().notNull().default(0),
    team1Score: integer("team_1_score").notNull().default(0),
    team2Score: integer("team_2_score").notNull().default(0),
    /** Drawn maps; each is also in both scores. */
    draws: integer().notNull().default(0),
    /** 1, 2, or 0 for a tie. */
    winningTeam: smallint().$type<0 | 1 | 2>().notNull(),
    roundDetails: jsonb().$type<StoredRoundDetails>(),
    /** `[1, 2, 1, 2, …]`. */
    roundNumbers: jsonb().$type<readonly number[]>().notNull().default(sql`'[]'::jsonb`),
    sessionStart: instant().notNull(),
    sessionEnd: instant(),
    durationMinutes: doublePrecision(),
    team1TotalKills: integer("team_1_total_kills").notNull().default(0),
    team1TotalDeaths: integer("team_1_total_deaths").notNull().default(0),
    team1TotalDamage: integer("team_1_total_damage").notNull().default(0),
    team2TotalKills: integer("team_2_total_kills").notNull().default(0),
    team2TotalDeaths: integer("team_2_total_deaths").notNull().default(0),
    team2TotalDamage: integer("team_2_total_damage").notNull().default(0),
    hadSubstitutions: boolean().notNull().default(false),
    substitutionDetails: jsonb().$type<readonly unknown[]>(),
    /** A third or more of a match's players changed team at once. */
    reshuffled: boolean().notNull().default(false),
    createdAt: writtenAt(),
    updatedAt: writtenAt(),
  },
  (t) => [
    unique("session_results_gaming_session_id_map_name_unique").on(t.gamingSessionId, t.mapName),
    index("idx_session_results_date").on(t.sessionDate.desc()),
    index("idx_session_results_map").on(t.mapName),
    index("idx_session_results_format").on(t.format),
    index("idx_session_results_gaming_session").on(t.gamingSessionId),
    index("idx_session_results_winner").on(t.winningTeam),
    // GIN: finds sessions by a player, and has no limit on the size of a roster.
    index("idx_session_results_teams").using("gin", t.team1Guids, t.team2Guids),
    index("idx_session_results_team1_name").on(t.team1Name),
    index("idx_session_results_team2_name").on(t.team2Name),
    ...sides("session_results", ["winning_team"]),
    ...amounts("session_results", ["duration_minutes"]),
    ...notNegative("session_results", [
      "total_rounds",
      "players",
      "team_1_score",
      "team_2_score",
      "draws",
      "team_1_total_kills",
      "team_1_total_deaths",
      "team_1_total_damage",
      "team_2_total_kills",
      "team_2_total_deaths",
      "team_2_total_damage",
    ]),
  ],
);

/** A player's averages on a map. */
export const mapPerformance = pgTable(
  "map_performance",
  {
    id: id(),
    playerGuid: text().notNull(),
    mapName: text().notNull(),
    matchesPlayed: integer().notNull().default(0),
    totalRounds: integer().notNull().default(0),
    wins: integer().notNull().default(0),
    losses: integer().notNull().default(0),
    /** Of the decided maps, 0 to 1. */
    winRate: doublePrecision().notNull().default(0),
    avgKills: doublePrecision().notNull().default(0),
    avgDeaths: doublePrecision().notNull().default(0),
    avgKdRatio: doublePrecision().notNull().default(0),
    avgDpm: doublePrecision().notNull().default(0),
    avgEfficiency: doublePrecision().notNull().default(0),
    lastMatchDate: date(),
    updatedAt: writtenAt(),
  },
  (t) => [
    unique("map_performance_player_guid_map_name_unique").on(t.playerGuid, t.mapName),
    index("idx_map_performance_guid").on(t.playerGuid),
    index("idx_map_performance_map").on(t.mapName),
    index("idx_map_performance_winrate").on(t.winRate.desc()),
    ...shares("map_performance", ["win_rate"]),
    ...percents("map_performance", ["avg_efficiency"]),
    ...amounts("map_performance", ["avg_kills", "avg_deaths", "avg_kd_ratio", "avg_dpm"]),
    ...notNegative("map_performance", ["matches_played", "total_rounds", "wins", "losses"]),
  ],
);
