import { type NextRequest, NextResponse } from 'next/server'
import { chooseLocale, LOCALE_COOKIE, LOCALE_HEADER } from '@/lib/locale'

const YEAR = 31_536_000

export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID())
  const policy = contentSecurityPolicy(nonce)
  const asked = request.nextUrl.searchParams.get('lang')
  const locale = chooseLocale({
    address: asked,
    cookie: request.cookies.get(LOCALE_COOKIE)?.value,
    accept: request.headers.get('accept-language'),
  })
  const headers = new Headers(request.headers)
  headers.set(LOCALE_HEADER, locale)
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  if (asked === locale)
    response.cookies.set(LOCALE_COOKIE, locale, { maxAge: YEAR, sameSite: 'lax', path: '/' })
  return response
}

function contentSecurityPolicy(nonce: string): string {
  // React's development build evaluates strings to rebuild server stacks; the production build never does.
  const development = process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : ''
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development}`,
    `style-src 'self' 'nonce-${nonce}'`,
    // Bars state their length in a style attribute; an attribute cannot load or run anything.
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
