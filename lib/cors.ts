import { env } from './env'

type RequestHeaders = Pick<Headers, 'get'>

// What a page of another origin may read beside what browsers always show.
const EXPOSED = 'ETag, Retry-After, Location, Link, Content-Disposition, Allow'
const SENT =
  'Authorization, Content-Type, Accept-Language, If-Match, If-None-Match, Idempotency-Key'
const PREFLIGHT_SECONDS = 600

function isConfigured(origin: string | null): origin is string {
  return origin !== null && env().corsOrigins.includes(origin)
}

/**
 * The headers that let a page of a configured origin read an answer of the API (PLEDGEBOOK_CORS_ORIGINS); none by default.
 * Never with cookies: there is no Access-Control-Allow-Credentials, so such a page reads what the public reads, or sends a token.
 */
export function corsHeaders(headers: RequestHeaders): Record<string, string> {
  const origin = headers.get('origin')
  if (!isConfigured(origin)) return {}
  return { 'access-control-allow-origin': origin, 'access-control-expose-headers': EXPOSED }
}

/** The same for the question that a browser asks beforehand. */
export function preflightHeaders(headers: RequestHeaders, methods: string): Record<string, string> {
  if (!isConfigured(headers.get('origin'))) return {}
  return {
    ...corsHeaders(headers),
    'access-control-allow-methods': methods,
    'access-control-allow-headers': SENT,
    'access-control-max-age': String(PREFLIGHT_SECONDS),
  }
}

/** What the answers of the API differ by. With origins configured also by them, or a cache would give one origin the answer of another. */
export function varyOf(...names: string[]): string {
  return [...names, ...(env().corsOrigins.length > 0 ? ['origin'] : [])].join(', ')
}
