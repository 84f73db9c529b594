import { others } from '@/app/api/methods'
import { onlyKeys, privateJson, staff } from '@/app/api/staff'
import { detailJson } from '@/app/api/v1/proposals/proposal-json'
import { editProposal } from '@/lib/features/proposals/edit-proposal'
import { getProposal } from '@/lib/features/proposals/get-proposal'
import { readJson } from '@/lib/http'
import { listsNamed, parsePayload } from '@/lib/schemas/proposal'

interface Context {
  params: Promise<{ id: string }>
}

/** A proposal with what is missing, and its effect on the portfolio. */
export function GET(request: Request, { params }: Context): Promise<Response> {
  return staff(request, async ({ viewer, address }) => {
    onlyKeys(address, [])
    const detail = await getProposal(viewer, (await params).id, Date.now)
    return privateJson(detailJson(detail, request), { version: detail.proposal.version })
  })
}

/** Changes the columns and lists given of a draft or a returned proposal; an empty list empties it. */
export function PATCH(request: Request, { params }: Context): Promise<Response> {
  return staff(request, async ({ viewer, version, address }) => {
    onlyKeys(address, [])
    const { id } = await params
    const seen = version()
    const body = await readJson(request)
    const { proposal } = await getProposal(viewer, id, Date.now)
    const payload = parsePayload(proposal.kind, body)
    const saved = await editProposal({
      ...{
        viewer,
        id,
        version: seen,
        payload,
        partial: { lists: listsNamed(body) },
        clock: Date.now,
      },
    })
    return privateJson(saved, { version: saved.version })
  })
}

export const { POST, PUT, DELETE, OPTIONS } = others('GET', 'PATCH')
