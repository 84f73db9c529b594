import 'server-only'
import { authorise, type Viewer } from '@/lib/auth/viewer'
import { pool } from '@/lib/data/client'
import { type ListedWebhook, selectWebhooks } from '@/lib/data/webhooks'

/** Every webhook without its secret, those at work first. Throws Forbidden. */
export async function listWebhooks(viewer: Viewer): Promise<ListedWebhook[]> {
  authorise(viewer, 'webhook.manage')
  return selectWebhooks(pool())
}
