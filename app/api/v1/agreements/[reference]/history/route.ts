import { others } from '@/app/api/methods'
import { onlyKeys, privateJson, staff } from '@/app/api/staff'
import { getHistory } from '@/lib/features/changes/get-history'

/** How the record of one agreement came about. */
export function GET(
  request: Request,
  { params }: { params: Promise<{ reference: string }> },
): Promise<Response> {
  return staff(request, async ({ viewer, address }) => {
    onlyKeys(address, [])
    const entries = await getHistory(viewer, (await params).reference, {
      knownAt: null,
      clock: Date.now,
    })
    return privateJson({
      data: entries.map((one) => ({ ...one, at: new Date(one.at).toISOString() })),
    })
  })
}

export const { POST, PUT, PATCH, DELETE, OPTIONS } = others('GET')
