import { answer, json } from '@/app/api/answer'
import { others } from '@/app/api/methods'
import { getAgreement } from '@/lib/features/agreements/get-agreement'
import { detailJson } from './detail-json'

/** One agreement with its standings. */
export function GET(
  request: Request,
  { params }: { params: Promise<{ reference: string }> },
): Promise<Response> {
  return answer(request, 'agreement', async ({ viewer, filters }) => {
    const { reference } = await params
    return json(detailJson(await getAgreement(viewer, reference, filters)))
  })
}

export const { POST, PUT, PATCH, DELETE, OPTIONS } = others('GET')
