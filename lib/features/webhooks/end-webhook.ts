import 'server-only'
import { z } from 'zod'
import { authorise, type Viewer } from '@/lib/auth/viewer'
import { transaction } from '@/lib/data/client'
import { endWebhook as end } from '@/lib/data/webhooks'
import { NotFound } from '@/lib/errors'

/** Ends a webhook: it is told nothing more; its log stays. Throws Forbidden, and NotFound when none of that id is at work. */
export async function endWebhook(viewer: Viewer, id: string): Promise<void> {
  authorise(viewer, 'webhook.manage')
  if (!z.uuid().safeParse(id).success) throw new NotFound('webhook', id)
  await transaction(async (tx) => {
    if (!(await end(tx, id, viewer.name))) throw new NotFound('webhook', id)
  })
}
