-- Files of rows whose proposals belong together.
CREATE TABLE "import_file" (
    "id" UUID NOT NULL,
    "author" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "report" JSONB NOT NULL,
    "key" TEXT,
    "key_hash" BYTEA,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "import_file_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "import_file_key_key" ON "import_file"("key");

ALTER TABLE "import_file" ADD CONSTRAINT "import_file_kind_check" CHECK ("kind" IN (
    'agreements', 'reports', 'amendments', 'events'
));
ALTER TABLE "import_file"
  ADD CONSTRAINT "import_file_size_range" CHECK ("size" BETWEEN 0 AND 67108864),
  ADD CONSTRAINT "import_file_key_with_hash" CHECK (("key" IS NULL) = ("key_hash" IS NULL));
CREATE TRIGGER import_file_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON "import_file" FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

ALTER TABLE "proposal" ADD COLUMN "import_id" UUID;
CREATE INDEX "proposal_import_id_idx" ON "proposal"("import_id");
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import_file"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
