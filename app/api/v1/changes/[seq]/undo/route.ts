import { others } from '@/app/api/methods'
import { onlyKeys, privateJson, staff } from '@/app/api/staff'
import { NotFound } from '@/lib/errors'
import { undoChange } from '@/lib/features/changes/undo-change'
import { readJson } from '@/lib/http'
import { parseUndoBody } from '@/lib/schemas/review'

/** Undoes a change, and its batch with it, within half an hour. */
export function POST(
  request: Request,
  { params }: { params: Promise<{ seq: string }> },
): Promise<Response> {
  return staff(request, async ({ viewer, key, address }) => {
    onlyKeys(address, [])
    const { seq } = await params
    if (!/^[1-9]\d{0,14}$/.test(seq)) throw new NotFound('change', seq)
    const reason = parseUndoBody(await readJson(request))
    const undone = await undoChange({ viewer, seq: Number(seq), reason, key, clock: Date.now })
    return privateJson(undone)
  })
}

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = others('POST')
