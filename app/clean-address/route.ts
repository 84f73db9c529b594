import type { NextRequest } from 'next/server'
import { ADDRESS_HEADER, withoutTracking } from '@/lib/address'

/** Sends a reader on to the same page without what others appended to its address. Relative, so it holds under any host. */
export function GET(request: NextRequest): Response {
  const asked = new URL(request.headers.get(ADDRESS_HEADER) ?? '/', 'http://localhost')
  const kept = withoutTracking(asked.searchParams) ?? asked.searchParams
  const location = kept.size > 0 ? `${asked.pathname}?${kept}` : asked.pathname
  return new Response(null, { status: 308, headers: { location } })
}
