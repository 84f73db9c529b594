-- Kept reports that are sent to people by e-mail as days pass (decision 0011).
CREATE TABLE "report_schedule" (
    "id" UUID NOT NULL,
    "report_id" TEXT NOT NULL,
    "every" TEXT NOT NULL,
    "weekday" INTEGER,
    "month_day" INTEGER,
    "hour" INTEGER NOT NULL,
    "profile" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "next_at" TIMESTAMPTZ(3) NOT NULL,
    "paused_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" TEXT,

    CONSTRAINT "report_schedule_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "report_recipient" (
    "id" BIGSERIAL NOT NULL,
    "schedule_id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "left_at" TIMESTAMPTZ(3),

    CONSTRAINT "report_recipient_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "report_turn" (
    "id" BIGSERIAL NOT NULL,
    "schedule_id" UUID NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "as_of" DATE NOT NULL,

    CONSTRAINT "report_turn_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "report_mail" (
    "id" BIGSERIAL NOT NULL,
    "turn_id" BIGINT NOT NULL,
    "recipient_id" BIGINT NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_at" TIMESTAMPTZ(3) NOT NULL,
    "begun_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "failure" TEXT,
    "reason" TEXT,

    CONSTRAINT "report_mail_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "report_schedule_report_id_idx" ON "report_schedule"("report_id");

CREATE INDEX "report_schedule_next_at_idx" ON "report_schedule"("next_at");

CREATE UNIQUE INDEX "report_recipient_token_key" ON "report_recipient"("token");

CREATE UNIQUE INDEX "report_recipient_schedule_id_address_key" ON "report_recipient"("schedule_id", "address");

CREATE UNIQUE INDEX "report_turn_schedule_id_due_at_key" ON "report_turn"("schedule_id", "due_at");

CREATE INDEX "report_mail_recipient_id_idx" ON "report_mail"("recipient_id");

CREATE INDEX "report_mail_state_next_at_idx" ON "report_mail"("state", "next_at");

CREATE UNIQUE INDEX "report_mail_turn_id_recipient_id_key" ON "report_mail"("turn_id", "recipient_id");

ALTER TABLE "report_schedule" ADD CONSTRAINT "report_schedule_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "saved_report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "report_recipient" ADD CONSTRAINT "report_recipient_schedule_id_fkey" FOREIGN KEY ("schedule_id") REFERENCES "report_schedule"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "report_turn" ADD CONSTRAINT "report_turn_schedule_id_fkey" FOREIGN KEY ("schedule_id") REFERENCES "report_schedule"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "report_mail" ADD CONSTRAINT "report_mail_turn_id_fkey" FOREIGN KEY ("turn_id") REFERENCES "report_turn"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "report_mail" ADD CONSTRAINT "report_mail_recipient_id_fkey" FOREIGN KEY ("recipient_id") REFERENCES "report_recipient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Vocabularies. Each list is a tuple of lib/domain or lib/format; a test compares them.
ALTER TABLE "report_schedule" ADD CONSTRAINT "report_schedule_every_check" CHECK ("every" IN ('day', 'week', 'month'));
ALTER TABLE "report_schedule" ADD CONSTRAINT "report_schedule_profile_check" CHECK ("profile" IN ('csv', 'excel-fr', 'excel-en', 'xlsx'));
ALTER TABLE "report_schedule" ADD CONSTRAINT "report_schedule_language_check" CHECK ("language" IN ('en', 'fr', 'ar'));
ALTER TABLE "report_mail" ADD CONSTRAINT "report_mail_state_check" CHECK ("state" IN (
    'waiting', 'sent', 'given_up', 'called_off', 'unknown'
));

ALTER TABLE "report_schedule"
  ADD CONSTRAINT "report_schedule_weekday_of_week" CHECK (("every" = 'week') = ("weekday" IS NOT NULL)),
  ADD CONSTRAINT "report_schedule_day_of_month" CHECK (("every" = 'month') = ("month_day" IS NOT NULL)),
  ADD CONSTRAINT "report_schedule_weekday_exists" CHECK ("weekday" BETWEEN 1 AND 7),
  ADD CONSTRAINT "report_schedule_month_day_exists" CHECK ("month_day" BETWEEN 1 AND 31),
  ADD CONSTRAINT "report_schedule_hour_exists" CHECK ("hour" BETWEEN 0 AND 23),
  ADD CONSTRAINT "report_schedule_end_signed" CHECK (("ended_at" IS NULL) = ("ended_by" IS NULL));
ALTER TABLE "report_recipient"
  ADD CONSTRAINT "report_recipient_folded" CHECK ("address" = lower("address") AND "address" <> '' AND length("address") <= 200),
  ADD CONSTRAINT "report_recipient_token_long" CHECK (length("token") >= 40);
ALTER TABLE "report_mail"
  ADD CONSTRAINT "report_mail_attempts_counted" CHECK ("attempts" >= 0),
  ADD CONSTRAINT "report_mail_sent_dated" CHECK (("state" = 'sent') = ("sent_at" IS NOT NULL));

-- What is sent to whom is never changed under a schedule's name: it ends, and another one begins. An end is an end.
CREATE FUNCTION keep_report_schedule() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.ended_at IS NULL
     AND to_jsonb(NEW) - 'next_at' - 'paused_at' - 'ended_at' - 'ended_by'
       = to_jsonb(OLD) - 'next_at' - 'paused_at' - 'ended_at' - 'ended_by' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'report schedule % is not rewritten', OLD.id USING ERRCODE = 'PB001';
END $$;
CREATE TRIGGER report_schedule_moves BEFORE UPDATE ON "report_schedule" FOR EACH ROW EXECUTE FUNCTION keep_report_schedule();
CREATE TRIGGER report_schedule_kept BEFORE DELETE OR TRUNCATE ON "report_schedule" FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

-- Whoever left is not brought back.
CREATE FUNCTION keep_report_recipient() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.left_at IS NULL AND to_jsonb(NEW) - 'left_at' = to_jsonb(OLD) - 'left_at' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'report recipient % is not rewritten', OLD.id USING ERRCODE = 'PB001';
END $$;
CREATE TRIGGER report_recipient_leaves BEFORE UPDATE ON "report_recipient" FOR EACH ROW EXECUTE FUNCTION keep_report_recipient();
CREATE TRIGGER report_recipient_kept BEFORE DELETE OR TRUNCATE ON "report_recipient" FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER report_turn_append_only BEFORE UPDATE ON "report_turn" FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER report_turn_kept BEFORE DELETE OR TRUNCATE ON "report_turn" FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

-- What was done to schedules is told among what was done to accounts.
ALTER TABLE "account_event" DROP CONSTRAINT "account_event_verb_check";
ALTER TABLE "account_event" ADD CONSTRAINT "account_event_verb_check" CHECK ("verb" IN (
    'created', 'invited', 'invitation_withdrawn', 'changed', 'disabled', 'enabled', 'reset_offered',
    'password_set', 'password_changed', 'second_factor_on', 'second_factor_off', 'recovery_codes_renewed',
    'token_created', 'token_revoked', 'signed_in', 'session_ended', 'link_sent',
    'schedule_made', 'schedule_paused', 'schedule_resumed', 'schedule_ended', 'schedule_left', 'schedule_sent_again'
));
