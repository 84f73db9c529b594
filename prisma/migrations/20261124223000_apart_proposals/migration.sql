-- National targets and reference rates wait for review like everything else, and their acceptance can be undone.
ALTER TABLE "rate" ADD COLUMN "retracted" BIGINT;
ALTER TABLE "rate" ADD CONSTRAINT "rate_retracted_order" CHECK ("retracted" > "recorded");
CREATE TRIGGER rate_append_only BEFORE UPDATE ON "rate" FOR EACH ROW EXECUTE FUNCTION allow_retraction_only();
CREATE TRIGGER rate_kept BEFORE DELETE OR TRUNCATE ON "rate" FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

ALTER TABLE "target" ADD COLUMN "retracted" BIGINT;
ALTER TABLE "target" ADD CONSTRAINT "target_retracted_order" CHECK ("retracted" > "recorded");
-- A code that was taken back can be given again; what was known under it stays.
DROP INDEX "target_code_key";
CREATE INDEX "target_code_idx" ON "target"("code");
CREATE UNIQUE INDEX "target_one_code" ON "target"("code") WHERE "retracted" IS NULL;

ALTER TABLE "proposal" DROP CONSTRAINT "proposal_kind_check";
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_kind_check" CHECK ("kind" IN (
    'agreement', 'edit', 'report', 'amendment', 'event', 'retraction', 'target', 'rate'
));
-- A rate is named by its currency and day.
ALTER TABLE "proposal" DROP CONSTRAINT "proposal_subject_format";
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_subject_format" CHECK (
  CASE WHEN "kind" = 'rate' THEN "subject" ~ '^[A-Z]{3} \d{4}-\d{2}-\d{2}$'
    ELSE "subject" ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$' END
);

ALTER TABLE "import_file" DROP CONSTRAINT "import_file_kind_check";
ALTER TABLE "import_file" ADD CONSTRAINT "import_file_kind_check" CHECK ("kind" IN (
    'agreements', 'reports', 'amendments', 'events', 'targets', 'rates'
));
ALTER TABLE "staged_file" DROP CONSTRAINT "staged_file_kind_check";
ALTER TABLE "staged_file" ADD CONSTRAINT "staged_file_kind_check" CHECK ("kind" IN (
    'agreements', 'reports', 'amendments', 'events', 'targets', 'rates'
));
ALTER TABLE "saved_mapping" DROP CONSTRAINT "saved_mapping_kind_check";
ALTER TABLE "saved_mapping" ADD CONSTRAINT "saved_mapping_kind_check" CHECK ("kind" IN (
    'agreements', 'reports', 'amendments', 'events', 'targets', 'rates'
));
