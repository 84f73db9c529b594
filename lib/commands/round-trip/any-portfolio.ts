import fc from 'fast-check'
import { type Row, rowOf } from '@/lib/commands/demo/row'
import {
  AGREEMENT_TYPES,
  BINDINGS,
  CAPACITIES,
  EVIDENCES,
  JOB_SCOPES,
  LIFECYCLES,
  MISSING_REASONS,
  REGIONS,
  SECTORS,
  SIDES,
  SIGNED_BASES,
} from '@/lib/domain/types'
import { JOBS_MEASURES } from '@/lib/schemas/import'
import {
  anyCount,
  anyDated,
  anyDeadline,
  anyName,
  anyNames,
  anyQuantity,
  anySource,
  anyText,
  anyTitle,
  anyUrl,
  maybeDated,
} from './any-cell'

export const KINDS = ['agreements', 'amendments', 'reports', 'events', 'targets'] as const

/** The rows of the five files that hold one small portfolio; references are short and its own. */
export type Portfolio = Record<(typeof KINDS)[number], Row[]>

const among = <T>(values: readonly T[]) => fc.constantFrom(...values)
const orNothing = (cell: fc.Arbitrary<string>) => fc.oneof(fc.constant(''), cell)

const CURRENCIES = [
  ['MAD', 2],
  ['JPY', 0],
  ['TND', 3],
] as const
const DIGITS: ReadonlyMap<string, number> = new Map(CURRENCIES)

/** A quantity or the reason why there is none. */
const jobs = fc.oneof(
  {
    weight: 3,
    arbitrary: anyQuantity(0).map((quantity) => ({ jobs: quantity, jobs_missing: '' })),
  },
  among(MISSING_REASONS).map((reason) => ({ jobs: '', jobs_missing: reason })),
)

const money = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(...CURRENCIES).chain(([currency, decimals]) =>
      fc.record({
        amount: anyQuantity(decimals),
        currency: fc.constant<string>(currency),
        amount_as_stated: anyText,
      }),
    ),
  },
  fc.record({
    amount_missing: among(MISSING_REASONS.filter((reason) => reason !== 'not_applicable')),
    currency: fc.constantFrom('', 'MAD'),
    amount_as_stated: anyText,
  }),
  fc.constant({ amount_missing: 'not_applicable' }),
)

const baseline = fc.oneof(
  fc.constant({}),
  fc.record({
    baseline_headcount: anyCount,
    baseline_date: maybeDated,
    baseline_as_stated: anyText,
  }),
)

const signatories = fc
  .uniqueArray(fc.tuple(among(SIDES), among(CAPACITIES), anyName, orNothing(anyName)), {
    maxLength: 2,
    selector: ([, capacity, name]) => `${name}|${capacity}`,
  })
  .map((people) => people.map((parts) => parts.join('|')).join(';'))

const described = fc.record({
  title: anyTitle,
  type: among(AGREEMENT_TYPES),
  binding: among(BINDINGS),
  company: anyName,
  other_companies: anyNames,
  government_parties: anyNames,
  signatories,
  signed_on: maybeDated,
  signed_basis: orNothing(among(SIGNED_BASES)),
  sector: among(SECTORS),
  region: among(REGIONS),
  place: anyText,
  summary: anyText,
  jobs_measure: among(JOBS_MEASURES),
  jobs_scope: among(JOB_SCOPES),
  jobs_as_stated: anyText,
  deadline: orNothing(anyDeadline),
  deadline_as_stated: anyText,
  lifecycle: orNothing(among(LIFECYCLES)),
  source_language: fc.constantFrom('', 'fr', 'ar', 'en-GB'),
  other_sources: fc.uniqueArray(anyUrl, { maxLength: 2 }).map((urls) => urls.join(';')),
  notes: anyText,
})

/** Milestones between the signing, at the end of 2024 at the latest, and the deadline, in 2026 at the earliest. */
function milestonesOf(row: Row, steps: readonly number[]): string {
  const low = /^[>~=]*(\d+)/.exec(row.jobs ?? '')?.[1]
  if (!row.deadline || low === undefined) return ''
  return steps
    .map(
      (share, index) =>
        `2025-0${index + 1}-15=${Math.max(1, Math.floor((Number(low) * share) / 10))}`,
    )
    .join(';')
}

