import { type NextRequest, NextResponse } from 'next/server'
import {
  ADDRESS_HEADER,
  INSTEAD_HEADER,
  NONCE_HEADER,
  problemsOfAddress,
  showsRecords,
  withoutTracking,
} from '@/lib/address'
import { getReadiness } from '@/lib/features/health/get-readiness'
import type { Locale } from '@/lib/format'
import { chooseLocale, LOCALE_COOKIE, LOCALE_HEADER } from '@/lib/locale'

const YEAR = 31_536_000
const SESSION_COOKIE = 'pledgebook.session_token'
const ASK_AGAIN_MS = 2_000

/** Before every page: the language, the security policy, and an address that can be read. It authorises nothing: verbs do. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname, search, searchParams } = request.nextUrl
  const asked = searchParams.get('lang')
  const locale = chooseLocale({
    address: asked,
    cookie: request.cookies.get(LOCALE_COOKIE)?.value,
    accept: request.headers.get('accept-language'),
  })
  const nonce = btoa(crypto.randomUUID())
  const policy = contentSecurityPolicy(nonce)
  const headers = new Headers(request.headers)
  headers.set(LOCALE_HEADER, locale)
  headers.set(NONCE_HEADER, nonce)
  headers.set(ADDRESS_HEADER, `${pathname}${search}`)
  headers.set('content-security-policy', policy)
  headers.delete(INSTEAD_HEADER)
  // Whoever has signed in is named at the top of every page.
  const named = request.cookies.getAll().some(({ name }) => name.endsWith(SESSION_COOKIE))
  const instead = await insteadOf(pathname, searchParams, named)
  if (instead) headers.set(INSTEAD_HEADER, instead)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  response.headers.set('vary', 'accept-language, cookie')
  if (asked === locale) keepLocale(response, locale)
  return response
}

/** The handler under app/ that answers in place of a page, which itself can answer neither 308, 400 nor 503. */
async function insteadOf(
  path: string,
  parameters: URLSearchParams,
  named: boolean,
): Promise<string | null> {
  if (withoutTracking(parameters)) return 'clean-address'
  if (problemsOfAddress(path, parameters).length > 0) return 'bad-address'
  return (named || showsRecords(path)) && !(await answers()) ? 'unavailable' : null
}

let answeredAt = 0

/** Whether the database answers. One question in two seconds is enough: a page between them meets the same database. */
async function answers(): Promise<boolean> {
  if (Date.now() - answeredAt < ASK_AGAIN_MS) return true
  const readiness = await getReadiness()
  const reachable = readiness === 'ready' || readiness === 'stopping'
  if (reachable) answeredAt = Date.now()
  return reachable
}

function keepLocale(response: NextResponse, locale: Locale): void {
  response.cookies.set(LOCALE_COOKIE, locale, { maxAge: YEAR, sameSite: 'lax', path: '/' })
}

function contentSecurityPolicy(nonce: string): string {
  // React's development build evaluates strings and its overlay writes style elements; the production build does neither.
  const development = process.env.NODE_ENV === 'development'
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    // Bars state their length in a style attribute; an attribute can neither load nor run anything.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

export const config = {
  matcher: ['/((?!api/|_next/static|_next/image|favicon.ico|icon.svg).*)'],
}
