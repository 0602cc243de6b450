INSERT INTO "team_pool" ("name", "display_name", "color") VALUES
  ('sWat', 'sWat', 3447003),
  ('S*F', 'S*F', 15158332),
  ('madDogz', 'madDogz', 15105570),
  ('slomix', 'slomix', 10181046),
  ('puran', 'puran', 3066993),
  ('insAne', 'insAne', 15844367),
  ('allbad', 'allbad', 9807270)
ON CONFLICT DO NOTHING;
--> statement-breakpoint
CREATE FUNCTION "refuse_change_of_log"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are never changed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER "permission_audit_log_append_only" BEFORE UPDATE OR DELETE ON "permission_audit_log"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_log"();
