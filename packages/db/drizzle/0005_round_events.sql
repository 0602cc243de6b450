CREATE TABLE "round_classes" (
	"round_id" integer NOT NULL,
	"source" text NOT NULL,
	"player_guid" text NOT NULL,
	"player_class" text NOT NULL,
	"side" smallint NOT NULL,
	"played_ms" integer NOT NULL,
	"spawns" integer NOT NULL,
	CONSTRAINT "round_classes_pkey" PRIMARY KEY("round_id","source","player_guid","player_class","side"),
	CONSTRAINT "round_classes_source_known" CHECK ("source" in ('gamelog', 'movement')),
	CONSTRAINT "round_classes_player_class_known" CHECK ("player_class" in ('soldier', 'medic', 'engineer', 'fieldops', 'covertops')),
	CONSTRAINT "round_classes_side_side" CHECK ("side" between 0 and 2),
	CONSTRAINT "round_classes_played_ms_not_negative" CHECK ("played_ms" >= 0),
	CONSTRAINT "round_classes_spawns_not_negative" CHECK ("spawns" >= 0)
);
--> statement-breakpoint
CREATE TABLE "round_hit_regions" (
	"round_id" integer NOT NULL,
	"source" text NOT NULL,
	"player_guid" text NOT NULL,
	"region" text NOT NULL,
	"hits" integer NOT NULL,
	"damage" integer NOT NULL,
	CONSTRAINT "round_hit_regions_pkey" PRIMARY KEY("round_id","source","player_guid","region"),
	CONSTRAINT "round_hit_regions_source_known" CHECK ("source" in ('gamelog', 'movement')),
	CONSTRAINT "round_hit_regions_region_known" CHECK ("region" in ('head', 'arms', 'body', 'legs', 'none')),
	CONSTRAINT "round_hit_regions_hits_not_negative" CHECK ("hits" >= 0),
	CONSTRAINT "round_hit_regions_damage_not_negative" CHECK ("damage" >= 0)
);
--> statement-breakpoint
CREATE TABLE "round_kills" (
	"round_id" integer NOT NULL,
	"source" text NOT NULL,
	"position" integer NOT NULL,
	"at_ms" integer NOT NULL,
	"kind" text NOT NULL,
	"killer_guid" text,
	"victim_guid" text NOT NULL,
	"means_of_death" integer,
	"killer_class" text,
	"victim_class" text,
	"killer_health" integer,
	"killer_x" double precision,
	"killer_y" double precision,
	"killer_z" double precision,
	"victim_x" double precision,
	"victim_y" double precision,
	"victim_z" double precision,
	"distance" double precision,
	"axis_alive" integer,
	"allies_alive" integer,
	"killer_reinforcement_seconds" double precision,
	"victim_reinforcement_seconds" double precision,
	CONSTRAINT "round_kills_pkey" PRIMARY KEY("round_id","source","position"),
	CONSTRAINT "round_kills_source_known" CHECK ("source" in ('gamelog', 'movement')),
	CONSTRAINT "round_kills_kind_known" CHECK ("kind" in ('kill', 'team_kill', 'self_kill')),
	CONSTRAINT "round_kills_killer_class_known" CHECK ("killer_class" in ('soldier', 'medic', 'engineer', 'fieldops', 'covertops')),
	CONSTRAINT "round_kills_victim_class_known" CHECK ("victim_class" in ('soldier', 'medic', 'engineer', 'fieldops', 'covertops')),
	CONSTRAINT "round_kills_position_not_negative" CHECK ("position" >= 0),
	CONSTRAINT "round_kills_at_ms_not_negative" CHECK ("at_ms" >= 0),
	CONSTRAINT "round_kills_axis_alive_not_negative" CHECK ("axis_alive" >= 0),
	CONSTRAINT "round_kills_allies_alive_not_negative" CHECK ("allies_alive" >= 0),
	CONSTRAINT "round_kills_killer_x_place" CHECK (abs("killer_x") < 'Infinity'::double precision),
	CONSTRAINT "round_kills_killer_y_place" CHECK (abs("killer_y") < 'Infinity'::double precision),
	CONSTRAINT "round_kills_killer_z_place" CHECK (abs("killer_z") < 'Infinity'::double precision),
	CONSTRAINT "round_kills_victim_x_place" CHECK (abs("victim_x") < 'Infinity'::double precision),
	CONSTRAINT "round_kills_victim_y_place" CHECK (abs("victim_y") < 'Infinity'::double precision),
	CONSTRAINT "round_kills_victim_z_place" CHECK (abs("victim_z") < 'Infinity'::double precision),
	CONSTRAINT "round_kills_distance_amount" CHECK ("distance" >= 0 and "distance" < 'Infinity'::double precision),
	CONSTRAINT "round_kills_killer_reinforcement_seconds_amount" CHECK ("killer_reinforcement_seconds" >= 0 and "killer_reinforcement_seconds" < 'Infinity'::double precision),
	CONSTRAINT "round_kills_victim_reinforcement_seconds_amount" CHECK ("victim_reinforcement_seconds" >= 0 and "victim_reinforcement_seconds" < 'Infinity'::double precision)
);
--> statement-breakpoint
CREATE TABLE "round_movement" (
	"round_id" integer NOT NULL,
	"source" text NOT NULL,
	"player_guid" text NOT NULL,
	"distance_meters" double precision,
	"spawn_distance_meters" double precision,
	"spawns" integer,
	"average_speed" double precision,
	"peak_speed" double precision,
	"prone_seconds" double precision,
	"crouch_seconds" double precision,
	"mg_seconds" double precision,
	"lean_seconds" double precision,
	"carrying_seconds" double precision,
	"escorting_seconds" double precision,
	"disguised_seconds" double precision,
	"sprint_seconds" double precision,
	"turtle_seconds" double precision,
	"downed_seconds" double precision,
	"shoves_given" integer,
	"shoves_received" integer,
	CONSTRAINT "round_movement_pkey" PRIMARY KEY("round_id","source","player_guid"),
	CONSTRAINT "round_movement_source_known" CHECK ("source" in ('report', 'movement')),
	CONSTRAINT "round_movement_distance_meters_amount" CHECK ("distance_meters" >= 0 and "distance_meters" < 'Infinity'::double precision),
	CONSTRAINT "round_movement_spawn_distance_meters_amount" CHECK ("spawn_distance_meters" >= 0 and "spawn_distance_meters" < 'Infinity'::double precision),
	CONSTRAINT "round_movement_average_speed_amount" CHECK ("average_speed" >= 0 and "average_speed" < 'Infinity'::double precision),
	CONSTRAINT "round_movement_peak_speed_amount" CHECK ("peak_speed" >= 0 and "peak_speed" < 'Infinity'::double precision),
	CONSTRAINT "round_movement_prone_seconds_amount" CHECK ("prone_seconds" >= 0 and "prone_seconds" < 'Infinity'::double precision),
	CONSTRAINT "round_movement_crouch_seconds_amount" CHECK ("crouch_seconds" >= 0 and "crouch_seconds" < 'Infinity'::double precision),
	CONSTRAINT "round_movement_mg_seconds_amount" CHECK ("mg_seconds" >= 0 and "mg_seconds" < 'Infinity'::double precision),
	CONSTRAINT "round_movement_lean_seconds_amount" CHECK ("lean_seconds" >= 0 and "lean_seconds" < 'Infinity'::double precision),
	CONSTRAINT "round_movement_carrying_seconds_amount" CHECK ("carrying_seconds" >= 0 and "carrying_seconds" < 'Infinity'::double precision),
	CONSTRAINT "round_movement_escorting_seconds_amount" CHECK ("escorting_seconds" >= 0 and "escorting_seconds" < 'Infinity'::double precision),
	CONSTRAINT "round_movement_disguised_seconds_amount" CHECK ("disguised_seconds" >= 0 and "disguised_seconds" < 'Infinity'::double precision),
	CONSTRAINT "round_movement_sprint_seconds_amount" CHECK ("sprint_seconds" >= 0 and "sprint_seconds" < 'Infinity'::double precision),
	CONSTRAINT "round_movement_turtle_seconds_amount" CHECK ("turtle_seconds" >= 0 and "turtle_seconds" < 'Infinity'::double precision),
	CONSTRAINT "round_movement_downed_seconds_amount" CHECK ("downed_seconds" >= 0 and "downed_seconds" < 'Infinity'::double precision),
	CONSTRAINT "round_movement_spawns_not_negative" CHECK ("spawns" >= 0),
	CONSTRAINT "round_movement_shoves_given_not_negative" CHECK ("shoves_given" >= 0),
	CONSTRAINT "round_movement_shoves_received_not_negative" CHECK ("shoves_received" >= 0)
);
--> statement-breakpoint
CREATE TABLE "round_objective_events" (
	"round_id" integer NOT NULL,
	"source" text NOT NULL,
	"position" integer NOT NULL,
	"at_ms" integer NOT NULL,
	"action" text NOT NULL,
	"objective" text NOT NULL,
	"player_guid" text,
	"victim_guid" text,
	"means_of_death" integer,
	CONSTRAINT "round_objective_events_pkey" PRIMARY KEY("round_id","source","position"),
	CONSTRAINT "round_objective_events_source_known" CHECK ("source" in ('gamelog', 'movement')),
	CONSTRAINT "round_objective_events_action_known" CHECK ("action" in ('planted', 'defused', 'destroyed', 'repaired', 'taken', 'secured', 'returned', 'carrier_killed', 'flag_captured', 'escorted', 'other')),
	CONSTRAINT "round_objective_events_position_not_negative" CHECK ("position" >= 0),
	CONSTRAINT "round_objective_events_at_ms_not_negative" CHECK ("at_ms" >= 0)
);
--> statement-breakpoint
CREATE TABLE "round_revives" (
	"round_id" integer NOT NULL,
	"source" text NOT NULL,
	"position" integer NOT NULL,
	"at_ms" integer NOT NULL,
	"medic_guid" text NOT NULL,
	"revived_guid" text NOT NULL,
	CONSTRAINT "round_revives_pkey" PRIMARY KEY("round_id","source","position"),
	CONSTRAINT "round_revives_source_known" CHECK ("source" in ('gamelog', 'movement')),
	CONSTRAINT "round_revives_position_not_negative" CHECK ("position" >= 0),
	CONSTRAINT "round_revives_at_ms_not_negative" CHECK ("at_ms" >= 0)
);
--> statement-breakpoint
ALTER TABLE "processed_files" DROP CONSTRAINT "processed_files_kind_known";--> statement-breakpoint
ALTER TABLE "rounds" DROP CONSTRAINT "rounds_duration_source_known";--> statement-breakpoint
ALTER TABLE "processed_files" ADD COLUMN "played_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "report_name" text;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "fixture_id" text;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "fixture_alpha_name" text;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "fixture_beta_name" text;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "fixture_alpha_side" smallint;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "fixture_winner" text;--> statement-breakpoint
ALTER TABLE "round_classes" ADD CONSTRAINT "round_classes_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_hit_regions" ADD CONSTRAINT "round_hit_regions_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_kills" ADD CONSTRAINT "round_kills_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_movement" ADD CONSTRAINT "round_movement_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_objective_events" ADD CONSTRAINT "round_objective_events_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_revives" ADD CONSTRAINT "round_revives_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "idx_rounds_report_name" ON "rounds" USING btree ("report_name") WHERE "report_name" is not null;--> statement-breakpoint
CREATE INDEX "idx_rounds_fixture" ON "rounds" USING btree ("fixture_id") WHERE "fixture_id" is not null;--> statement-breakpoint
ALTER TABLE "processed_files" ADD CONSTRAINT "processed_files_kind_known" CHECK ("kind" in ('stats', 'endstats', 'webhook', 'gametime', 'report', 'proximity', 'unknown'));--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_fixture_winner_known" CHECK ("fixture_winner" in ('alpha', 'beta', 'draw'));--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_fixture_alpha_side_side" CHECK ("fixture_alpha_side" between 0 and 2);--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_duration_source_known" CHECK ("duration_source" in ('header', 'next_limit', 'limit', 'players', 'webhook', 'report', 'unknown'));