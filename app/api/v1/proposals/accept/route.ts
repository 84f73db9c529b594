import { others } from '@/app/api/methods'
import { onlyKeys, privateJson, staff } from '@/app/api/staff'
import { acceptMany } from '@/lib/features/proposals/accept-many'
import { readJson } from '@/lib/http'
import { parseAcceptBody } from '@/lib/schemas/review'

/** Accepts several submissions in one batch, or none of them. */
export function POST(request: Request): Promise<Response> {
  return staff(request, async ({ viewer, key, address }) => {
    onlyKeys(address, [])
    const items = parseAcceptBody(await readJson(request))
    return privateJson(await acceptMany({ viewer, items, key, clock: Date.now }))
  })
}

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = others('POST')
