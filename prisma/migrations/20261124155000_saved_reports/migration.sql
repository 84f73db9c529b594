-- Files as they were at one state of knowledge, kept to be opened again (contract, section 6).
CREATE TABLE "saved_report" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "file" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "method" TEXT NOT NULL,
    "base" TEXT NOT NULL,
    "columns" TEXT[],
    "row_count" INTEGER NOT NULL,
    "sha256" BYTEA NOT NULL,
    "figures" JSONB NOT NULL,
    "author" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saved_report_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "saved_report_created_at_idx" ON "saved_report"("created_at");

-- A test compares the list with the tuple of lib/schemas.
ALTER TABLE "saved_report" ADD CONSTRAINT "saved_report_file_check" CHECK ("file" IN (
    'agreements', 'reports', 'commitments', 'amendments', 'events', 'signatories', 'targets'
));
ALTER TABLE "saved_report"
  ADD CONSTRAINT "saved_report_title_stated" CHECK ("title" <> '' AND length("title") <= 200),
  ADD CONSTRAINT "saved_report_hash_whole" CHECK (length("sha256") = 32),
  ADD CONSTRAINT "saved_report_rows_counted" CHECK ("row_count" >= 0);

-- What was handed on is not rewritten.
CREATE TRIGGER saved_report_append_only BEFORE UPDATE ON "saved_report" FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER saved_report_kept BEFORE DELETE OR TRUNCATE ON "saved_report" FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
