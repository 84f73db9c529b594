import { others } from '@/app/api/methods'
import { onlyKeys, privateJson, staff } from '@/app/api/staff'
import { deliveryJson, webhookJson } from '@/app/api/v1/webhooks/webhook-json'
import { endWebhook } from '@/lib/features/webhooks/end-webhook'
import { getWebhook } from '@/lib/features/webhooks/get-webhook'
import { parsePageKeys } from '@/lib/schemas/proposals-filter'

interface Context {
  params: Promise<{ id: string }>
}

/** A webhook with the log of its deliveries, the latest first. */
export function GET(request: Request, { params }: Context): Promise<Response> {
  return staff(request, async ({ viewer, address }) => {
    const { id } = await params
    const { webhook, deliveries, next } = await getWebhook(viewer, id, parsePageKeys(address))
    return privateJson({ ...webhookJson(webhook), deliveries: deliveries.map(deliveryJson), next })
  })
}

/** Ends a webhook. */
export function DELETE(request: Request, { params }: Context): Promise<Response> {
  return staff(request, async ({ viewer, address }) => {
    onlyKeys(address, [])
    await endWebhook(viewer, (await params).id)
    return new Response(null, { status: 204, headers: { 'cache-control': 'private, no-store' } })
  })
}

export const { POST, PUT, PATCH, OPTIONS } = others('GET', 'DELETE')
