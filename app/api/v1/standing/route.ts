import { answer, json } from '@/app/api/answer'
import { others } from '@/app/api/methods'
import { calculateStanding } from '@/lib/features/standing/calculate-standing'
import { readJson } from '@/lib/http'

/** The calculator: the standing of any commitment, without an account. */
export function POST(request: Request): Promise<Response> {
  return answer(request, 'plain', async () => {
    const response = json(calculateStanding(await readJson(request)))
    response.headers.set('cache-control', 'no-store')
    return response
  })
}

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = others('POST')
