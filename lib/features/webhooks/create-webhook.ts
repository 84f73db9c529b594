import 'server-only'
import { randomBytes, randomUUID } from 'node:crypto'
import { isIP } from 'node:net'
import { authorise, type Viewer } from '@/lib/auth/viewer'
import { pool } from '@/lib/data/client'
import { repeatable, transactionOnce } from '@/lib/data/once'
import { insertWebhook, type ListedWebhook, secretOf, selectWebhooks } from '@/lib/data/webhooks'
import { env } from '@/lib/env'
import { InvalidInput } from '@/lib/errors'
import type { WebhookBody } from '@/lib/schemas/webhooks'
import { seal, unseal } from '@/lib/seal'
import { AddressRefused, hostOf, isPublicAddress, resolvePublic } from './receiver'
import { PURPOSE, printSecret } from './signature'

const SECRET_BYTES = 32

/** A webhook to be made. */
export interface CreateWebhookInput extends WebhookBody {
  viewer: Viewer
  /** An idempotency key of the client's own. */
  key?: string | undefined
}

function refused(code: string): InvalidInput {
  return new InvalidInput([{ path: 'url', code }])
}

// Asked again at each delivery: a name may lead elsewhere tomorrow.
async function refusePrivate(address: string): Promise<void> {
  const url = new URL(address)
  const host = hostOf(url)
  if (url.protocol !== 'https:' && !env().webhookLoopback) throw refused('webhook_https')
  if (isIP(host) !== 0) {
    if (!isPublicAddress(host)) throw refused('webhook_private')
    return
  }
  await resolvePublic(host).catch((error: unknown) => {
    throw refused(error instanceof AddressRefused ? 'webhook_private' : 'webhook_unresolved')
  })
}

/** Makes a webhook and returns it with its secret, which is not shown again. Throws Forbidden, and InvalidInput on an address that is not https, has no address, or leads into a private network. */
export async function createWebhook({
  viewer,
  url,
  events,
  key,
}: CreateWebhookInput): Promise<{ webhook: ListedWebhook; secret: string }> {
  authorise(viewer, 'webhook.manage')
  await refusePrivate(url)
  const request = repeatable(viewer.name, key, ['webhook', url, events])
  const { id } = await transactionOnce(request, async (tx) => {
    const made = { id: randomUUID(), url, events, createdBy: viewer.name }
    await insertWebhook(tx, { ...made, secret: seal(PURPOSE, randomBytes(SECRET_BYTES)) })
    return { id: made.id }
  })
  const [[webhook], sealed] = await Promise.all([selectWebhooks(pool(), id), secretOf(pool(), id)])
  if (!webhook || !sealed) throw new Error(`webhook ${id} was not kept`)
  return { webhook, secret: printSecret(unseal(PURPOSE, sealed)) }
}
