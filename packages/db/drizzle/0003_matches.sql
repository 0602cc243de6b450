CREATE TABLE "match_players" (
	"match_id" text NOT NULL,
	"player_guid" text NOT NULL,
	"gaming_session_id" integer NOT NULL,
	"map_name" text NOT NULL,
	"played_on" date NOT NULL,
	"ended_at" timestamp with time zone NOT NULL,
	"team" char(1),
	"outcome" text,
	"rounds" integer NOT NULL,
	"kills" bigint NOT NULL,
	"deaths" bigint NOT NULL,
	"damage_given" bigint NOT NULL,
	"time_played_ms" bigint NOT NULL,
	CONSTRAINT "match_players_pkey" PRIMARY KEY("match_id","player_guid"),
	CONSTRAINT "match_players_team_known" CHECK ("team" in ('A', 'B')),
	CONSTRAINT "match_players_outcome_known" CHECK ("outcome" in ('win', 'loss', 'draw')),
	CONSTRAINT "match_players_rounds_not_negative" CHECK ("rounds" >= 0),
	CONSTRAINT "match_players_kills_not_negative" CHECK ("kills" >= 0),
	CONSTRAINT "match_players_deaths_not_negative" CHECK ("deaths" >= 0),
	CONSTRAINT "match_players_damage_given_not_negative" CHECK ("damage_given" >= 0),
	CONSTRAINT "match_players_time_played_ms_not_negative" CHECK ("time_played_ms" >= 0)
);
--> statement-breakpoint
CREATE TABLE "player_pairs" (
	"player_guid" text NOT NULL,
	"other_guid" text NOT NULL,
	"season" text NOT NULL,
	"with_matches" bigint DEFAULT 0 NOT NULL,
	"with_wins" bigint DEFAULT 0 NOT NULL,
	"with_losses" bigint DEFAULT 0 NOT NULL,
	"with_draws" bigint DEFAULT 0 NOT NULL,
	"with_rounds" bigint DEFAULT 0 NOT NULL,
	"with_kills" bigint DEFAULT 0 NOT NULL,
	"with_deaths" bigint DEFAULT 0 NOT NULL,
	"with_damage" bigint DEFAULT 0 NOT NULL,
	"with_time_ms" bigint DEFAULT 0 NOT NULL,
	"against_matches" bigint DEFAULT 0 NOT NULL,
	"against_wins" bigint DEFAULT 0 NOT NULL,
	"against_losses" bigint DEFAULT 0 NOT NULL,
	"against_draws" bigint DEFAULT 0 NOT NULL,
	"against_rounds" bigint DEFAULT 0 NOT NULL,
	"against_kills" bigint DEFAULT 0 NOT NULL,
	"against_deaths" bigint DEFAULT 0 NOT NULL,
	"against_damage" bigint DEFAULT 0 NOT NULL,
	"against_time_ms" bigint DEFAULT 0 NOT NULL,
	"duel_kills" bigint DEFAULT 0 NOT NULL,
	"duel_deaths" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "player_pairs_pkey" PRIMARY KEY("player_guid","other_guid","season"),
	CONSTRAINT "player_pairs_with_matches_not_negative" CHECK ("with_matches" >= 0),
	CONSTRAINT "player_pairs_with_wins_not_negative" CHECK ("with_wins" >= 0),
	CONSTRAINT "player_pairs_with_losses_not_negative" CHECK ("with_losses" >= 0),
	CONSTRAINT "player_pairs_with_draws_not_negative" CHECK ("with_draws" >= 0),
	CONSTRAINT "player_pairs_with_rounds_not_negative" CHECK ("with_rounds" >= 0),
	CONSTRAINT "player_pairs_with_kills_not_negative" CHECK ("with_kills" >= 0),
	CONSTRAINT "player_pairs_with_deaths_not_negative" CHECK ("with_deaths" >= 0),
	CONSTRAINT "player_pairs_with_damage_not_negative" CHECK ("with_damage" >= 0),
	CONSTRAINT "player_pairs_with_time_ms_not_negative" CHECK ("with_time_ms" >= 0),
	CONSTRAINT "player_pairs_against_matches_not_negative" CHECK ("against_matches" >= 0),
	CONSTRAINT "player_pairs_against_wins_not_negative" CHECK ("against_wins" >= 0),
	CONSTRAINT "player_pairs_against_losses_not_negative" CHECK ("against_losses" >= 0),
	CONSTRAINT "player_pairs_against_draws_not_negative" CHECK ("against_draws" >= 0),
	CONSTRAINT "player_pairs_against_rounds_not_negative" CHECK ("against_rounds" >= 0),
	CONSTRAINT "player_pairs_against_kills_not_negative" CHECK ("against_kills" >= 0),
	CONSTRAINT "player_pairs_against_deaths_not_negative" CHECK ("against_deaths" >= 0),
	CONSTRAINT "player_pairs_against_damage_not_negative" CHECK ("against_damage" >= 0),
	CONSTRAINT "player_pairs_against_time_ms_not_negative" CHECK ("against_time_ms" >= 0),
	CONSTRAINT "player_pairs_duel_kills_not_negative" CHECK ("duel_kills" >= 0),
	CONSTRAINT "player_pairs_duel_deaths_not_negative" CHECK ("duel_deaths" >= 0)
);
--> statement-breakpoint
CREATE TABLE "session_pairs" (
	"gaming_session_id" integer NOT NULL,
	"player_guid" text NOT NULL,
	"other_guid" text NOT NULL,
	"season" text NOT NULL,
	"with_matches" bigint DEFAULT 0 NOT NULL,
	"with_wins" bigint DEFAULT 0 NOT NULL,
	"with_losses" bigint DEFAULT 0 NOT NULL,
	"with_draws" bigint DEFAULT 0 NOT NULL,
	"with_rounds" bigint DEFAULT 0 NOT NULL,
	"with_kills" bigint DEFAULT 0 NOT NULL,
	"with_deaths" bigint DEFAULT 0 NOT NULL,
	"with_damage" bigint DEFAULT 0 NOT NULL,
	"with_time_ms" bigint DEFAULT 0 NOT NULL,
	"against_matches" bigint DEFAULT 0 NOT NULL,
	"against_wins" bigint DEFAULT 0 NOT NULL,
	"against_losses" bigint DEFAULT 0 NOT NULL,
	"against_draws" bigint DEFAULT 0 NOT NULL,
	"against_rounds" bigint DEFAULT 0 NOT NULL,
	"against_kills" bigint DEFAULT 0 NOT NULL,
	"against_deaths" bigint DEFAULT 0 NOT NULL,
	"against_damage" bigint DEFAULT 0 NOT NULL,
	"against_time_ms" bigint DEFAULT 0 NOT NULL,
	"duel_kills" bigint DEFAULT 0 NOT NULL,
	"duel_deaths" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "session_pairs_pkey" PRIMARY KEY("gaming_session_id","player_guid","other_guid","season"),
	CONSTRAINT "session_pairs_with_matches_not_negative" CHECK ("with_matches" >= 0),
	CONSTRAINT "session_pairs_with_wins_not_negative" CHECK ("with_wins" >= 0),
	CONSTRAINT "session_pairs_with_losses_not_negative" CHECK ("with_losses" >= 0),
	CONSTRAINT "session_pairs_with_draws_not_negative" CHECK ("with_draws" >= 0),
	CONSTRAINT "session_pairs_with_rounds_not_negative" CHECK ("with_rounds" >= 0),
	CONSTRAINT "session_pairs_with_kills_not_negative" CHECK ("with_kills" >= 0),
	CONSTRAINT "session_pairs_with_deaths_not_negative" CHECK ("with_deaths" >= 0),
	CONSTRAINT "session_pairs_with_damage_not_negative" CHECK ("with_damage" >= 0),
	CONSTRAINT "session_pairs_with_time_ms_not_negative" CHECK ("with_time_ms" >= 0),
	CONSTRAINT "session_pairs_against_matches_not_negative" CHECK ("against_matches" >= 0),
	CONSTRAINT "session_pairs_against_wins_not_negative" CHECK ("against_wins" >= 0),
	CONSTRAINT "session_pairs_against_losses_not_negative" CHECK ("against_losses" >= 0),
	CONSTRAINT "session_pairs_against_draws_not_negative" CHECK ("against_draws" >= 0),
	CONSTRAINT "session_pairs_against_rounds_not_negative" CHECK ("against_rounds" >= 0),
	CONSTRAINT "session_pairs_against_kills_not_negative" CHECK ("against_kills" >= 0),
	CONSTRAINT "session_pairs_against_deaths_not_negative" CHECK ("against_deaths" >= 0),
	CONSTRAINT "session_pairs_against_damage_not_negative" CHECK ("against_damage" >= 0),
	CONSTRAINT "session_pairs_against_time_ms_not_negative" CHECK ("against_time_ms" >= 0),
	CONSTRAINT "session_pairs_duel_kills_not_negative" CHECK ("duel_kills" >= 0),
	CONSTRAINT "session_pairs_duel_deaths_not_negative" CHECK ("duel_deaths" >= 0)
);
--> statement-breakpoint
ALTER TABLE "match_predictions" ADD COLUMN "prediction_event_key" text NOT NULL;--> statement-breakpoint
ALTER TABLE "match_predictions" ADD COLUMN "model_version" text NOT NULL;--> statement-breakpoint
ALTER TABLE "match_predictions" ADD COLUMN "newcomers" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "match_predictions" ADD COLUMN "matches_seen" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "match_predictions" ADD COLUMN "brier_score" double precision;--> statement-breakpoint
ALTER TABLE "match_predictions" ADD COLUMN "log_loss" double precision;--> statement-breakpoint
ALTER TABLE "matchup_history" ADD COLUMN "played_on" date NOT NULL;--> statement-breakpoint
ALTER TABLE "matchup_history" ADD COLUMN "ended_at" timestamp with time zone NOT NULL;--> statement-breakpoint
CREATE INDEX "idx_match_players_player_ended" ON "match_players" USING btree ("player_guid","ended_at");--> statement-breakpoint
CREATE INDEX "idx_match_players_player_map" ON "match_players" USING btree ("player_guid","map_name");--> statement-breakpoint
CREATE INDEX "idx_match_players_session" ON "match_players" USING btree ("gaming_session_id");--> statement-breakpoint
CREATE INDEX "idx_session_pairs_pair" ON "session_pairs" USING btree ("player_guid","other_guid","season");--> statement-breakpoint
CREATE INDEX "idx_matchup_history_match" ON "matchup_history" USING btree ("match_id");--> statement-breakpoint
CREATE INDEX "idx_player_synergies_b" ON "player_synergies" USING btree ("player_b_guid");--> statement-breakpoint
ALTER TABLE "match_predictions" ADD CONSTRAINT "match_predictions_prediction_event_key_unique" UNIQUE("prediction_event_key");--> statement-breakpoint
ALTER TABLE "match_predictions" ADD CONSTRAINT "match_predictions_brier_score_share" CHECK ("brier_score" between 0 and 1);--> statement-breakpoint
ALTER TABLE "match_predictions" ADD CONSTRAINT "match_predictions_log_loss_amount" CHECK ("log_loss" >= 0 and "log_loss" < 'Infinity'::double precision);--> statement-breakpoint
ALTER TABLE "match_predictions" ADD CONSTRAINT "match_predictions_matches_seen_not_negative" CHECK ("matches_seen" >= 0);