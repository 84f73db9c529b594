-- Programs elsewhere that are told what was accepted (decision 0008).
CREATE TABLE "webhook" (
    "id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "events" TEXT[],
    "secret" BYTEA NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_by" TEXT,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_pkey" PRIMARY KEY ("id")
);

-- What happened, written in the transaction in which it happened; the body as every receiver gets it.
CREATE TABLE "webhook_event" (
    "id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "webhook_event_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "webhook_delivery" (
    "id" BIGSERIAL NOT NULL,
    "webhook_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "webhook_attempt" (
    "id" BIGSERIAL NOT NULL,
    "delivery_id" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "milliseconds" INTEGER NOT NULL,
    "status" INTEGER,
    "failure" TEXT,
    "excerpt" TEXT,

    CONSTRAINT "webhook_attempt_pkey" PRIMARY KEY ("id")
);

-- The last day whose turn was told: one row.
CREATE TABLE "webhook_day" (
    "one" BOOLEAN NOT NULL DEFAULT true,
    "day" DATE NOT NULL,

    CONSTRAINT "webhook_day_pkey" PRIMARY KEY ("one")
);

CREATE INDEX "webhook_event_at_idx" ON "webhook_event"("at");
CREATE UNIQUE INDEX "webhook_delivery_webhook_id_event_id_key" ON "webhook_delivery"("webhook_id", "event_id");
CREATE INDEX "webhook_delivery_event_id_idx" ON "webhook_delivery"("event_id");
CREATE INDEX "webhook_delivery_state_next_at_idx" ON "webhook_delivery"("state", "next_at");
CREATE INDEX "webhook_attempt_delivery_id_idx" ON "webhook_attempt"("delivery_id");
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "webhook"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "webhook_event"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "webhook_attempt" ADD CONSTRAINT "webhook_attempt_delivery_id_fkey" FOREIGN KEY ("delivery_id") REFERENCES "webhook_delivery"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Vocabularies. Each list is a tuple of lib/domain; a test compares them.
ALTER TABLE "webhook" ADD CONSTRAINT "webhook_events_check" CHECK ("events" <@ ARRAY[
    'agreement.published', 'report.accepted', 'status.changed'
]);
ALTER TABLE "webhook_event" ADD CONSTRAINT "webhook_event_type_check" CHECK ("type" IN (
    'agreement.published', 'report.accepted', 'status.changed'
));
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_state_check" CHECK ("state" IN (
    'waiting', 'delivered', 'given_up'
));

ALTER TABLE "webhook" ADD CONSTRAINT "webhook_events_chosen" CHECK (cardinality("events") > 0);
ALTER TABLE "webhook" ADD CONSTRAINT "webhook_end_signed" CHECK (("ended_at" IS NULL) = ("ended_by" IS NULL));
ALTER TABLE "webhook_attempt" ADD CONSTRAINT "webhook_attempt_outcome" CHECK (("status" IS NULL) <> ("failure" IS NULL));
ALTER TABLE "webhook_day" ADD CONSTRAINT "webhook_day_once" CHECK ("one");

-- An address and its secret are never changed under their name: a webhook ends, and another one begins.
CREATE FUNCTION keep_webhook() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.ended_at IS NULL
     AND to_jsonb(NEW) - 'ended_at' - 'ended_by' = to_jsonb(OLD) - 'ended_at' - 'ended_by' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'webhook % is not rewritten', OLD.id USING ERRCODE = 'PB001';
END $$;
CREATE TRIGGER webhook_ends BEFORE UPDATE ON "webhook" FOR EACH ROW EXECUTE FUNCTION keep_webhook();
CREATE TRIGGER webhook_kept BEFORE DELETE OR TRUNCATE ON "webhook" FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
