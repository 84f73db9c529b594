import { answer, json } from '@/app/api/answer'
import { others } from '@/app/api/methods'
import { propose } from '@/app/api/v1/propose'
import { getAgreement } from '@/lib/features/agreements/get-agreement'
import { detailJson } from './detail-json'

/** One agreement with its standings. */
export function GET(
  request: Request,
  { params }: { params: Promise<{ reference: string }> },
): Promise<Response> {
  return answer(request, 'agreement', async ({ viewer, filters }) => {
    const { reference } = await params
    const detail = await getAgreement(viewer, reference, filters)
    const response = json(detailJson(detail))
    response.headers.set('etag', `"${detail.description.version}"`) // what If-Match of an edit names
    return response
  })
}

/** Proposes an edit of an agreement: only the columns that change. */
export async function PATCH(
  request: Request,
  { params }: { params: Promise<{ reference: string }> },
): Promise<Response> {
  return propose(request, 'edit', (await params).reference)
}

export const { POST, PUT, DELETE, OPTIONS } = others('GET', 'PATCH')