const anyAgreement = fc
  .tuple(
    described,
    jobs,
    money,
    baseline,
    anySource,
    fc.constantFrom<readonly number[]>([], [3], [5, 10]),
  )
  .map(([...parts]) => {
    const steps = parts[5]
    const row: Row = { ...parts[0], ...parts[1], ...parts[2], ...parts[3], ...parts[4] }
    // No source a second time.
    const others = (row.other_sources ?? '').split(';').filter((one) => one !== row.source_url)
    return { ...row, other_sources: others.join(';'), milestones: milestonesOf(row, steps) }
  })

// What each kind of report feeds (method, section 5).
const FEEDING: Record<string, readonly string[]> = {
  net_new_jobs: ['headcount', 'created_cumulative'],
  headcount_level: ['headcount', 'created_cumulative'],
  gross_hires: ['hires_cumulative'],
  jobs_retained: ['headcount'],
}

const anyReport = fc.tuple(
  anySource,
  fc.record({
    data_date: anyDated,
    evidence: among(EVIDENCES),
    as_stated: anyText,
    perimeter: anyText,
    notes: anyText,
  }),
  anyCount,
  fc.nat(),
)

function reportsOf(
  agreement: Row,
  given: readonly (typeof anyReport extends fc.Arbitrary<infer T> ? T : never)[],
): Row[] {
  const kinds = [
    ...(FEEDING[agreement.jobs_measure ?? ''] ?? []),
    ...(agreement.currency ? ['invested_cumulative'] : []),
  ]
  return given.map(([source, words, value, choice]) => {
    const kind = kinds[choice % kinds.length] ?? ''
    // Fewer than at the start, too.
    const negative = kind === 'created_cumulative' && /^\d*[13579]$/.test(value)
    return { ...source, ...words, kind, value: negative ? `-${value}` : value }
  })
}

const anyAmendment = fc.tuple(
  anySource,
  fc.record({
    reason: anyText,
    as_stated: anyText,
    deadline_as_stated: anyText,
    deadline: orNothing(anyDeadline),
  }),
  anyDated,
  fc.boolean(),
  fc.nat({ max: 3 }).chain((decimals) => orNothing(anyQuantity(decimals))),
  fc.boolean(),
)

type Given<A> = A extends fc.Arbitrary<infer T> ? T : never

function sharedDeadline({ deadline = '', deadline_as_stated = '' }: Row): Row {
  return { deadline, deadline_as_stated }
}

// At most one amendment and one correction of version 1, of the jobs or of the money.
function amendmentsOf(agreement: Row, given: readonly Given<typeof anyAmendment>[]): Row[] {
  const digits = DIGITS.get(agreement.currency ?? '')
  return given.flatMap(([source, words, day, ofMoney, quantity, corrects]) => {
    if (ofMoney && digits === undefined) return []
    const measure = ofMoney ? 'investment' : (agreement.jobs_measure ?? '')
    const whole = quantity.replaceAll(/(?<=\d)\.\d+/g, '')
    const fits = (/\.(\d+)/.exec(quantity)?.[1]?.length ?? 0) <= (ofMoney ? (digits ?? 0) : 0)
    const about: Row = corrects
      ? { kind: 'correction', corrects: '1' }
      : { kind: 'amendment', effective_on: day }
    // Both promises of a row have its one deadline: a correction of the jobs alone cannot move it (contract, section 5).
    const shared = corrects && !ofMoney && agreement.amount_missing !== 'not_applicable'
    const deadline = shared ? sharedDeadline(agreement) : {}
    return [
      { ...source, ...words, ...about, ...deadline, measure, quantity: fits ? quantity : whole },
    ]
  })
}

const anyEvent = fc.tuple(
  anySource,
  fc.record({
    kind: fc.constantFrom(...LIFECYCLES, 'project_start'),
    on: anyDated,
    reason: anyText,
    as_stated: anyText,
  }),
)

