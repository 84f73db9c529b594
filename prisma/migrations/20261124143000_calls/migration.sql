-- Every call of the API is counted here, so a count must not wait for the disk; after a crash counting begins anew.
ALTER TABLE "attempt" SET UNLOGGED;

-- What a call with an idempotency key answered: the same key and input answer it again. JSON, not JSONB: byte for byte.
CREATE TABLE "request_key" (
    "key" TEXT NOT NULL,
    "hash" BYTEA NOT NULL,
    "result" JSON,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "request_key_pkey" PRIMARY KEY ("key")
);
ALTER TABLE "request_key" ADD CONSTRAINT "request_key_hash_length" CHECK (octet_length("hash") = 32);
CREATE INDEX "request_key_at_idx" ON "request_key"("at");
