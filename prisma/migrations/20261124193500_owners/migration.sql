-- Whoever entered a new agreement looks after it, as acceptance says from now on; what came through the terminal has no owner.
UPDATE "agreement" a SET "owner" = first."author"
FROM (
  SELECT DISTINCT ON ("subject") "subject", "diff"->>'author' AS "author"
  FROM "change" WHERE "verb" = 'accept.agreement' ORDER BY "subject", "seq"
) first
WHERE first."subject" = a."reference" AND a."owner" IS NULL;

-- A bulk acceptance is found again by its id.
CREATE INDEX "proposal_batch_idx" ON "proposal"("batch");
