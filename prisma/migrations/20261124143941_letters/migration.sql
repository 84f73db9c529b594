-- CreateTable
CREATE TABLE "letter" (
    "id" BIGSERIAL NOT NULL,
    "organisation_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "recipient" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "begun_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "failure" TEXT,

    CONSTRAINT "letter_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "letter_organisation_id_number_idx" ON "letter"("organisation_id", "number");

-- AddForeignKey
ALTER TABLE "letter" ADD CONSTRAINT "letter_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "letter" ADD CONSTRAINT "letter_language_check" CHECK ("language" IN ('en', 'fr', 'ar'));
ALTER TABLE "letter"
  ADD CONSTRAINT "letter_number_positive" CHECK ("number" > 0),
  ADD CONSTRAINT "letter_one_outcome" CHECK ("sent_at" IS NULL OR "failure" IS NULL);

-- Of two that press at once one begins; a letter that the server did not take gives its number to the next attempt.
CREATE UNIQUE INDEX "letter_once" ON "letter" ("organisation_id", "number") WHERE "failure" IS NULL;

-- What was written to a company stays; a letter that is under way gets its outcome, once.
CREATE FUNCTION end_letter_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.sent_at IS NULL AND OLD.failure IS NULL
     AND to_jsonb(NEW) - 'sent_at' - 'failure' = to_jsonb(OLD) - 'sent_at' - 'failure' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'letter % has its outcome already', OLD.id USING ERRCODE = 'PB001';
END $$;
CREATE TRIGGER letter_ends BEFORE UPDATE ON "letter" FOR EACH ROW EXECUTE FUNCTION end_letter_once();
CREATE TRIGGER letter_kept BEFORE DELETE OR TRUNCATE ON "letter" FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

-- That a link was sent by e-mail is told among what was done to accounts.
ALTER TABLE "account_event" DROP CONSTRAINT "account_event_verb_check";
ALTER TABLE "account_event" ADD CONSTRAINT "account_event_verb_check" CHECK ("verb" IN (
    'created', 'invited', 'invitation_withdrawn', 'changed', 'disabled', 'enabled', 'reset_offered',
    'password_set', 'password_changed', 'second_factor_on', 'second_factor_off', 'recovery_codes_renewed',
    'token_created', 'token_revoked', 'signed_in', 'session_ended', 'link_sent'
));
