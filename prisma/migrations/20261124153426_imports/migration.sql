-- AlterTable
ALTER TABLE "proposal" ADD COLUMN     "import_id" UUID;

-- CreateTable
CREATE TABLE "import_file" (
    "id" UUID NOT NULL,
    "author" TEXT NOT NULL,
    "kind" TEXT,
    "file_name" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "content" BYTEA,
    "settings" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "stage" TEXT NOT NULL,
    "progress" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    "report" JSONB,
    "key" TEXT,
    "key_hash" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "began_at" TIMESTAMPTZ(3),
    "proposed_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_row" (
    "import_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "fate" TEXT NOT NULL,
    "subject" TEXT,
    "cells" JSONB NOT NULL,
    "original" JSONB NOT NULL,
    "changed" JSONB,
    "refused" JSONB,
    "doubts" JSONB,

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("import_id","line")
);

-- CreateTable
CREATE TABLE "import_mapping" (
    "id" UUID NOT NULL,
    "author" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "columns" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "import_mapping_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "import_file_key_key" ON "import_file"("key");

-- CreateIndex
CREATE INDEX "import_file_author_created_at_idx" ON "import_file"("author", "created_at");

-- CreateIndex
CREATE INDEX "import_file_expires_at_idx" ON "import_file"("expires_at");

-- CreateIndex
CREATE INDEX "import_row_import_id_fate_line_idx" ON "import_row"("import_id", "fate", "line");

-- CreateIndex
CREATE UNIQUE INDEX "import_mapping_author_name_key" ON "import_mapping"("author", "name");

-- CreateIndex
CREATE INDEX "proposal_import_id_idx" ON "proposal"("import_id");

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import_file"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import_file"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

ALTER TABLE "import_file" ADD CONSTRAINT "import_file_kind_check" CHECK ("kind" IN (
    'agreements', 'reports', 'amendments', 'events', 'targets', 'rates'
));
ALTER TABLE "import_file" ADD CONSTRAINT "import_file_stage_check" CHECK ("stage" IN (
    'chosen', 'judging', 'judged', 'proposed'
));
ALTER TABLE "import_file"
  ADD CONSTRAINT "import_file_size_range" CHECK ("size" BETWEEN 0 AND 67108864),
  ADD CONSTRAINT "import_file_proposed_when" CHECK (("stage" = 'proposed') = ("proposed_at" IS NOT NULL)),
  ADD CONSTRAINT "import_file_expires_or_stays" CHECK (("stage" = 'proposed') = ("expires_at" IS NULL)),
  ADD CONSTRAINT "import_file_key_with_hash" CHECK (("key" IS NULL) = ("key_hash" IS NULL));
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_fate_check" CHECK ("fate" IN (
    'created', 'updated', 'unchanged', 'refused'
));
ALTER TABLE "import_mapping" ADD CONSTRAINT "import_mapping_kind_check" CHECK ("kind" IN (
    'agreements', 'reports', 'amendments', 'events', 'targets', 'rates'
));
