import { describe, expect, test } from 'vitest'
import { isIsoDate } from '@/lib/domain/iso-date'
import {
  AGREEMENT_TYPES,
  BINDINGS,
  CAPACITIES,
  EVIDENCES,
  JOB_SCOPES,
  MEASURES,
  MISSING_REASONS,
  OBSERVATION_KINDS,
  REGIONS,
  RELATION_KINDS,
  SECTORS,
  SIDES,
} from '@/lib/domain/types'
import {
  agreementRow,
  amendmentRow,
  eventRow,
  IMPORT_KINDS,
  type ImportKind,
  rateRow,
  reportRow,
  targetRow,
} from '@/lib/schemas/import'
import { demoPortfolio } from './portfolio'
import type { Row } from './row'

const TODAY = '2026-11-23'
const SCHEMAS = {
  agreements: agreementRow,
  reports: reportRow,
  amendments: amendmentRow,
  events: eventRow,
  targets: targetRow,
  rates: rateRow,
}

const PORTFOLIO = demoPortfolio(TODAY)

function rows(kind: ImportKind): Row[] {
  return PORTFOLIO.flatMap((batch) => [...batch[kind]])
}

function codes(column: string, kind: ImportKind = 'agreements'): string[] {
  return [...new Set(rows(kind).map((row) => row[column] ?? ''))].filter(Boolean).sort()
}

const digits = (text = '') => text.replace(/[^0-9]/g, '')

describe('the invented portfolio', () => {
  test('is the same on every run of one day, and another on another day', () => {
    expect(demoPortfolio(TODAY)).toEqual(demoPortfolio(TODAY))
    expect(demoPortfolio('2027-11-23')).not.toEqual(demoPortfolio(TODAY))
  })

  test('holds 160 agreements under 160 references', () => {
    const references = rows('agreements').map(({ reference }) => reference)
    expect(references).toHaveLength(160)
    expect(new Set(references).size).toBe(160)
  })

  test.each(IMPORT_KINDS)('the import reads every row of %s', (kind) => {
    for (const row of rows(kind)) {
      expect(SCHEMAS[kind].safeParse(row).error?.issues, row.reference ?? row.code).toBeUndefined()
    }
  })

  test.each([
    ['type', AGREEMENT_TYPES],
    ['binding', BINDINGS],
    ['sector', SECTORS],
    ['region', REGIONS],
    ['jobs_measure', MEASURES.filter((measure) => measure !== 'investment')],
    ['jobs_scope', JOB_SCOPES],
    ['jobs_missing', MISSING_REASONS],
    ['currency', ['MAD', 'EUR', 'USD']],
    ['source_language', ['en', 'fr', 'ar']],
    ['lifecycle', ['announced', 'signed']],
  ] as const)('every code of %s occurs', (column, expected) => {
    expect(codes(column)).toEqual([...expected].sort())
  })

  test('reports are of every kind and every strength of evidence', () => {
    expect(codes('kind', 'reports')).toEqual([...OBSERVATION_KINDS].sort())
    expect(codes('evidence', 'reports')).toEqual([...EVIDENCES].sort())
  })

  test('jobs are promised with every comparator', () => {
    const signs = new Set(codes('jobs').map((text) => text.replace(/\d+/g, '')))
    expect([...signs].sort()).toEqual(['', '..', '<', '<=', '>', '>=', '~'])
  })

  test('deadlines come with every preposition and every precision', () => {
    const forms = new Set(
      codes('deadline').map((text) => text.replace(/20\d\d/, 'Y').replace(/\d/g, 'n')),
    )
    for (const form of ['by Y', 'before Y', 'in Y', 'end of Y', 'in Y-Hn', 'in Y-Qn', 'by Y-nn']) {
      expect(forms).toContain(form)
    }
    expect(forms).toContain('Y-nn-nn')
  })

  test('relations, events, sides and capacities of every kind that files can carry', () => {
    const relations = codes('relations').map((text) => text.split(':')[0])
    expect([...new Set(relations)].sort()).toEqual([...RELATION_KINDS].sort())
    const people = codes('signatories').flatMap((text) => text.split(';'))
    const part = (i: number) => [...new Set(people.map((text) => text.split('|')[i]))].sort()
    expect(part(0)).toEqual([...SIDES].sort())
    expect(part(1)).toEqual([...CAPACITIES].sort())
    expect(codes('kind', 'events')).toEqual(
      'completed in_force project_start superseded suspended terminated withdrawn'.split(' '),
    )
    expect(codes('kind', 'amendments')).toEqual(['amendment', 'correction'])
  })

  test('every address lies under the reserved domain', () => {
    for (const row of IMPORT_KINDS.flatMap((kind) => rows(kind))) {
      expect(new URL(row.source_url ?? '').hostname).toMatch(/\.example$/)
    }
  })

  test('the quoted fragment carries the figure beside it', () => {
    for (const row of [...rows('agreements'), ...rows('reports'), ...rows('amendments')]) {
      const figure = row.jobs ?? row.value ?? row.quantity ?? ''
      const money = row.kind === 'invested_cumulative' || row.measure === 'investment'
      const stated = row.jobs_as_stated ?? row.as_stated ?? ''
      if (money) expect(digits(figure)).toMatch(new RegExp(`^${digits(stated)}0*$`))
      else if (row.evidence !== 'none') expect(digits(stated)).toBe(digits(figure))
    }
  })

  test.each(['2026-11-23', '2027-01-03', '2028-02-29', '2027-07-04'])(
    'on %s nothing is known before it happened, and nothing is named before it is known',
    (today) => {
      const known = new Set<string>()
      let before = ''
      for (const batch of demoPortfolio(today)) {
        const { recordedOn } = batch
        expect(isIsoDate(recordedOn) && before < recordedOn && recordedOn < today).toBe(true)
        before = recordedOn
        for (const row of batch.agreements) known.add(row.reference ?? '')
        for (const { reference, relations } of batch.agreements) {
          const to = relations?.split(':')[1]
          if (to) expect(known, reference).toContain(to)
        }
        for (const row of [...batch.amendments, ...batch.reports, ...batch.events]) {
          expect(known).toContain(row.reference)
          const day = row.data_date || row.effective_on || row.on || ''
          expect(day <= recordedOn, `${row.reference} ${day} ${recordedOn}`).toBe(true)
        }
      }
    },
  )

  test('signatures run from about six years ago to last month', () => {
    const days = codes('signed_on')
    expect(days[0]?.slice(0, 7)).toBe('2020-12')
    expect(days.at(-1)?.slice(0, 7)).toBe('2026-10')
  })

  test('a report is restated under the same key and never twice in one file', () => {
    const key = (row: Row) => `${row.reference} ${row.data_date} ${row.kind} ${row.source_url}`
    const restated = new Map<string, number>()
    for (const batch of demoPortfolio(TODAY)) {
      const keys = batch.reports.map(key)
      expect(new Set(keys).size).toBe(keys.length)
      for (const one of keys) restated.set(one, (restated.get(one) ?? 0) + 1)
    }
    expect([...restated.values()].filter((times) => times > 1)).toEqual([2, 2])
  })
})
