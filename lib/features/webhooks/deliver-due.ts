import 'server-only'
import { pool, transaction } from '@/lib/data/client'
import { type DueDelivery, type Outcome, settle, takeDue } from '@/lib/data/webhook-deliveries'
import { waitAfter } from '@/lib/domain/retries'
import { unseal } from '@/lib/seal'
import { post } from './post'
import { PURPOSE, signedHeaders } from './signature'

const AT_ONCE = 10
/** Longer than any attempt takes. */
const LEASE_SECONDS = 60

function secretOf({ secret }: DueDelivery): Buffer | null {
  try {
    return unseal(PURPOSE, secret)
  } catch {
    return null // sealed under another PLEDGEBOOK_SECRET
  }
}

async function attempt(due: DueDelivery): Promise<Outcome> {
  const secret = secretOf(due)
  if (!secret) return { milliseconds: 0, status: null, failure: 'secret_lost', excerpt: null }
  const seconds = Math.floor(Date.now() / 1000)
  const signed = signedHeaders(secret, { id: due.event, seconds, body: due.body })
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Pledgebook',
    ...signed,
  }
  return post(due.url, headers, due.body)
}

async function deliver(due: DueDelivery): Promise<void> {
  const outcome = await attempt(due)
  const { status } = outcome
  const taken = status !== null && status >= 200 && status < 300
  const wait = waitAfter(due.attempts, Math.random())
  const next = taken ? 'delivered' : wait === null ? 'given_up' : { wait }
  await transaction((tx) => settle(tx, due.id, outcome, next))
}

/**
 * Sends what is due to the webhooks, a few at once, and returns how many there were. For the worker of the server, which
 * asks in nobody's name: what is sent was decided when the event was kept. At least once: a receiver may see an id again.
 */
export async function deliverDue(): Promise<number> {
  const due = await takeDue(pool(), AT_ONCE, LEASE_SECONDS)
  await Promise.all(due.map(deliver))
  return due.length
}
