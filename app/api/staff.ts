import { readable } from '@/app/api/answer'
import { callerOf } from '@/app/api/caller'
import type { Viewer } from '@/lib/auth/viewer'
import { varyOf } from '@/lib/cors'
import { env } from '@/lib/env'
import { InvalidInput, type Problem } from '@/lib/errors'
import { HttpRefusal, problemResponse } from '@/lib/http'
import { refuseForeignOrigin } from '@/lib/origin'

// A version, alone or at the head of the validator that an agreement was read with.
const ETAG = /^(?:W\/)?"(\d{1,9})(?:-[\w-]+)?"$/
const KEY = /^[\x21-\x7e]{1,200}$/

/** A request of somebody with an account: who asks, and what its headers say. */
export interface StaffCall {
  viewer: Viewer
  /** The version that `If-Match` names. Throws HttpRefusal 428 when it is absent. */
  version: () => number
  /** The idempotency key, if there is one. */
  key: string | undefined
  address: URLSearchParams
}

function versionOf(request: Request): number {
  const given = request.headers.get('if-match')
  if (given === null) throw new HttpRefusal(428)
  const [, version] = ETAG.exec(given.trim()) ?? []
  if (version === undefined) throw new InvalidInput([{ path: 'If-Match', code: 'not_a_version' }])
  return Number(version)
}

function keyOf(request: Request): string | undefined {
  const given = request.headers.get('idempotency-key')
  if (given === null) return undefined
  if (!KEY.test(given)) throw new InvalidInput([{ path: 'Idempotency-Key', code: 'not_a_key' }])
  return given
}

/** Refuses every parameter of an address but these, by name. */
export function onlyKeys(address: URLSearchParams, known: readonly string[]): void {
  const problems: Problem[] = [...new Set(address.keys())]
    .filter((name) => name !== 'lang' && !known.includes(name))
    .map((name) => ({ path: name, code: 'unknown_parameter', values: { name } }))
  if (problems.length > 0) throw new InvalidInput(problems)
}

/** Who asks. A cookie alone proves no intent, so what it writes must come from a page of ours; a token is sent on purpose. */
async function asking(request: Request): Promise<Viewer> {
  const { headers, method } = request
  const reads = method === 'GET' || method === 'HEAD'
  const viewer = await callerOf(request, reads ? 'read' : 'write')
  const byCookie = viewer.actor !== 'public' && headers.get('authorization') === null
  if (byCookie && !reads) refuseForeignOrigin(headers, env().url)
  return viewer
}

/** Answers a request of the desk, or says what is wrong with it as problem+json; never kept by anybody. */
export async function staff(
  request: Request,
  respond: (call: StaffCall) => Promise<Response>,
): Promise<Response> {
  try {
    const viewer = await asking(request)
    const address = new URL(request.url).searchParams
    const call = { viewer, version: () => versionOf(request), key: keyOf(request), address }
    return readable(request, await respond(call))
  } catch (error) {
    return problemResponse(error, request)
  }
}

/** A JSON body for the one who asked. `version` becomes its ETag, `location` says where what was made can be read. */
export function privateJson(
  body: unknown,
  {
    status = 200,
    version,
    location,
  }: { status?: number; version?: number; location?: string } = {},
) {
  const headers: Record<string, string> = {
    'cache-control': 'private, no-store',
    vary: varyOf('authorization', 'cookie'),
  }
  if (version !== undefined) headers.etag = `"${version}"`
  if (location !== undefined) headers.location = location
  return Response.json(body, { status, headers })
}
