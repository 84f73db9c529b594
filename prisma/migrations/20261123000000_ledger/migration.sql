-- The tables of schema.prisma. Their rules follow in the next migration.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateTable
CREATE TABLE "change" (
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "verb" TEXT NOT NULL,
    "reason" TEXT,
    "subject" TEXT NOT NULL,
    "diff" JSONB NOT NULL,
    "key" TEXT,
    "batch" TEXT,
    "undoes" BIGINT,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "change_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "names" JSONB,
    "is_group" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "search" TEXT NOT NULL,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "search" TEXT NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement" (
    "id" SERIAL NOT NULL,
    "reference" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "title" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "binding" TEXT NOT NULL,
    "sector" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "place" TEXT,
    "summary" TEXT,
    "signed_basis" TEXT,
    "notes" TEXT,
    "owner" TEXT,
    "search" TEXT NOT NULL,
    "recorded" BIGINT NOT NULL,
    "updated" BIGINT NOT NULL,

    CONSTRAINT "agreement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "party" (
    "agreement_id" INTEGER NOT NULL,
    "organisation_id" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "party_pkey" PRIMARY KEY ("agreement_id","organisation_id","role")
);

-- CreateTable
CREATE TABLE "signatory" (
    "agreement_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "side" TEXT NOT NULL,
    "capacity" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "signatory_pkey" PRIMARY KEY ("agreement_id","person_id","capacity")
);

