import { type NextRequest, NextResponse } from 'next/server'
import { problemsOfNames } from '@/app/bad-address/problems-of-names'
import { THEME_COOKIE } from '@/app/theme-cookie'
import {
  ADDRESS_HEADER,
  INSTEAD,
  INSTEAD_HEADER,
  type Instead,
  NONCE_HEADER,
  problemsOfAddress,
  problemsOfPath,
  recordOf,
  showsRecords,
  withoutTracking,
} from '@/lib/address'
import { apiText } from '@/lib/api-text'
import { visitor } from '@/lib/auth/viewer'
import { momentOf } from '@/lib/clock'
import { env } from '@/lib/env'
import { ForeignOrigin, InvalidInput } from '@/lib/errors'
import { getReadiness } from '@/lib/features/health/get-readiness'
import { hasRecord } from '@/lib/features/records/has-record'
import { directionOf, type Locale } from '@/lib/format'
import { problemResponse } from '@/lib/http'
import { chooseLocale, LOCALE_COOKIE, LOCALE_HEADER } from '@/lib/locale'
import { refuseForeignOrigin } from '@/lib/origin'
import { plainPage } from '@/lib/plain-page'

const YEAR = 31_536_000
const SESSION_COOKIE = 'pledgebook.session_token'
const ASK_AGAIN_MS = 2_000
// A busy database is late, not away: its readers would rather wait than be sent off. One that is away refuses at once.
const PATIENCE_MS = 10_000
const READING = ['GET', 'HEAD']
// A page is read, and its forms are posted to it.
const PAGE_METHODS = 'GET, HEAD, POST, OPTIONS'

/** Before every page: the language, the security policy, an address that can be read, a form of our own. It authorises nothing: verbs do. */
export async function proxy(request: NextRequest): Promise<Response> {
  const { pathname, search, searchParams } = request.nextUrl
  if (pathname.startsWith('/api/')) return callOf(request)
  if (request.method === 'OPTIONS')
    return new Response(null, { status: 204, headers: { allow: PAGE_METHODS } })
  const asked = searchParams.get('lang')
  const locale = chooseLocale({
    address: asked,
    cookie: request.cookies.get(LOCALE_COOKIE)?.value,
    accept: request.headers.get('accept-language'),
  })
  const nonce = btoa(crypto.randomUUID())
  const policy = contentSecurityPolicy(nonce)
  const refused = refusalOf(request)
  if (refused) return refusalPage(request, refused, { locale, nonce, policy })
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
  // Kept once: a cookie that comes with the answer of an action makes Next draw the whole page again.
  const kept = request.cookies.get(LOCALE_COOKIE)?.value
  if (asked === locale && kept !== locale) keepLocale(response, locale)
  return response
}

/** The handler under app/ that answers in place of a page, which itself can answer neither 308, 400 nor 503. */
async function insteadOf(
  path: string,
  parameters: URLSearchParams,
  named: boolean,
): Promise<Instead | null> {
  if (INSTEAD.some((handler) => path === `/${handler}`)) return 'nowhere'
  if (withoutTracking(parameters)) return 'clean-address'
  if (problemsOfAddress(path, parameters).length > 0) return 'bad-address'
  if (!named && !showsRecords(path)) return null
  if (!(await answers())) return 'unavailable'
  if ((await problemsOfNames(path, parameters)).length > 0) return 'bad-address'
  return (await isNowhere(path, parameters)) ? 'nowhere' : null
}

// A page finds that out too late to say it without a script. A private book tells a stranger nothing, not even that.
async function isNowhere(path: string, parameters: URLSearchParams): Promise<boolean> {
  const { access } = env()
  const record = recordOf(path)
  if (access === 'private' || record === null) return false
  const { knownAt } = momentOf({ asOf: null, knownAt: parameters.get('knownAt') })
  return !(await hasRecord(visitor(access), record, knownAt))
}

// Of the API only addresses that might not decode come by.
function callOf(request: NextRequest): Response {
  const problems = problemsOfPath(request.nextUrl.pathname)
  return problems.length > 0
    ? problemResponse(new InvalidInput(problems), request)
    : NextResponse.next()
}

type Refusal = 400 | 403 | 405

/** The status of a request that no page should see; Next would answer an address that cannot be decoded with 500. */
function refusalOf({ method, headers, nextUrl }: NextRequest): Refusal | null {
  if (problemsOfPath(nextUrl.pathname).length > 0) return 400
  if (READING.includes(method)) return null
  if (method !== 'POST') return 405
  try {
    refuseForeignOrigin(headers, env().url)
    return null
  } catch (error) {
    if (error instanceof ForeignOrigin) return error.status
    throw error
  }
}

const DETAILS = {
  400: 'errors.not_decodable',
  403: 'http.detailOrigin',
  405: 'http.detail405',
} as const

function refusalPage(
  request: NextRequest,
  status: Refusal,
  { locale, nonce, policy }: { locale: Locale; nonce: string; policy: string },
): Promise<Response> {
  const t = apiText(locale)
  const page = {
    lang: locale,
    direction: directionOf(locale),
    theme: request.cookies.get(THEME_COOKIE)?.value,
    nonce,
    site: t('common.name'),
    banner: env().demo ? t('common.demo') : null,
    status,
    title: t(`http.title${status}`),
    text: t(DETAILS[status]),
    items: [],
    links: [{ href: '/', label: t('trouble.home') }],
  }
  return plainPage(page, {
    'content-security-policy': policy,
    ...(status === 405 && { allow: PAGE_METHODS }),
  })
}

let answeredAt = 0

/** Whether the database answers. One question in two seconds is enough: a page between them meets the same database. */
async function answers(): Promise<boolean> {
  if (Date.now() - answeredAt < ASK_AGAIN_MS) return true
  const readiness = await getReadiness(PATIENCE_MS)
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
  // Every page and nothing that only looks like a file; of the API only addresses that might not decode.
  matcher: ['/((?!api/|_next/|favicon\\.ico$|icons?\\.svg$).*)', '/api/(.*%.*)'],
}
