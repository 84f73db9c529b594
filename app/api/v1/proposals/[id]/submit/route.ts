import { others } from '@/app/api/methods'
import { onlyKeys, privateJson, staff } from '@/app/api/staff'
import { submitProposal } from '@/lib/features/proposals/submit-proposal'

/** Submits a draft or a returned proposal. */
export function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  return staff(request, async ({ viewer, version, key, address }) => {
    onlyKeys(address, [])
    const { id } = await params
    const moved = await submitProposal({ viewer, id, version: version(), key, clock: Date.now })
    return privateJson(moved, { version: moved.version })
  })
}

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = others('POST')
