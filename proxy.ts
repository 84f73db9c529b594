import { type NextRequest, NextResponse } from 'next/server'
import { ADDRESS_HEADER, NONCE_HEADER, problemsOfAddress, withoutTracking } from '@/lib/address'
import type { Locale } from '@/lib/format'
import { chooseLocale, LOCALE_COOKIE, LOCALE_HEADER } from '@/lib/locale'

const YEAR = 31_536_000

/** Before every page: the language, the security policy, and an address that can be read. It authorises nothing: verbs do. */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search, searchParams } = request.nextUrl
  const clean = withoutTracking(searchParams)
  if (clean) return NextResponse.redirect(new URL(`${pathname}${query(clean)}`, request.url), 308)

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
  const readable = problemsOfAddress(pathname, searchParams).length === 0
  const response = readable
    ? NextResponse.next({ request: { headers } })
    : NextResponse.rewrite(new URL('/bad-address', request.url), { request: { headers } })
  response.headers.set('content-security-policy', policy)
  response.headers.set('vary', 'accept-language, cookie')
  if (asked === locale) keepLocale(response, locale)
  return response
}

function query(parameters: URLSearchParams): string {
  return parameters.size > 0 ? `?${parameters}` : ''
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
