import { others } from '@/app/api/methods'
import { onlyKeys, privateJson, staff } from '@/app/api/staff'
import { acceptImport } from '@/lib/features/proposals/accept-import'

/** Accepts everything of an import that waits, in one batch, or nothing. */
export function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  return staff(request, async ({ viewer, address }) => {
    onlyKeys(address, [])
    const { id } = await params
    return privateJson(await acceptImport({ viewer, id, clock: Date.now }))
  })
}

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = others('POST')
