-- CreateTable
CREATE TABLE "staged_file" (
    "id" UUID NOT NULL,
    "author" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sheets" TEXT[],
    "dialect" JSONB NOT NULL,
    "guessed" TEXT[],
    "header" TEXT[],
    "sample" JSONB NOT NULL,
    "mapping" JSONB NOT NULL,
    "names" JSONB NOT NULL DEFAULT '{}',
    "state" TEXT NOT NULL,
    "problem" JSONB,
    "total" INTEGER,
    "done" INTEGER NOT NULL DEFAULT 0,
    "counts" JSONB,
    "seq" BIGINT,
    "submit" BOOLEAN NOT NULL DEFAULT false,
    "part" BOOLEAN NOT NULL DEFAULT false,
    "import_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "worker" UUID,
    "leased_to" TIMESTAMPTZ(3),

    CONSTRAINT "staged_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staged_chunk" (
    "file_id" UUID NOT NULL,
    "part" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "staged_chunk_pkey" PRIMARY KEY ("file_id","part")
);

-- CreateTable
CREATE TABLE "staged_row" (
    "file_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "fields" TEXT[],
    "fate" TEXT NOT NULL,
    "doubts" TEXT[],
    "refusals" JSONB,
    "subject" TEXT,
    "changed" JSONB,
    "alike" JSONB,
    "kind" TEXT,
    "region" TEXT,
    "cells" JSONB,
    "base_version" INTEGER,
    "base" JSONB,

    CONSTRAINT "staged_row_pkey" PRIMARY KEY ("file_id","line")
);

-- CreateTable
CREATE TABLE "staged_choice" (
    "file_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "reference" TEXT,

    CONSTRAINT "staged_choice_pkey" PRIMARY KEY ("file_id","line")
);

-- CreateTable
CREATE TABLE "saved_mapping" (
    "id" UUID NOT NULL,
    "author" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saved_mapping_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "staged_file_import_id_key" ON "staged_file"("import_id");

-- CreateIndex
CREATE INDEX "staged_file_author_created_at_idx" ON "staged_file"("author", "created_at");

-- CreateIndex
CREATE INDEX "staged_file_updated_at_idx" ON "staged_file"("updated_at");

-- CreateIndex
CREATE INDEX "staged_row_file_id_fate_line_idx" ON "staged_row"("file_id", "fate", "line");

-- CreateIndex
CREATE UNIQUE INDEX "saved_mapping_kind_name_key" ON "saved_mapping"("kind", "name");

-- AddForeignKey
ALTER TABLE "staged_chunk" ADD CONSTRAINT "staged_chunk_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "staged_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staged_row" ADD CONSTRAINT "staged_row_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "staged_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staged_choice" ADD CONSTRAINT "staged_choice_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "staged_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A test compares each list with its tuple.
ALTER TABLE "staged_file" ADD CONSTRAINT "staged_file_kind_check" CHECK ("kind" IN (
    'agreements', 'reports', 'amendments', 'events'
));
ALTER TABLE "staged_file" ADD CONSTRAINT "staged_file_state_check" CHECK ("state" IN (
    'mapping', 'checking', 'checked', 'writing', 'written'
));
ALTER TABLE "staged_row" ADD CONSTRAINT "staged_row_fate_check" CHECK ("fate" IN (
    'created', 'updated', 'unchanged', 'refused'
));
ALTER TABLE "saved_mapping" ADD CONSTRAINT "saved_mapping_kind_check" CHECK ("kind" IN (
    'agreements', 'reports', 'amendments', 'events'
));
ALTER TABLE "staged_file"
  ADD CONSTRAINT "staged_file_size_range" CHECK ("size" BETWEEN 0 AND 268435456),
  ADD CONSTRAINT "staged_file_written_once" CHECK (("state" = 'written') = ("import_id" IS NOT NULL)),
  ADD CONSTRAINT "staged_file_checked_whole" CHECK ("state" NOT IN ('checked', 'writing', 'written') OR ("counts" IS NOT NULL AND "seq" IS NOT NULL)),
  ADD CONSTRAINT "staged_file_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import_file"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "staged_row"
  ADD CONSTRAINT "staged_row_refused_why" CHECK (("fate" = 'refused') = ("refusals" IS NOT NULL)),
  ADD CONSTRAINT "staged_row_moves_proposed" CHECK (("fate" IN ('created', 'updated')) = ("kind" IS NOT NULL AND "cells" IS NOT NULL AND "subject" IS NOT NULL));
ALTER TABLE "saved_mapping" ADD CONSTRAINT "saved_mapping_named" CHECK ("name" <> '' AND length("name") <= 200);
-- Files brought in the browser may be larger than those of the API.
ALTER TABLE "import_file"
  DROP CONSTRAINT "import_file_size_range",
  ADD CONSTRAINT "import_file_size_range" CHECK ("size" BETWEEN 0 AND 268435456);
