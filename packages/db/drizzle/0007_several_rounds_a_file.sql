DROP INDEX "rounds_file_name_unique";--> statement-breakpoint
CREATE INDEX "idx_rounds_file_name" ON "rounds" USING btree ("file_name") WHERE "file_name" is not null;