import { others } from '@/app/api/methods'
import { onlyKeys, privateJson, staff } from '@/app/api/staff'
import { returnProposal } from '@/lib/features/proposals/return-proposal'
import { readJson } from '@/lib/http'
import { parseReturnBody } from '@/lib/schemas/review'

/** Gives a submission back to its author with a note. */
export function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  return staff(request, async ({ viewer, version, key, address }) => {
    onlyKeys(address, [])
    const { id } = await params
    const seen = version()
    const note = parseReturnBody(await readJson(request))
    const moved = await returnProposal({ viewer, id, version: seen, note, key, clock: Date.now })
    return privateJson(moved, { version: moved.version })
  })
}

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = others('POST')
