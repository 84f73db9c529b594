import { others } from '@/app/api/methods'
import { onlyKeys, privateJson, staff } from '@/app/api/staff'
import { NotFound } from '@/lib/errors'
import { resendDelivery } from '@/lib/features/webhooks/resend-delivery'

/** Sends an event once more. */
export function POST(
  request: Request,
  { params }: { params: Promise<{ id: string; delivery: string }> },
): Promise<Response> {
  return staff(request, async ({ viewer, key, address }) => {
    onlyKeys(address, [])
    const { id: webhook, delivery } = await params
    if (!/^[1-9]\d{0,14}$/.test(delivery)) throw new NotFound('delivery', delivery)
    const sent = await resendDelivery({ viewer, webhook, delivery: Number(delivery), key })
    return privateJson(sent, { status: 202 })
  })
}

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = others('POST')
