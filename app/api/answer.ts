import { callerOf } from '@/app/api/caller'
import type { Viewer } from '@/lib/auth/viewer'
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
    return await respond({ viewer, filters })
  } catch (error) {
    return problemResponse(error, request)
  }
}

/** A JSON body that every reader may keep until it asks again. */
export function json(body: unknown, type = 'application/json'): Response {
  const headers = { 'cache-control': 'private, no-cache', 'content-type': type }
  return Response.json(body, { headers })
}
