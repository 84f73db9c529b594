import { others } from '@/app/api/methods'
import { onlyKeys, privateJson, staff } from '@/app/api/staff'
import { withdrawProposal } from '@/lib/features/proposals/withdraw-proposal'

/** Takes a proposal of one's own back. */
export function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  return staff(request, async ({ viewer, version, key, address }) => {
    onlyKeys(address, [])
    const { id } = await params
    const moved = await withdrawProposal({ viewer, id, version: version(), key, clock: Date.now })
    return privateJson(moved, { version: moved.version })
  })
}

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = others('POST')
