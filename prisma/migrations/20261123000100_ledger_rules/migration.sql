-- The rules of the ledger that hold whoever writes: vocabularies, quantities, days, append-only tables, the chain of changes, search.
CREATE EXTENSION IF NOT EXISTS unaccent;

-- Vocabularies. Each list is the tuple of lib/domain/types.ts; a test compares them.
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_kind_check" CHECK ("kind" IN (
    'company', 'government'
));
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_type_check" CHECK ("type" IN (
    'announcement', 'letter_of_intent', 'mou', 'protocol', 'framework', 'investment_agreement', 'contract',
    'package', 'other'
));
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_binding_check" CHECK ("binding" IN (
    'binding', 'non_binding', 'mixed', 'unknown'
));
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_sector_check" CHECK ("sector" IN (
    'it_services', 'outsourcing', 'engineering_services', 'automotive', 'batteries', 'aeronautics', 'rail',
    'textile', 'agri_food', 'pharma', 'mining_chemicals', 'energy_water', 'green_hydrogen', 'wind_energy',
    'data_centres', 'telecoms', 'cybersecurity', 'mixed_industry', 'other'
));
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_region_check" CHECK ("region" IN (
    'MA', 'MULTI', 'MA-01', 'MA-02', 'MA-03', 'MA-04', 'MA-05', 'MA-06', 'MA-07', 'MA-08', 'MA-09', 'MA-10',
    'MA-11', 'MA-12'
));
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_signed_basis_check" CHECK ("signed_basis" IN (
    'stated', 'derived_from_page_date', 'announcement'
));
ALTER TABLE "party" ADD CONSTRAINT "party_role_check" CHECK ("role" IN (
    'company', 'other_company', 'government'
));
ALTER TABLE "signatory" ADD CONSTRAINT "signatory_side_check" CHECK ("side" IN (
    'government', 'company', 'other'
));
ALTER TABLE "signatory" ADD CONSTRAINT "signatory_capacity_check" CHECK ("capacity" IN (
    'signed', 'initialled', 'present', 'presided', 'announced'
));
ALTER TABLE "source" ADD CONSTRAINT "source_kind_check" CHECK ("kind" IN (
    'signed_document', 'official_release', 'company_release', 'news_agency', 'news', 'dataset', 'interview'
));
ALTER TABLE "commitment" ADD CONSTRAINT "commitment_measure_check" CHECK ("measure" IN (
    'net_new_jobs', 'headcount_level', 'gross_hires', 'jobs_retained', 'investment'
));
ALTER TABLE "commitment" ADD CONSTRAINT "commitment_scope_check" CHECK ("scope" IN (
    'direct', 'indirect', 'induced', 'mixed', 'unspecified'
));
ALTER TABLE "fact" ADD CONSTRAINT "fact_kind_check" CHECK ("kind" IN (
    'original', 'amendment', 'correction', 'baseline', 'observation', 'claim'
));
ALTER TABLE "fact" ADD CONSTRAINT "fact_observation_check" CHECK ("observation" IN (
    'headcount', 'created_cumulative', 'hires_cumulative', 'invested_cumulative'
));
ALTER TABLE "fact" ADD CONSTRAINT "fact_comparator_check" CHECK ("comparator" IN (
    'eq', 'gt', 'ge', 'lt', 'le', 'approx', 'range', 'missing'
));
ALTER TABLE "fact" ADD CONSTRAINT "fact_missing_check" CHECK ("missing" IN (
    'not_stated', 'not_found', 'withheld', 'not_applicable', 'conflicting', 'pending'
));
ALTER TABLE "fact" ADD CONSTRAINT "fact_evidence_check" CHECK ("evidence" IN (
    'none', 'self_reported', 'documented', 'verified', 'audited'
));
ALTER TABLE "event" ADD CONSTRAINT "event_kind_check" CHECK ("kind" IN (
    'announced', 'signed', 'in_force', 'suspended', 'completed', 'terminated', 'superseded', 'withdrawn',
    'signature', 'project_start', 'annotation'
));
ALTER TABLE "relation" ADD CONSTRAINT "relation_kind_check" CHECK ("kind" IN (
    'supersedes', 'implements', 'part_of', 'overlaps', 'same_money', 'duplicate_of'
));
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_state_check" CHECK ("state" IN (
    'draft', 'submitted', 'returned', 'accepted', 'withdrawn'
));
ALTER TABLE "standing" ADD CONSTRAINT "standing_measure_check" CHECK ("measure" IN (
    'net_new_jobs', 'headcount_level', 'gross_hires', 'jobs_retained', 'investment'
));
ALTER TABLE "standing" ADD CONSTRAINT "standing_lane_check" CHECK ("lane" IN (
    'reported', 'verified'
));
ALTER TABLE "standing" ADD CONSTRAINT "standing_lifecycle_check" CHECK ("lifecycle" IN (
    'announced', 'signed', 'in_force', 'suspended', 'completed', 'terminated', 'superseded', 'withdrawn'
));
ALTER TABLE "standing" ADD CONSTRAINT "standing_status_check" CHECK ("status" IN (
    'AHEAD', 'ON_TRACK', 'AT_RISK', 'BEHIND', 'REVERSED', 'MET', 'MET_LATE', 'SLIPPED', 'MISSED',
    'DUE_UNREPORTED', 'TOO_EARLY', 'NO_REPORT', 'OUT_OF_DATE', 'NOT_MEASURABLE', 'NO_DEADLINE', 'INACTIVE'
));
ALTER TABLE "standing" ADD CONSTRAINT "standing_status_early_check" CHECK ("status_early" IN (
    'AHEAD', 'ON_TRACK', 'AT_RISK', 'BEHIND', 'REVERSED', 'MET', 'MET_LATE', 'SLIPPED', 'MISSED',
    'DUE_UNREPORTED', 'TOO_EARLY', 'NO_REPORT', 'OUT_OF_DATE', 'NOT_MEASURABLE', 'NO_DEADLINE', 'INACTIVE'
));
ALTER TABLE "standing" ADD CONSTRAINT "standing_reason_check" CHECK ("reason" IN (
    'TARGET_MISSING', 'TARGET_IS_CEILING', 'MEASURE_NOT_TRACKED', 'SCOPE_MIXED', 'BASELINE_MISSING',
    'TARGET_NOT_POSITIVE', 'START_MISSING', 'DEADLINE_BEFORE_START'
));
ALTER TABLE "standing" ADD CONSTRAINT "standing_freshness_check" CHECK ("freshness" IN (
    'FRESH', 'AGEING', 'STALE', 'LAPSED', 'NONE'
));
ALTER TABLE "standing" ADD CONSTRAINT "standing_evidence_check" CHECK ("evidence" IN (
    'none', 'self_reported', 'documented', 'verified', 'audited'
));
ALTER TABLE "standing" ADD CONSTRAINT "standing_comparator_check" CHECK ("comparator" IN (
    'eq', 'gt', 'ge', 'lt', 'le', 'approx', 'range', 'missing'
));
ALTER TABLE "standing" ADD CONSTRAINT "standing_missing_check" CHECK ("missing" IN (
    'not_stated', 'not_found', 'withheld', 'not_applicable', 'conflicting', 'pending'
));
ALTER TABLE "standing" ADD CONSTRAINT "standing_bucket_check" CHECK ("bucket" IN (
    'terminated', 'notMeasurable', 'notReporting', 'reporting'
));
ALTER TABLE "target" ADD CONSTRAINT "target_measure_check" CHECK ("measure" IN (
    'net_new_jobs', 'headcount_level', 'gross_hires', 'jobs_retained', 'investment'
));
ALTER TABLE "target" ADD CONSTRAINT "target_comparator_check" CHECK ("comparator" IN (
    'eq', 'gt', 'ge', 'lt', 'le', 'approx', 'range', 'missing'
));
ALTER TABLE "target" ADD CONSTRAINT "target_sector_check" CHECK ("sector" IN (
    'it_services', 'outsourcing', 'engineering_services', 'automotive', 'batteries', 'aeronautics', 'rail',
    'textile', 'agri_food', 'pharma', 'mining_chemicals', 'energy_water', 'green_hydrogen', 'wind_energy',
    'data_centres', 'telecoms', 'cybersecurity', 'mixed_industry', 'other'
));
ALTER TABLE "target" ADD CONSTRAINT "target_region_check" CHECK ("region" IN (
    'MA', 'MULTI', 'MA-01', 'MA-02', 'MA-03', 'MA-04', 'MA-05', 'MA-06', 'MA-07', 'MA-08', 'MA-09', 'MA-10',
    'MA-11', 'MA-12'
));

