import { answer, json } from '@/app/api/answer'
import { others } from '@/app/api/methods'
import { listAgreements } from '@/lib/features/agreements/list-agreements'
import { listedJson } from './listed-json'

/** A page of the agreements under the filters. */
export function GET(request: Request): Promise<Response> {
  return answer(request, 'list', async ({ viewer, filters }) => {
    const { rows, next, total } = await listAgreements(viewer, filters)
    return json({ data: rows.map((row) => listedJson(row, filters.measure)), next, total })
  })
}

export const { POST, PUT, PATCH, DELETE, OPTIONS } = others('GET')
