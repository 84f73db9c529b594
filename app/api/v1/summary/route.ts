import { json } from '@/app/api/answer'
import { answerRead } from '@/app/api/conditional'
import { others } from '@/app/api/methods'
import { getSummary } from '@/lib/features/portfolio/get-summary'
import { summaryJson } from './summary-json'

/** The figures of the portfolio under the filters; figures do not depend on what a browser accepts, so only ?lang sets their words. */
export function GET(request: Request): Promise<Response> {
  return answerRead(request, 'summary', async ({ viewer, filters }) =>
    json(summaryJson(await getSummary(viewer, filters), filters.lang ?? 'en')),
  )
}

export const { POST, PUT, PATCH, DELETE, OPTIONS } = others('GET')