-- CreateTable
CREATE TABLE "source" (
    "id" SERIAL NOT NULL,
    "kind" TEXT,
    "url" TEXT,
    "publisher" TEXT,
    "published_on" TEXT,
    "language" TEXT,
    "attachment" TEXT,

    CONSTRAINT "source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_source" (
    "agreement_id" INTEGER NOT NULL,
    "source_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "agreement_source_pkey" PRIMARY KEY ("agreement_id","source_id")
);

-- CreateTable
CREATE TABLE "commitment" (
    "id" SERIAL NOT NULL,
    "agreement_id" INTEGER NOT NULL,
    "measure" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "currency" TEXT,

    CONSTRAINT "commitment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fact" (
    "id" SERIAL NOT NULL,
    "commitment_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "observation" TEXT,
    "on" DATE,
    "on_text" TEXT,
    "comparator" TEXT NOT NULL,
    "low" BIGINT,
    "high" BIGINT,
    "missing" TEXT,
    "deadline" TEXT,
    "milestones" JSONB,
    "evidence" TEXT,
    "corrects" INTEGER,
    "source_id" INTEGER,
    "as_stated" TEXT,
    "deadline_as_stated" TEXT,
    "perimeter" TEXT,
    "note" TEXT,
    "recorded" BIGINT NOT NULL,
    "retracted" BIGINT,

    CONSTRAINT "fact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event" (
    "id" SERIAL NOT NULL,
    "agreement_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "on" DATE,
    "on_text" TEXT,
    "source_id" INTEGER,
    "as_stated" TEXT,
    "reason" TEXT,
    "recorded" BIGINT NOT NULL,
    "retracted" BIGINT,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "relation" (
    "from_id" INTEGER NOT NULL,
    "to_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "recorded" BIGINT NOT NULL,
    "retracted" BIGINT,

    CONSTRAINT "relation_pkey" PRIMARY KEY ("from_id","to_id","kind","recorded")
);

-- CreateTable
CREATE TABLE "proposal" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT,
    "base_version" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    "payload" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "reviewer" TEXT,
    "self_accepted" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT,
    "batch" TEXT,
    "key" TEXT,
    "key_hash" BYTEA,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "standing" (
    "id" BIGSERIAL NOT NULL,
    "agreement_id" INTEGER NOT NULL,
    "measure" TEXT NOT NULL,
    "lane" TEXT NOT NULL,
    "commitment_id" INTEGER,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE NOT NULL,
    "known_from" BIGINT NOT NULL,
    "known_to" BIGINT NOT NULL,
    "lifecycle" TEXT NOT NULL,
    "start" DATE,
    "status" TEXT,
    "status_early" TEXT,
    "reason" TEXT,
    "freshness" TEXT NOT NULL,
    "evidence" TEXT NOT NULL,
    "comparator" TEXT,
    "low" BIGINT,
    "high" BIGINT,
    "missing" TEXT,
    "currency" TEXT,
    "target" BIGINT,
    "original" BIGINT,
    "due" DATE,
    "due_early" DATE,
    "year_only" BOOLEAN NOT NULL,
    "slippage_days" INTEGER,
    "created" BIGINT,
    "approximate" BOOLEAN NOT NULL,
    "data_date" DATE,
    "expected_num" DECIMAL(40,0),
    "expected_den" DECIMAL(40,0),
    "piece_from_day" DATE,
    "piece_from_value" BIGINT,
    "piece_to_day" DATE,
    "piece_to_value" BIGINT,
    "projected_num" DECIMAL(60,0),
    "projected_den" DECIMAL(60,0),
    "projection" JSONB,
    "member" BOOLEAN NOT NULL,
    "live" BOOLEAN NOT NULL,
    "reporting" BOOLEAN NOT NULL,
    "bucket" TEXT,
    "left_out" TEXT,
    "left_out_for" INTEGER,

    CONSTRAINT "standing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate" (
    "currency" TEXT NOT NULL,
    "on" DATE NOT NULL,
    "to_mad" DECIMAL(20,10) NOT NULL,
    "source_url" TEXT,
    "recorded" BIGINT NOT NULL,

    CONSTRAINT "rate_pkey" PRIMARY KEY ("currency","on","recorded")
);

-- CreateTable
CREATE TABLE "target" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "title" TEXT NOT NULL,
    "programme" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "comparator" TEXT NOT NULL,
    "low" BIGINT,
    "high" BIGINT,
    "currency" TEXT,
    "deadline" TEXT,
    "baseline" BIGINT,
    "baseline_date" TEXT,
    "sector" TEXT,
    "region" TEXT NOT NULL,
    "source_url" TEXT,
    "source_date" TEXT,
    "as_stated" TEXT,
    "notes" TEXT,
    "recorded" BIGINT NOT NULL,
    "updated" BIGINT NOT NULL,

    CONSTRAINT "target_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "change_key_key" ON "change"("key");

-- CreateIndex
CREATE UNIQUE INDEX "change_undoes_key" ON "change"("undoes");

-- CreateIndex
CREATE INDEX "change_subject_seq_idx" ON "change"("subject", "seq");

-- CreateIndex
CREATE INDEX "change_batch_idx" ON "change"("batch");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_slug_key" ON "organisation"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_name_key" ON "organisation"("name");

-- CreateIndex
CREATE INDEX "organisation_search_idx" ON "organisation" USING GIN ("search" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "person_slug_key" ON "person"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "person_name_key" ON "person"("name");

-- CreateIndex
CREATE INDEX "person_search_idx" ON "person" USING GIN ("search" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "agreement_reference_key" ON "agreement"("reference");

-- CreateIndex
CREATE INDEX "agreement_type_idx" ON "agreement"("type");

-- CreateIndex
CREATE INDEX "agreement_sector_idx" ON "agreement"("sector");

-- CreateIndex
CREATE INDEX "agreement_region_idx" ON "agreement"("region");

-- CreateIndex
CREATE INDEX "agreement_updated_idx" ON "agreement"("updated");

-- CreateIndex
CREATE INDEX "agreement_search_idx" ON "agreement" USING GIN ("search" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "party_organisation_id_role_idx" ON "party"("organisation_id", "role");

-- CreateIndex
CREATE INDEX "signatory_person_id_idx" ON "signatory"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "source_citation_key" ON "source"("url", "attachment", "publisher", "published_on", "language", "kind") NULLS NOT DISTINCT;

-- CreateIndex
CREATE INDEX "agreement_source_source_id_idx" ON "agreement_source"("source_id");

-- CreateIndex
CREATE UNIQUE INDEX "commitment_agreement_id_measure_key" ON "commitment"("agreement_id", "measure");

-- CreateIndex
CREATE INDEX "fact_commitment_id_kind_on_idx" ON "fact"("commitment_id", "kind", "on");

-- CreateIndex
CREATE INDEX "fact_recorded_idx" ON "fact"("recorded");

-- CreateIndex
CREATE INDEX "fact_source_id_idx" ON "fact"("source_id");

-- CreateIndex
CREATE INDEX "event_agreement_id_kind_on_idx" ON "event"("agreement_id", "kind", "on");

-- CreateIndex
CREATE INDEX "event_recorded_idx" ON "event"("recorded");

-- CreateIndex
CREATE INDEX "event_source_id_idx" ON "event"("source_id");

-- CreateIndex
CREATE INDEX "relation_to_id_idx" ON "relation"("to_id");

-- CreateIndex
CREATE UNIQUE INDEX "proposal_key_key" ON "proposal"("key");

-- CreateIndex
CREATE INDEX "proposal_state_updated_at_idx" ON "proposal"("state", "updated_at");

-- CreateIndex
CREATE INDEX "standing_measure_lane_known_to_valid_from_valid_to_idx" ON "standing"("measure", "lane", "known_to", "valid_from", "valid_to");

-- CreateIndex
CREATE INDEX "standing_commitment_id_idx" ON "standing"("commitment_id");

-- CreateIndex
CREATE UNIQUE INDEX "standing_agreement_id_measure_lane_valid_from_known_from_key" ON "standing"("agreement_id", "measure", "lane", "valid_from", "known_from");

-- CreateIndex
CREATE UNIQUE INDEX "target_code_key" ON "target"("code");

-- AddForeignKey
ALTER TABLE "party" ADD CONSTRAINT "party_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "party" ADD CONSTRAINT "party_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signatory" ADD CONSTRAINT "signatory_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signatory" ADD CONSTRAINT "signatory_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_source" ADD CONSTRAINT "agreement_source_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_source" ADD CONSTRAINT "agreement_source_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commitment" ADD CONSTRAINT "commitment_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fact" ADD CONSTRAINT "fact_commitment_id_fkey" FOREIGN KEY ("commitment_id") REFERENCES "commitment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fact" ADD CONSTRAINT "fact_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "relation" ADD CONSTRAINT "relation_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "agreement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "relation" ADD CONSTRAINT "relation_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "agreement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "standing" ADD CONSTRAINT "standing_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "standing" ADD CONSTRAINT "standing_commitment_id_fkey" FOREIGN KEY ("commitment_id") REFERENCES "commitment"("id") ON DELETE SET NULL ON UPDATE CASCADE;
