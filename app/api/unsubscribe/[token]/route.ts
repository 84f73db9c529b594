import { others } from '@/app/api/methods'
import { unsubscribe } from '@/lib/features/schedules/unsubscribe'
import { problemResponse } from '@/lib/http'

type Context = { params: Promise<{ token: string }> }

/**
 * Where a mail program posts to that offers to leave with one click (RFC 8058): no session, no page of ours before it, so
 * no Origin either; the token says who leaves.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  try {
    await unsubscribe((await params).token)
    return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } })
  } catch (error) {
    return problemResponse(error, request)
  }
}

/** A program that opens the address instead comes to the page that asks. Nobody leaves by looking. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const location = `/unsubscribe/${encodeURIComponent((await params).token)}`
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } })
}

export const { PUT, PATCH, DELETE, OPTIONS } = others('GET', 'POST')
