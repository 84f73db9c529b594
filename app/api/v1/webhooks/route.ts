import { others } from '@/app/api/methods'
import { onlyKeys, privateJson, staff } from '@/app/api/staff'
import { createWebhook } from '@/lib/features/webhooks/create-webhook'
import { listWebhooks } from '@/lib/features/webhooks/list-webhooks'
import { readJson } from '@/lib/http'
import { parseWebhook } from '@/lib/schemas/webhooks'
import { webhookJson } from './webhook-json'

/** Every webhook, those at work first. */
export function GET(request: Request): Promise<Response> {
  return staff(request, async ({ viewer, address }) => {
    onlyKeys(address, [])
    return privateJson({ data: (await listWebhooks(viewer)).map(webhookJson) })
  })
}

/** Makes a webhook; its secret is in this answer only. */
export function POST(request: Request): Promise<Response> {
  return staff(request, async ({ viewer, key, address }) => {
    onlyKeys(address, [])
    const asked = parseWebhook(await readJson(request))
    const { webhook, secret } = await createWebhook({ viewer, ...asked, key })
    const location = `/api/v1/webhooks/${webhook.id}`
    return privateJson({ ...webhookJson(webhook), secret }, { status: 201, location })
  })
}

export const { PUT, PATCH, DELETE, OPTIONS } = others('GET', 'POST')
