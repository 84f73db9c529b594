import type { Readable } from 'node:stream'
import { apiText, requestLocale } from './api-text'
import { corsHeaders, varyOf } from './cors'
import {
  Conflict,
  ForeignOrigin,
  InvalidInput,
  LedgerError,
  NotFound,
  type Problem,
  Refused,
  TooManyAttempts,
  Unauthenticated,
  Unavailable,
} from './errors'
import { log } from './log'
import type { ProblemBody } from './schemas/responses/problem'

/** A refusal that belongs to HTTP alone: a wrong method, format or size. `headers` say what would be taken. */
export class HttpRefusal extends LedgerError {
  constructor(
    readonly status: 405 | 413 | 415 | 428,
    readonly headers: Record<string, string> = {},
  ) {
    super(`http ${status}`)
  }
}

type Text = ReturnType<typeof apiText>
const STATUSES = [400, 401, 403, 404, 405, 409, 413, 415, 428, 429, 500, 503] as const
type Status = (typeof STATUSES)[number]

function statusOf(error: unknown): Status {
  const status = error instanceof LedgerError ? error.status : isUnreachable(error) ? 503 : 500
  return STATUSES.find((known) => known === status) ?? 500
}

// The codes with which PostgreSQL and the network say that nobody answers; pg has no class of its own for them.
const UNREACHABLE = [
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'ETIMEDOUT',
  '57P01',
  '57P03',
  '53300',
]

function isUnreachable(error: unknown): boolean {
  return error instanceof Error && 'code' in error && UNREACHABLE.includes(String(error.code))
}

function detailOf(error: unknown, status: Status, t: Text): string {
  if (error instanceof InvalidInput) return t('http.detail400', { count: error.problems.length })
  if (error instanceof NotFound) return t('http.detail404', { id: error.id })
  if (error instanceof ForeignOrigin) return t('http.detailOrigin')
  if (error instanceof Refused) return messageOf(error, t)
  if (error instanceof Conflict) return t('http.detail409', { version: error.currentVersion })
  return t(`http.detail${status}`)
}

function messageOf({ code, values }: Pick<Problem, 'code' | 'values'>, t: Text): string {
  const key = `errors.${code}` as Parameters<Text>[0] // a test holds every code to a message
  return t(key, values)
}

function explained(problem: Problem, t: Text) {
  return { path: problem.path, message: messageOf(problem, t) }
}

/** Located problems in the reader's language, as every answer of the API gives them. */
export function explainedProblems(problems: readonly Problem[], request: Request) {
  const t = apiText(requestLocale(request))
  return problems.map((problem) => explained(problem, t))
}

/** Both versions of what was changed meanwhile, field by field. */
function versionsOf({ currentVersion, fields }: Conflict) {
  return { version: currentVersion, fields: [...fields] }
}

/** RFC 9457: what went wrong in the reader's language, located where it is input, never how the program is built. */
export function problemResponse(error: unknown, request: Request): Response {
  const status = statusOf(error)
  record(error, status, request)
  const locale = requestLocale(request)
  const t = apiText(locale)
  const body: ProblemBody = {
    type: 'about:blank',
    title: t(`http.title${status}`),
    status,
    detail: detailOf(error, status, t),
    ...(error instanceof InvalidInput && {
      errors: error.problems.map((problem) => explained(problem, t)),
    }),
    ...(error instanceof Conflict && versionsOf(error)),
  }
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': locale,
      'cache-control': 'no-store',
      vary: varyOf('accept-language', 'authorization', 'cookie'),
      ...corsHeaders(request.headers),
      ...((status === 503 || status === 429) && { 'retry-after': String(retryOf(error)) }),
      ...(error instanceof Unauthenticated && { 'www-authenticate': challengeOf(error) }),
      ...(error instanceof HttpRefusal && error.headers),
    },
  })
}

function record(error: unknown, status: Status, request: Request): void {
  if (status < 500) return
  const about = { err: error, method: request.method, path: new URL(request.url).pathname }
  if (status === 500) log().error(about, 'failed')
  else log().warn(about, 'not available')
}

function retryOf(error: unknown): number {
  const known = error instanceof Unavailable || error instanceof TooManyAttempts
  return known ? error.retryAfterSeconds : 5
}

/** RFC 6750: why a token is asked for. */
function challengeOf({ tokenRefused }: Unauthenticated): string {
  return tokenRefused
    ? 'Bearer realm="Pledgebook", error="invalid_token"'
    : 'Bearer realm="Pledgebook"'
}

/** Bytes of a Node stream as a web stream: reads only when the client takes more, and destroys the source when it leaves. */
export function byteStream(source: Readable): ReadableStream<Uint8Array> {
  const chunks = source[Symbol.asyncIterator]()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    cancel() {
      source.destroy()
    },
  })
}

const MOST_BYTES = 1_000_000

/** The JSON body of a request. Throws HttpRefusal on another format or a body that is too large, and InvalidInput on text that is not JSON. */
export async function readJson(request: Request): Promise<unknown> {
  if (mediaType(request) !== 'application/json')
    throw new HttpRefusal(415, { accept: 'application/json' })
  const text = (await readBytes(request, MOST_BYTES)).toString()
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) throw new InvalidInput([{ path: '', code: 'not_json' }])
    throw error
  }
}

/** The body of a request, so many bytes at most. Throws HttpRefusal: the length that a client announces may be wrong or absent, so they are counted as they come. */
export async function readBytes(request: Request, maximum: number): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = request.body?.getReader()
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined }
    if (done || !value) return Buffer.concat(chunks)
    size += value.length
    if (size > maximum) {
      await reader?.cancel()
      throw new HttpRefusal(413)
    }
    chunks.push(value)
  }
}

/** The media type of a body, without its parameters. */
export function mediaType(request: Request): string {
  return request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''
}
