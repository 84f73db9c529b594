import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type Tx, transaction } from '@/lib/data/client'
import { Refused } from '@/lib/errors'
import { KEYS_KEPT_DAYS } from '@/lib/schemas/call-limits'

/** A request that its sender may send again: a key of the sender's own, and the hash of everything that it asks. */
export interface Repeatable {
  key: string
  hash: Buffer
}

/** A request of an account under its idempotency key; null without one. `asked` is everything that decides the result. */
export function repeatable(
  account: string,
  key: string | undefined,
  asked: readonly (string | number | null | object)[],
): Repeatable | null {
  if (key === undefined) return null
  const hash = createHash('sha256').update(JSON.stringify(asked)).digest()
  return { key: `${account} ${key}`, hash }
}

const keptRow = z.object({ hash: z.custom<Buffer>(Buffer.isBuffer), result: z.unknown() })

/**
 * Runs `work` in one transaction and keeps its result under the key in the same one: what failed is not kept. The same
 * request again, also at the same time, gets the first result. Throws Refused when the key came with another one.
 */
export function transactionOnce<T extends object>(
  request: Repeatable | null,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return transaction((tx) => (request === null ? work(tx) : once(tx, request, work)))
}

async function once<T extends object>(
  tx: Tx,
  request: Repeatable,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  // Whoever comes second waits here until the first has ended.
  const { rowCount } = await tx.query(
    'insert into request_key (key, hash, at) values ($1, $2, now()) on conflict (key) do nothing',
    [request.key, request.hash],
  )
  if (rowCount === 0) return firstResult<T>(tx, request)
  const result = await work(tx)
  await tx.query('update request_key set result = $2 where key = $1', [
    request.key,
    JSON.stringify(result),
  ])
  await forgetOld(tx)
  return result
}

async function firstResult<T>(tx: Tx, { key, hash }: Repeatable): Promise<T> {
  const { rows } = await tx.query('select hash, result from request_key where key = $1', [key])
  const kept = keptRow.parse(rows[0])
  if (!kept.hash.equals(hash)) throw new Refused('key_reused')
  return kept.result as T // the same work made it: the hash says so
}

async function forgetOld(tx: Tx): Promise<void> {
  await tx.query(
    `delete from request_key where key in (
       select key from request_key where at < now() - make_interval(days => ${KEYS_KEPT_DAYS})
       limit 100 for update skip locked
     )`,
  )
}
