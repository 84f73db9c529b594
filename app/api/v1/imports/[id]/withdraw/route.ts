import { others } from '@/app/api/methods'
import { onlyKeys, privateJson, staff } from '@/app/api/staff'
import { withdrawImport } from '@/lib/features/proposals/withdraw-import'

/** Takes everything back that an import of one’s own brought and nobody has accepted. */
export function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  return staff(request, async ({ viewer, address }) => {
    onlyKeys(address, [])
    const { id } = await params
    return privateJson(await withdrawImport({ viewer, id, clock: Date.now }))
  })
}

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = others('POST')
