import { RECORD_KINDS, type RecordKind } from '@/lib/domain/types'
import type { Surface } from '@/lib/schemas/filter-keys'
import { type Filters, parseFilters } from '@/lib/schemas/filters'
import { parseAuditAddress, parseChosen, parseReviewAddress } from '@/lib/schemas/proposals-filter'
import { parseImportAddress, parseStagedAddress } from '@/lib/schemas/staged-address'
import { InvalidInput, type Problem } from './errors'

/** The address that a page was asked for, handed by proxy.ts to the handler that explains what is wrong with it. */
export const ADDRESS_HEADER = 'x-pledgebook-address'
/** The handler that answers in place of a page (next.config.js rewrites to it). */
export const INSTEAD_HEADER = 'x-pledgebook-instead'
/** Where INSTEAD_HEADER leads an address that only the handlers above have: next.config.js and proxy.ts agree on the words. */
export const INSTEAD = ['bad-address', 'clean-address', 'unavailable', 'nowhere'] as const
export type Instead = (typeof INSTEAD)[number]
/** The nonce of the request's Content-Security-Policy. */
export const NONCE_HEADER = 'x-pledgebook-nonce'

// What newsletters, advertisers and social networks append to links; it asks nothing of us.
const TRACKING =
  /^(utm_.*|mc_.*|fbclid|gclid|gclsrc|gbraid|wbraid|dclid|msclkid|twclid|ttclid|li_fat_id|igshid|igsh|yclid|_ga|_gl|ref_src|mkt_tok)$/i

const PAGES: readonly [RegExp, Surface][] = [
  [/^\/$/, 'page'],
  [/^\/agreements$/, 'page'],
  [/^\/agreements\/[^/]+$/, 'record'],
  [/^\/companies$/, 'companies'],
  [/^\/signatories$/, 'people'],
  [/^\/(companies|signatories)\/[^/]+$/, 'record'],
  [/^\/targets$/, 'targets'],
  [/^\/targets\/[^/]+$/, 'record'],
  [/^\/calendar$/, 'calendar'],
  [/^\/calendar\/chase$/, 'chase'],
  [/^\/exports$/, 'exports'],
  [/^\/exports\/reports\/(portfolio|behind)$/, 'report'],
  [/^\/exports\/reports\/due$/, 'dueReport'],
  [/^\/exports\/reports\/unreported$/, 'silentReport'],
  [/^\/exports\/reports\/changes$/, 'changes'],
  [/^\/data$/, 'record'],
  [/^\/data\/api(\/[^/]+)?$/, 'plain'],
  [/^\/method$/, 'plain'],
  [/^\/r(\/[^/]+)?$/, 'plain'],
  [/^\/unsubscribe\/[^/]+$/, 'plain'],
]

// A page of one record, or a form about it.
const RECORD = new RegExp(`^/(${RECORD_KINDS.join('|')})/([^/]+)(?:/|$)`)

/** The record that a path names; null when it names none. */
export function recordOf(path: string): { kind: RecordKind; name: string } | null {
  const [, start, name] = RECORD.exec(path) ?? []
  const kind = RECORD_KINDS.find((known) => known === start)
  if (kind === undefined || name === undefined || path === '/agreements/new') return null
  return { kind, name: decodeURIComponent(name) }
}

// The forms of the desk: what each may be asked for in its address.
const FORM = /^\/agreements\/(?:new|[^/]+\/(edit|report|amend|correct|event|annotate|retract))$/
const FORM_KEYS: readonly string[] = ['lang', 'draft', 'sent']
const MORE_KEYS: Readonly<Record<string, readonly string[]>> = {
  amend: ['measure'],
  correct: ['measure', 'version'],
}

// Pages of the desk that are asked for something else than filters of the portfolio.
const ASKED: readonly [RegExp, (query: URLSearchParams) => unknown][] = [
  [/^\/review$/, parseReviewAddress],
  [/^\/review\/accept$/, parseChosen],
  [/^\/admin\/audit$/, parseAuditAddress],
  [/^\/import$/, parseImportAddress],
  [/^\/import\/[^/]+$/, parseStagedAddress],
]

function problemsOfForm(form: string | undefined, query: URLSearchParams): Problem[] {
  const known = [...FORM_KEYS, ...(MORE_KEYS[form ?? ''] ?? [])]
  return [...new Set(query.keys())]
    .filter((name) => !known.includes(name))
    .map((name) => ({ path: name, code: 'unknown_parameter', values: { name } }))
}

const DESK = /^\/(sign-in|setup|invitation|reset|account|admin|review|import|r|unsubscribe)(\/|$)/

/** Whether a path is a page that shows records or accounts, and so needs the database. */
export function showsRecords(path: string): boolean {
  return (
    DESK.test(path) ||
    FORM.test(path) ||
    PAGES.some(([pattern, surface]) => surface !== 'plain' && pattern.test(path))
  )
}

/** The query without tracking parameters, or null when there are none. */
export function withoutTracking(query: URLSearchParams): URLSearchParams | null {
  const kept = new URLSearchParams(query)
  for (const name of new Set(query.keys())) if (TRACKING.test(name)) kept.delete(name)
  return kept.size === query.size ? null : kept
}

/** What is wrong with a path itself: nothing, or that no text is written in it. */
export function problemsOfPath(path: string): Problem[] {
  try {
    decodeURIComponent(path)
    return []
  } catch (error) {
    if (error instanceof URIError) return [{ path: '', code: 'not_decodable' }]
    throw error
  }
}

/** Which surface of the portfolio a page is, and what it is asked for; null for every other page. */
export function askedOfPage(
  path: string,
  query: URLSearchParams,
): { surface: Surface; filters: Filters } | null {
  const surface = FORM.test(path) ? undefined : PAGES.find(([pattern]) => pattern.test(path))?.[1]
  return surface === undefined ? null : { surface, filters: parseFilters(query, surface) }
}

/** What is wrong with the query of a page; nothing for an address that is no page of ours, which answers 404 by itself. */
export function problemsOfAddress(path: string, query: URLSearchParams): Problem[] {
  const form = FORM.exec(path)
  if (form) return problemsOfForm(form[1], query)
  const surface = PAGES.find(([pattern]) => pattern.test(path))?.[1]
  const parse = ASKED.find(([pattern]) => pattern.test(path))?.[1]
  try {
    if (surface) parseFilters(query, surface)
    parse?.(query)
    return []
  } catch (error) {
    if (error instanceof InvalidInput) return error.problems
    throw error
  }
}
