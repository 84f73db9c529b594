import { json } from '@/app/api/answer'
import { answerRead } from '@/app/api/conditional'
import { others } from '@/app/api/methods'
import { propose } from '@/app/api/v1/propose'
import { listWholeAgreements } from '@/lib/features/agreements/list-whole-agreements'
import { listedJson } from './listed-json'

/** A page of the agreements under the filters. */
export function GET(request: Request): Promise<Response> {
  return answerRead(request, 'list', async ({ viewer, filters }) => {
    const { rows, next, total } = await listWholeAgreements(viewer, filters)
    return json({ data: rows.map((row) => listedJson(row, filters.measure)), next, total })
  })
}

/** Proposes a new agreement. */
export function POST(request: Request): Promise<Response> {
  return propose(request, 'agreement', null)
}

export const { PUT, PATCH, DELETE, OPTIONS } = others('GET', 'POST')