const anyTarget = fc.tuple(
  fc.record({
    title: anyTitle,
    programme: anyTitle,
    region: among(REGIONS),
    sector: orNothing(among(SECTORS)),
    deadline: orNothing(anyDeadline),
    baseline_date: maybeDated,
    source_url: orNothing(anyUrl),
    source_date: maybeDated,
    as_stated: anyText,
    notes: anyText,
  }),
  fc.oneof(
    fc.record({ measure: among(JOBS_MEASURES), quantity: anyQuantity(0) }),
    fc.record({
      measure: fc.constant('investment'),
      quantity: anyQuantity(2),
      currency: fc.constant('MAD'),
    }),
  ),
  orNothing(fc.nat({ max: 999 }).map(String)),
)

// An agreement names only those before it, so that no circle arises; only the first can be a whole.
function relationsFrom(index: number): fc.Arbitrary<string> {
  if (index === 0) return fc.constant('')
  const to = fc.nat({ max: index - 1 })
  const kind = fc.constantFrom('supersedes', 'implements', 'overlaps', 'same_money', 'duplicate_of')
  return fc
    .tuple(
      fc.uniqueArray(
        fc.tuple(kind, to).map(([how, other]) => `${how}:A${other}`),
        { maxLength: 2 },
      ),
      fc.boolean(),
    )
    .map(([relations, part]) => [...relations, ...(part ? ['part_of:A0'] : [])].join(';'))
}

function anyChapter(index: number) {
  return fc.tuple(
    anyAgreement,
    relationsFrom(index),
    fc.uniqueArray(anyReport, { maxLength: 1 }),
    fc.array(anyAmendment, { maxLength: 1 }),
    fc.array(anyEvent, { maxLength: 1 }),
  )
}

/** One to four agreements with all that files can say of them, claims and attached files excepted, and at most one target. */
export const anyPortfolio: fc.Arbitrary<Portfolio> = fc
  .tuple(
    fc
      .oneof(
        { weight: 6, arbitrary: fc.constant(1) },
        { weight: 2, arbitrary: fc.constant(2) },
        fc.constantFrom(3, 4),
      )
      .chain((size) => fc.tuple(...Array.from({ length: size }, (_, index) => anyChapter(index)))),
    fc.array(anyTarget, { maxLength: 1 }),
  )
  .map(([chapters, targets]) => {
    const of = (rows: (chapter: Given<ReturnType<typeof anyChapter>>) => Row[]) =>
      chapters.flatMap((chapter, index) =>
        rows(chapter).map((row) => ({ reference: `A${index}`, ...row })),
      )
    const whole = (kind: (typeof KINDS)[number], rows: Row[]) => rows.map((row) => rowOf(kind, row))
    return {
      agreements: whole(
        'agreements',
        of(([row, relations]) => [{ ...row, relations }]),
      ),
      amendments: whole(
        'amendments',
        of(([row, , , amendments]) => amendmentsOf(row, amendments)),
      ),
      reports: whole(
        'reports',
        of(([row, , reports]) => reportsOf(row, reports)),
      ),
      events: whole(
        'events',
        of(([, , , , events]) => events.map(([source, event]) => ({ ...source, ...event }))),
      ),
      targets: whole(
        'targets',
        targets.map(([words, promise, base], index) => ({
          code: `T${index}`,
          ...words,
          ...promise,
          baseline: base,
        })),
      ),
    }
  })

/** The same portfolio under references that no other one has. */
export function named(portfolio: Portfolio, prefix: string): Portfolio {
  const of = (rows: Row[]) =>
    rows.map((row) => ({
      ...row,
      ...(row.reference !== undefined && { reference: `${prefix}${row.reference}` }),
      ...(row.code !== undefined && { code: `${prefix}${row.code}` }),
      ...(row.relations && { relations: row.relations.replaceAll(/:(?=A\d)/g, `:${prefix}`) }),
    }))
  return {
    agreements: of(portfolio.agreements),
    amendments: of(portfolio.amendments),
    reports: of(portfolio.reports),
    events: of(portfolio.events),
    targets: of(portfolio.targets),
  }
}
