/** Calls of the API are counted in windows of this length, by all instances together. */
export const CALL_WINDOW_SECONDS = 60
/** Reads in a window from one address, or by one account: an office behind one address has many people. */
export const MOST_READS = 600
/** Writes in a window by one account, its tokens included. */
export const MOST_WRITES = 120
/** What a call with an Idempotency-Key answered is kept at least this long; a key that comes later is a new one. */
export const KEYS_KEPT_DAYS = 30