-- A comparator with exactly its operands (method, section 2).
CREATE FUNCTION quantity_is_whole(comparator text, low bigint, high bigint, missing text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
  WHEN comparator = 'missing' THEN low IS NULL AND high IS NULL AND missing IS NOT NULL
  WHEN missing IS NOT NULL OR (low IS NULL AND comparator IS NOT NULL) THEN false
  WHEN comparator IN ('eq', 'approx') THEN high IS NOT NULL AND high = low
  WHEN comparator IN ('gt', 'ge') THEN high IS NULL
  WHEN comparator = 'range' THEN high IS NOT NULL AND high > low
  WHEN comparator IN ('le', 'lt') THEN low = 0 AND high IS NOT NULL
  ELSE comparator IS NULL AND low IS NULL AND high IS NULL
END;

-- Days as text with the precision of the statement: a year, a month or a day.
CREATE FUNCTION is_dated(value text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN value IS NULL OR value ~ '^[1-9]\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$';

CREATE FUNCTION is_deadline(value text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN value IS NULL OR value ~
  '^((by|before|in|end of) )?[1-9]\d{3}(-(H[12]|Q[1-4]|(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?))?$';

ALTER TABLE "change"
  ADD CONSTRAINT "change_seq_range" CHECK ("seq" > 0),
  ADD CONSTRAINT "change_hash_length" CHECK (octet_length("hash") = 32),
  ADD CONSTRAINT "change_undoes_order" CHECK ("undoes" < "seq");

ALTER TABLE "organisation"
  ADD CONSTRAINT "organisation_slug_format" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT "organisation_name_stated" CHECK ("name" <> ''),
  ADD CONSTRAINT "organisation_group_kind" CHECK (NOT "is_group" OR "kind" = 'company'),
  ADD CONSTRAINT "organisation_version_range" CHECK ("version" > 0);

ALTER TABLE "person"
  ADD CONSTRAINT "person_slug_format" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT "person_name_stated" CHECK ("name" <> '');

ALTER TABLE "agreement"
  ADD CONSTRAINT "agreement_reference_format" CHECK ("reference" ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$'),
  ADD CONSTRAINT "agreement_title_stated" CHECK ("title" <> ''),
  ADD CONSTRAINT "agreement_version_range" CHECK ("version" > 0),
  ADD CONSTRAINT "agreement_updated_order" CHECK ("updated" >= "recorded");

ALTER TABLE "party" ADD CONSTRAINT "party_position_range" CHECK ("position" >= 0);
ALTER TABLE "signatory" ADD CONSTRAINT "signatory_position_range" CHECK ("position" >= 0);
ALTER TABLE "agreement_source" ADD CONSTRAINT "agreement_source_position_range" CHECK ("position" >= 0);
CREATE UNIQUE INDEX "party_one_lead" ON "party" ("agreement_id") WHERE "role" = 'company';
CREATE UNIQUE INDEX "agreement_source_one_main" ON "agreement_source" ("agreement_id") WHERE "position" = 0;

ALTER TABLE "source"
  ADD CONSTRAINT "source_located" CHECK ("url" IS NOT NULL OR "attachment" IS NOT NULL),
  ADD CONSTRAINT "source_url_format" CHECK ("url" ~ '^https?://[^[:space:]]+$' AND length("url") <= 2000),
  ADD CONSTRAINT "source_published_on_format" CHECK (is_dated("published_on")),
  ADD CONSTRAINT "source_language_format" CHECK ("language" ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$');

ALTER TABLE "commitment"
  ADD CONSTRAINT "commitment_currency_format" CHECK ("currency" ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT "commitment_currency_of_money" CHECK ("currency" IS NULL OR "measure" = 'investment');

ALTER TABLE "fact"
  ADD CONSTRAINT "fact_quantity_whole" CHECK (quantity_is_whole("comparator", "low", "high", "missing")),
  ADD CONSTRAINT "fact_promise_positive" CHECK (
    "kind" NOT IN ('original', 'amendment', 'correction') OR "comparator" = 'missing'
    OR ("comparator" IN ('le', 'lt') AND "high" > 0) OR ("comparator" NOT IN ('le', 'lt') AND "low" > 0)
  ),
  ADD CONSTRAINT "fact_count_comparator" CHECK (
    "kind" NOT IN ('baseline', 'observation') OR "comparator" IN ('eq', 'gt', 'ge', 'approx')
  ),
  ADD CONSTRAINT "fact_count_not_negative" CHECK (
    NOT ("kind" = 'baseline' OR ("kind" = 'observation' AND "observation" <> 'created_cumulative')) OR "low" >= 0
  ),
  ADD CONSTRAINT "fact_observation_whole" CHECK (
    ("kind" = 'observation') = ("observation" IS NOT NULL)
    AND ("kind" = 'observation') = ("evidence" IS NOT NULL)
  ),
  ADD CONSTRAINT "fact_corrects" CHECK (
    ("kind" = 'correction') = ("corrects" IS NOT NULL) AND ("corrects" IS NULL OR "corrects" > 0)
  ),
  ADD CONSTRAINT "fact_day" CHECK (
    CASE
      WHEN "kind" IN ('observation', 'amendment') THEN "on" IS NOT NULL
      WHEN "kind" IN ('original', 'correction') THEN "on" IS NULL
      ELSE true
    END
    AND ("on" IS NULL) = ("on_text" IS NULL)
    AND ("on" IS NULL OR "on" BETWEEN DATE '1000-01-01' AND DATE '9999-12-31')
    AND is_dated("on_text")
  ),
  ADD CONSTRAINT "fact_promise_only" CHECK (
    "kind" NOT IN ('baseline', 'observation')
    OR ("deadline" IS NULL AND "milestones" IS NULL AND "deadline_as_stated" IS NULL)
  ),
  ADD CONSTRAINT "fact_deadline_format" CHECK (is_deadline("deadline")),
  ADD CONSTRAINT "fact_retracted_order" CHECK ("retracted" > "recorded");
CREATE UNIQUE INDEX "fact_one_original" ON "fact" ("commitment_id") WHERE "kind" = 'original' AND "retracted" IS NULL;

ALTER TABLE "event"
  ADD CONSTRAINT "event_day" CHECK (
    ("on" IS NOT NULL OR "kind" NOT IN ('signature', 'project_start'))
    AND ("on" IS NULL) = ("on_text" IS NULL)
    AND ("on" IS NULL OR "on" BETWEEN DATE '1000-01-01' AND DATE '9999-12-31')
    AND is_dated("on_text")
  ),
  ADD CONSTRAINT "event_annotation_stated" CHECK ("kind" <> 'annotation' OR "reason" <> ''),
  ADD CONSTRAINT "event_retracted_order" CHECK ("retracted" > "recorded");

ALTER TABLE "relation"
  ADD CONSTRAINT "relation_not_to_itself" CHECK ("from_id" <> "to_id"),
  ADD CONSTRAINT "relation_retracted_order" CHECK ("retracted" > "recorded");
CREATE UNIQUE INDEX "relation_once" ON "relation" ("from_id", "to_id", "kind") WHERE "retracted" IS NULL;
CREATE UNIQUE INDEX "relation_one_parent" ON "relation" ("from_id") WHERE "kind" = 'part_of' AND "retracted" IS NULL;

ALTER TABLE "proposal"
  ADD CONSTRAINT "proposal_second_pair_of_eyes" CHECK ("reviewer" <> "author" OR "self_accepted"),
  ADD CONSTRAINT "proposal_reviewed" CHECK ("state" <> 'accepted' OR "reviewer" IS NOT NULL),
  ADD CONSTRAINT "proposal_version_range" CHECK ("version" > 0);

ALTER TABLE "standing"
  ADD CONSTRAINT "standing_valid_order" CHECK ("valid_from" < "valid_to"),
  ADD CONSTRAINT "standing_known_order" CHECK ("known_from" < "known_to"),
  ADD CONSTRAINT "standing_quantity_whole" CHECK (quantity_is_whole("comparator", "low", "high", "missing")),
  ADD CONSTRAINT "standing_currency_format" CHECK ("currency" ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT "standing_reason_of_status" CHECK ("reason" IS NULL OR "status" = 'NOT_MEASURABLE'),
  ADD CONSTRAINT "standing_expected_whole" CHECK (
    ("expected_num" IS NULL) = ("expected_den" IS NULL) AND ("expected_den" IS NULL OR "expected_den" > 0)
  ),
  ADD CONSTRAINT "standing_projected_whole" CHECK (
    ("projected_num" IS NULL) = ("projected_den" IS NULL) AND ("projected_den" IS NULL OR "projected_den" > 0)
  ),
  ADD CONSTRAINT "standing_piece_whole" CHECK (
    num_nulls("piece_from_day", "piece_from_value", "piece_to_day", "piece_to_value") IN (0, 4)
  ),
  ADD CONSTRAINT "standing_left_out_for_overlap" CHECK ("left_out_for" IS NULL OR "left_out" IS NOT NULL);

ALTER TABLE "rate"
  ADD CONSTRAINT "rate_currency_format" CHECK ("currency" ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT "rate_to_mad_positive" CHECK ("to_mad" > 0);

ALTER TABLE "target"
  ADD CONSTRAINT "target_code_format" CHECK ("code" ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$'),
  ADD CONSTRAINT "target_quantity_whole" CHECK (quantity_is_whole("comparator", "low", "high", NULL)),
  ADD CONSTRAINT "target_promise_positive" CHECK (
    ("comparator" IN ('le', 'lt') AND "high" > 0) OR ("comparator" NOT IN ('le', 'lt') AND "low" > 0)
  ),
  ADD CONSTRAINT "target_baseline_not_negative" CHECK ("baseline" >= 0),
  ADD CONSTRAINT "target_currency_format" CHECK ("currency" ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT "target_currency_of_money" CHECK (("currency" IS NOT NULL) = ("measure" = 'investment')),
  ADD CONSTRAINT "target_deadline_format" CHECK (is_deadline("deadline")),
  ADD CONSTRAINT "target_days_format" CHECK (is_dated("baseline_date") AND is_dated("source_date")),
  ADD CONSTRAINT "target_source_url_format" CHECK ("source_url" ~ '^https?://[^[:space:]]+$'),
  ADD CONSTRAINT "target_version_range" CHECK ("version" > 0),
  ADD CONSTRAINT "target_updated_order" CHECK ("updated" >= "recorded");

-- Facts are appended: all that may happen to one later is its retraction, once.
CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% of % is refused: the ledger is append-only', TG_OP, TG_TABLE_NAME USING ERRCODE = 'PB001';
END $$;

CREATE FUNCTION allow_retraction_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.retracted IS NULL AND NEW.retracted IS NOT NULL
     AND to_jsonb(NEW) - 'retracted' = to_jsonb(OLD) - 'retracted' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'UPDATE of % is refused: the ledger is append-only', TG_TABLE_NAME USING ERRCODE = 'PB001';
END $$;

CREATE TRIGGER fact_append_only BEFORE UPDATE ON "fact" FOR EACH ROW EXECUTE FUNCTION allow_retraction_only();
CREATE TRIGGER event_append_only BEFORE UPDATE ON "event" FOR EACH ROW EXECUTE FUNCTION allow_retraction_only();
CREATE TRIGGER relation_append_only BEFORE UPDATE ON "relation" FOR EACH ROW EXECUTE FUNCTION allow_retraction_only();
CREATE TRIGGER change_append_only BEFORE UPDATE ON "change" FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER fact_kept BEFORE DELETE OR TRUNCATE ON "fact" FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER event_kept BEFORE DELETE OR TRUNCATE ON "event" FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER relation_kept BEFORE DELETE OR TRUNCATE ON "relation" FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER change_kept BEFORE DELETE OR TRUNCATE ON "change" FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

-- The chain of changes has no gap and its clock only moves forward, so that a knownAt is one seq.
CREATE FUNCTION continue_the_chain() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE last record;
BEGIN
  SELECT seq, at INTO last FROM "change" ORDER BY seq DESC LIMIT 1;
  IF NEW.seq <> coalesce(last.seq, 0) + 1 OR NEW.at <= last.at THEN
    RAISE EXCEPTION 'change % does not follow change %', NEW.seq, coalesce(last.seq, 0) USING ERRCODE = 'PB002';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER change_chained BEFORE INSERT ON "change" FOR EACH ROW EXECUTE FUNCTION continue_the_chain();

-- Every statement was recorded, and retracted, by a change that exists.
CREATE FUNCTION belong_to_a_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM written WHERE NOT EXISTS (SELECT FROM "change" WHERE seq = written.recorded)
      OR (written.retracted IS NOT NULL AND NOT EXISTS (SELECT FROM "change" WHERE seq = written.retracted))
  ) THEN
    RAISE EXCEPTION '% without its change', TG_TABLE_NAME USING ERRCODE = 'PB003';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER fact_insert_by_change AFTER INSERT ON "fact" REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION belong_to_a_change();
CREATE TRIGGER fact_update_by_change AFTER UPDATE ON "fact" REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION belong_to_a_change();
CREATE TRIGGER event_insert_by_change AFTER INSERT ON "event" REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION belong_to_a_change();
CREATE TRIGGER event_update_by_change AFTER UPDATE ON "event" REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION belong_to_a_change();
CREATE TRIGGER relation_insert_by_change AFTER INSERT ON "relation" REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION belong_to_a_change();
CREATE TRIGGER relation_update_by_change AFTER UPDATE ON "relation" REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION belong_to_a_change();

-- Search reads three scripts alike: no case, no accents, no tashkeel or tatweel, one alef, one yeh, teh marbuta as heh.
CREATE FUNCTION fold(value text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN translate(
  regexp_replace(
    lower(public.unaccent('public.unaccent'::regdictionary, normalize(value, NFKC))),
    '[' || U&'\064B' || '-' || U&'\065F' || U&'\0670' || U&'\0640' || ']', '', 'g'
  ),
  U&'\0623\0625\0622\0671\0649\0629', U&'\0627\0627\0627\0627\064A\0647'
);
