import { createHash } from 'node:crypto'
import { answer, type Call } from '@/app/api/answer'
import type { Viewer } from '@/lib/auth/viewer'
import { build } from '@/lib/build'
import { momentOf } from '@/lib/clock'
import { varyOf } from '@/lib/cors'
import { METHOD } from '@/lib/domain/method'
import { env } from '@/lib/env'
import { getState, type LedgerState } from '@/lib/features/ledger/get-state'
import type { Surface } from '@/lib/schemas/filter-keys'
import { printFilters } from '@/lib/schemas/filters'

const LENGTH = 27

/**
 * A strong validator, made of everything that an answer depends on: the program and its method, the last change, the day
 * that an absent asOf means, the address in its canonical form, and how much the one who asks may see. That of an
 * agreement begins with its version, which is what If-Match of an edit reads.
 */
function validatorOf(request: Request, { viewer, filters }: Call, state: LedgerState): string {
  const { url, host, port, access } = env()
  const { pathname } = new URL(request.url)
  const { asOf } = momentOf(filters)
  const rests = [
    ...[build(), METHOD, state.seq, state.hash, asOf],
    ...[pathname, printFilters(filters), url ?? `${host}:${port}`, access, viewer.actor],
  ]
  const digest = createHash('sha256').update(JSON.stringify(rests)).digest('base64url')
  const version = state.version === null ? '' : `${state.version}-`
  return `"${version}${digest.slice(0, LENGTH)}"`
}

/** Whether the client has this answer already. `*` asks for any at all, which nobody knows before reading: it is not heard. */
function isHeld(request: Request, etag: string): boolean {
  const held = request.headers.get('if-none-match')?.split(',') ?? []
  return held.some((one) => one.trim().replace(/^W\//, '') === etag)
}

// A book that is closed to the public is never kept by a cache that many share; nor is what an account sees.
function cacheControlOf(viewer: Viewer): string {
  return env().access === 'public' && viewer.actor === 'public'
    ? 'public, no-cache'
    : 'private, no-cache'
}

/**
 * Answers a read of the ledger, or 304 without reading when the client names the validator of what it would get.
 * `reference` is the agreement that is asked about, if it is one.
 */
export function answerRead(
  request: Request,
  surface: Surface,
  respond: (call: Call) => Promise<Response>,
  reference: string | null = null,
): Promise<Response> {
  return answer(request, surface, async (call) => {
    const state = await getState(call.viewer, reference)
    const headers = {
      etag: validatorOf(request, call, state),
      'cache-control': cacheControlOf(call.viewer),
      vary: varyOf('authorization', 'cookie'),
    }
    if (isHeld(request, headers.etag)) return new Response(null, { status: 304, headers })
    const response = await respond(call)
    for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
    return response
  })
}
