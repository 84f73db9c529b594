import { others } from '@/app/api/methods'
import { onlyKeys, privateJson, staff } from '@/app/api/staff'
import { acceptProposal } from '@/lib/features/proposals/accept-proposal'

/** Accepts a submission: its row is written in one change. */
export function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  return staff(request, async ({ viewer, version, key, address }) => {
    onlyKeys(address, [])
    const { id } = await params
    const moved = await acceptProposal({ viewer, id, version: version(), key, clock: Date.now })
    return privateJson(moved, { version: moved.version })
  })
}

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = others('POST')
