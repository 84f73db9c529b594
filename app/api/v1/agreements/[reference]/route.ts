import { type Call, json } from '@/app/api/answer'
import { answerRead } from '@/app/api/conditional'
import { others } from '@/app/api/methods'
import { propose } from '@/app/api/v1/propose'
import { getAgreement } from '@/lib/features/agreements/get-agreement'
import { detailJson } from './detail-json'

/** One agreement with its standings. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ reference: string }> },
): Promise<Response> {
  const { reference } = await params
  const respond = async ({ viewer, filters }: Call) =>
    json(detailJson(await getAgreement(viewer, reference, filters)))
  return answerRead(request, 'agreement', respond, reference)
}

/** Proposes an edit of an agreement: only the columns that change. */
export async function PATCH(
  request: Request,
  { params }: { params: Promise<{ reference: string }> },
): Promise<Response> {
  return propose(request, 'edit', (await params).reference)
}

export const { POST, PUT, DELETE, OPTIONS } = others('GET', 'PATCH')
