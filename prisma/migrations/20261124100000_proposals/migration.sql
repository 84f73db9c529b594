-- Proposals as the desk keeps them, and agreements that an undo takes back.
ALTER TABLE "agreement" ADD COLUMN "retracted" BIGINT;
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_retracted_order" CHECK ("retracted" > "recorded");

ALTER TABLE "proposal"
  ADD COLUMN "base" JSONB,
  ADD COLUMN "region" TEXT,
  ADD COLUMN "note_field" TEXT,
  ADD COLUMN "effect" JSONB,
  ADD COLUMN "weight" BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN "change" BIGINT,
  ADD COLUMN "created_at" TIMESTAMPTZ(3) NOT NULL,
  ADD COLUMN "submitted_at" TIMESTAMPTZ(3);
DROP INDEX "proposal_state_updated_at_idx";
CREATE INDEX "proposal_state_weight_id_idx" ON "proposal"("state", "weight", "id");
CREATE INDEX "proposal_author_state_idx" ON "proposal"("author", "state");
CREATE INDEX "proposal_subject_idx" ON "proposal"("subject");
CREATE INDEX "proposal_change_idx" ON "proposal"("change");

ALTER TABLE "proposal" ADD CONSTRAINT "proposal_kind_check" CHECK ("kind" IN (
    'agreement', 'edit', 'report', 'amendment', 'event', 'retraction'
));
ALTER TABLE "proposal"
  ADD CONSTRAINT "proposal_accepted_by_change" CHECK (("state" = 'accepted') = ("change" IS NOT NULL)),
  ADD CONSTRAINT "proposal_own_acceptance_marked" CHECK (
    "self_accepted" = ("state" = 'accepted' AND "reviewer" = "author")
  ),
  ADD CONSTRAINT "proposal_edit_has_base" CHECK (("kind" = 'edit') = ("base_version" IS NOT NULL)),
  ADD CONSTRAINT "proposal_note_field" CHECK ("note_field" IS NULL OR "note" IS NOT NULL),
  ADD CONSTRAINT "proposal_subject_format" CHECK ("subject" ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$'),
  ADD CONSTRAINT "proposal_submitted_when" CHECK ("state" = 'draft' OR "state" = 'withdrawn' OR "submitted_at" IS NOT NULL);
-- No two open proposals give a new agreement the same name.
CREATE UNIQUE INDEX "proposal_one_name" ON "proposal" ("subject")
  WHERE "kind" = 'agreement' AND "state" IN ('draft', 'submitted', 'returned');

-- Whether exactly one account exists that may sign in: only then may an author accept an entry of their own.
CREATE FUNCTION is_only_account() RETURNS boolean LANGUAGE plpgsql STABLE AS $$
DECLARE alone boolean;
BEGIN
  IF to_regclass('public.account') IS NULL THEN
    RETURN false;
  END IF;
  EXECUTE 'SELECT count(*) = 1 FROM public.account WHERE NOT disabled' INTO alone;
  RETURN alone;
END $$;

-- A proposal moves draft > submitted > accepted, returned or withdrawn; what was submitted is not rewritten; an end is an end.
CREATE FUNCTION move_legally() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state NOT IN ('draft', 'submitted') OR NEW.reviewer IS NOT NULL THEN
      RAISE EXCEPTION 'a proposal begins as a draft, not %', NEW.state USING ERRCODE = 'PB004';
    END IF;
    RETURN NEW;
  END IF;
  IF (OLD.state, NEW.state) NOT IN (
    ('draft', 'draft'), ('draft', 'submitted'), ('draft', 'withdrawn'),
    ('submitted', 'submitted'), ('submitted', 'accepted'), ('submitted', 'returned'), ('submitted', 'withdrawn'),
    ('returned', 'returned'), ('returned', 'submitted'), ('returned', 'withdrawn')
  ) THEN
    RAISE EXCEPTION 'a proposal does not move from % to %', OLD.state, NEW.state USING ERRCODE = 'PB004';
  END IF;
  IF (NEW.id, NEW.kind, NEW.author, NEW.created_at) IS DISTINCT FROM (OLD.id, OLD.kind, OLD.author, OLD.created_at) THEN
    RAISE EXCEPTION 'a proposal keeps its author and kind' USING ERRCODE = 'PB004';
  END IF;
  IF OLD.state = 'submitted' AND (
    NEW.payload IS DISTINCT FROM OLD.payload OR NEW.subject IS DISTINCT FROM OLD.subject
    OR NEW.base_version IS DISTINCT FROM OLD.base_version
  ) THEN
    RAISE EXCEPTION 'a submitted proposal is not rewritten' USING ERRCODE = 'PB004';
  END IF;
  IF NEW.state <> OLD.state AND NEW.version <> OLD.version + 1 THEN
    RAISE EXCEPTION 'a proposal counts its versions' USING ERRCODE = 'PB004';
  END IF;
  IF NEW.state = 'accepted' AND NEW.reviewer = NEW.author AND NOT is_only_account() THEN
    RAISE EXCEPTION 'an author does not accept their own entry' USING ERRCODE = 'PB005';
  END IF;
  IF NEW.state = 'accepted' AND NOT EXISTS (SELECT FROM "change" WHERE seq = NEW.change) THEN
    RAISE EXCEPTION 'an acceptance without its change' USING ERRCODE = 'PB003';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER proposal_moves BEFORE INSERT OR UPDATE ON "proposal" FOR EACH ROW EXECUTE FUNCTION move_legally();
CREATE TRIGGER proposal_kept BEFORE DELETE OR TRUNCATE ON "proposal" FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

-- Uploaded sources. A citation names a file that exists.
CREATE TABLE "attachment" (
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" BYTEA NOT NULL,
    "file_name" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("name")
);
ALTER TABLE "attachment"
  ADD CONSTRAINT "attachment_type_check" CHECK ("type" IN ('application/pdf', 'image/png', 'image/jpeg')),
  ADD CONSTRAINT "attachment_name_format" CHECK ("name" ~ '^[0-9a-f]{32}\.(pdf|png|jpg)$'),
  ADD CONSTRAINT "attachment_size_range" CHECK ("size" BETWEEN 1 AND 10485760),
  ADD CONSTRAINT "attachment_sha256_length" CHECK (octet_length("sha256") = 32);
CREATE INDEX "source_attachment_idx" ON "source"("attachment");
ALTER TABLE "source" ADD CONSTRAINT "source_attachment_fkey" FOREIGN KEY ("attachment") REFERENCES "attachment"("name") ON DELETE NO ACTION ON UPDATE NO ACTION;
CREATE TRIGGER attachment_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON "attachment" FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

-- Names that sound alike in Latin and in Arabic letters: the consonants, those that the scripts mix up as one, none twice in a row.
CREATE FUNCTION skeleton(value text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN regexp_replace(
  regexp_replace(
    translate(
      replace(replace(replace(fold(value), 'ch', 's'), 'sh', 's'), 'ph', 'f'),
      'cqpvgjxz' || U&'\0628\062A\062B\062C\062D\062E\062F\0630\0631\0632\0633\0634\0635\0636\0637\0638\063A\0641\0642\0643\0644\0645\0646',
      'kkbfjjss' || 'bttjhkddrssssdtsjfkklmn'
    ),
    '[^bdfjklmnrst]', '', 'g'
  ),
  '(.)\1+', '\1', 'g'
);
