import { callerOf } from '@/app/api/caller'
import type { Viewer } from '@/lib/auth/viewer'
import { corsHeaders } from '@/lib/cors'
import { problemResponse } from '@/lib/http'
import type { Surface } from '@/lib/schemas/filter-keys'
import { type Filters, parseFilters } from '@/lib/schemas/filters'

/** Who asks, and what the address asks of a surface. */
export interface Call {
  viewer: Viewer
  filters: Filters
}

/** Answers a request, or says what is wrong with it as problem+json. */
export async function answer(
  request: Request,
  surface: Surface,
  respond: (call: Call) => Promise<Response>,
): Promise<Response> {
  try {
    const viewer = await callerOf(request, 'read')
    const filters = parseFilters(new URL(request.url).searchParams, surface)
    return readable(request, await respond({ viewer, filters }))
  } catch (error) {
    return problemResponse(error, request)
  }
}

/** An answer that pages of the configured origins may read too. */
export function readable(request: Request, response: Response): Response {
  for (const [name, value] of Object.entries(corsHeaders(request.headers)))
    response.headers.set(name, value)
  return response
}

/** A JSON body. */
export function json(body: unknown, type = 'application/json'): Response {
  return Response.json(body, { headers: { 'content-type': type } })
}
