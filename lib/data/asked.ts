import type { Instant, IsoDate } from '@/lib/domain/types'
import type { Segment } from '@/lib/schemas/filter-keys'
import type { Filters } from '@/lib/schemas/filters'

/** What is asked of the ledger: filters on both clocks, resolved. */
export interface Asked {
  filters: Filters
  asOf: IsoDate
  knownAt: Instant | null
  /** The last change that counts, when it is settled already: the pages of one list read one state. */
  seq: string | null
}

/** The parameters of every statement about the portfolio, as one JSON document. */
export function parametersOf({ filters, asOf, knownAt, seq }: Asked, more: object = {}): string {
  const { sort: _sort, cursor: _cursor, lang: _lang, ...values } = filters
  const known = knownAt === null ? null : new Date(knownAt).toISOString()
  return JSON.stringify({ ...values, q: wordsOf(filters), asOf, knownAt: known, seq, ...more })
}

function wordsOf({ q }: Pick<Filters, 'q'>): string[] {
  return q?.split(/\s+/) ?? []
}

/**
 * The common table expression `f`, one row: what is asked, on both clocks. `source` is the JSON document: `$1`, or the
 * session setting of a COPY, which takes no parameters.
 */
export function askedSql(source: string): string {
  return `f as materialized (
    select p, (p->>'asOf')::date as as_of, p->>'measure' as measure, p->>'lane' as lane, coalesce((p->>'seq')::bigint, (
      select seq from change where p->>'knownAt' is null or at <= (p->>'knownAt')::timestamptz order by seq desc limit 1
    ), 0) as seq
    from (select (${source})::jsonb as p) as given
  )`
}

/** The setting that carries the document into a COPY. */
export const COPY_SOURCE = `current_setting('pb.asked')`

const among = (column: string, key: string) =>
  `${column} in (select jsonb_array_elements_text(f.p->'${key}'))`

const partyWith = (roles: string, key: string) => `exists (
    select from party join organisation o on o.id = party.organisation_id
    where party.agreement_id = a.id and party.role in (${roles}) and ${among('o.slug', key)}
  )`

/** The funnel segment as a condition on the row asked for, and on the verified one (method, section 9). */
function segmentSql(segment: Segment, row: string): string {
  const member = `${row}.member`
  const target = `coalesce(${row}.target, 0)`
  const reporting = `${row}.bucket = 'reporting'`
  const conditions: Record<Segment, string> = {
    original: `${member} and ${row}.original > 0`,
    increases: `${member} and ${target} > coalesce(${row}.original, 0)`,
    amendedAway: `${member} and ${target} < coalesce(${row}.original, 0)`,
    terminated: `${row}.bucket = 'terminated'`,
    notMeasurable: `${row}.bucket = 'notMeasurable'`,
    notReporting: `${row}.bucket = 'notReporting'`,
    delivered: `${reporting} and ${row}.created > 0`,
    deliveredVerified: `${reporting} and ${row}.created > 0 and v.created > 0`,
    outstanding: `${reporting} and ${row}.created < ${row}.target`,
    overDelivered: `${reporting} and ${row}.created > ${row}.target`,
  }
  return `(${conditions[segment]})`
}

/** When an agreement `a` was signed, as was known at f.seq: a lateral row `signature` of "on" and on_text. */
export const SIGNATURE_SQL = `left join lateral (
    select e."on", e.on_text from event e
    where e.agreement_id = a.id and e.kind = 'signature'
      and e.recorded <= f.seq and (e.retracted is null or e.retracted > f.seq)
    order by e.recorded desc, e.id desc limit 1
  ) signature on true`

/**
 * The conditions of the filters in use on an agreement `a`, its `signature`, its standing `row` of the lane asked for and
 * the verified one `v`; the values stay in `f`. ['true'] when nothing is filtered.
 */
export function conditionsOf(filters: Filters, row: string): string[] {
  const lists: [readonly unknown[], string][] = [
    [filters.company, partyWith(`'company', 'other_company'`, 'company')],
    [filters.party, partyWith(`'government'`, 'party')],
    [filters.sector, among('a.sector', 'sector')],
    [filters.region, among('a.region', 'region')],
    [filters.type, among('a.type', 'type')],
    [filters.status, among(`${row}.status`, 'status')],
    [filters.freshness, among(`${row}.freshness`, 'freshness')],
    [filters.evidence, among(`${row}.evidence`, 'evidence')],
    [filters.lifecycle, among(`${row}.lifecycle`, 'lifecycle')],
    [filters.dueYear, among(`extract(year from ${row}.due)::text`, 'dueYear')],
    [filters.segment, filters.segment.map((segment) => segmentSql(segment, row)).join(' or ')],
  ]
  const conditions = lists.filter(([values]) => values.length > 0).map(([, sql]) => `(${sql})`)
  if (filters.signedFrom) conditions.push(`signature."on" >= (f.p->>'signedFrom')::date`)
  if (filters.signedTo) conditions.push(`signature."on" <= (f.p->>'signedTo')::date`)
  return ['true', ...conditions, ...searchConditions(filters, 'a.search')]
}

/** Every word of the search must stand somewhere in the folded text of a row. */
export function searchConditions(filters: Pick<Filters, 'q'>, column: string): string[] {
  return wordsOf(filters).map(
    (_, index) =>
      `${column} like (select '%' || regexp_replace(fold(p->'q'->>${index}), '([\\\\%_])', '\\\\\\1', 'g') || '%' from f)`,
  )
}

/** That a standing was known at f.seq. */
export const known = (row: string) => `${row}.known_from <= f.seq and f.seq < ${row}.known_to`

/** That a standing holds on f.as_of. */
export const current = (row: string) => `${row}.valid_from <= f.as_of and f.as_of < ${row}.valid_to`

/** That a statement was recorded and not retracted by f.seq. */
export const stated = (fact: string) =>
  `${fact}.recorded <= f.seq and (${fact}.retracted is null or ${fact}.retracted > f.seq)`

/** The last change by f.seq that touched the agreement `row`: its own, or a relation of another one to it. */
export const touchedSql = (
  row: string,
) => `(case when ${row}.updated <= f.seq then ${row}.updated else (
    select max(seq) from (
      select seq from change where subject = ${row}.reference and seq <= f.seq
      union all select recorded from relation where to_id = ${row}.id and recorded <= f.seq
      union all select retracted from relation where to_id = ${row}.id and retracted <= f.seq
    ) touched (seq)
  ) end)`
