import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { lastOfPeriod } from './deadline'
import { type Parsed, parseCount, parseDeadline, parseQuantity, type Unit } from './literal'
import { parseMilestones } from './literal-lists'
import { figures } from './portfolio'
import { figuresJson } from './portfolio-json'
import { sumsOf } from './portfolio-sums'
import { printQuantity } from './quantity'
import type { AgreementHistory, CommitmentHistory, Milestone, Observation, Quantity } from './types'
import {
  EVIDENCES,
  JOB_SCOPES,
  LIFECYCLES,
  MEASURES,
  MISSING_REASONS,
  OBSERVATION_KINDS,
  RELATION_KINDS,
} from './types'
import vectors from './vectors/portfolio.json'
import { ledgerOf, portfolioRows } from './vectors/rows'

const ALWAYS = { recordedAt: null, retractedAt: null }
const PACE_DIGITS = 9

type Row = (column: string) => string

function rowsOf(file: string): Row[] {
  const records: Record<string, string>[] = parse(
    readFileSync(new URL(`../../prisma/portfolio/${file}`, import.meta.url)),
    { columns: true },
  )
  return records.map((record) => (column) => record[column] ?? '')
}

function read<T>(parsed: Parsed<T>): T {
  return parsed.ok ? parsed.value : expect.fail(parsed.code)
}

function code<C extends string>(codes: readonly C[], text: string): C {
  return codes.find((known) => known === text) ?? expect.fail(`unknown code ${text}`)
}

function quantity(text: string, missing: string, unit: Unit): Quantity {
  if (text !== '') return read(parseQuantity(text, unit))
  const reason = code(MISSING_REASONS, missing)
  return { comparator: 'missing', low: null, high: null, missing: reason }
}

function observation(row: Row, unit: Unit): Observation {
  return {
    ...read(parseCount(row('value'), unit, { negative: true })),
    ...ALWAYS,
    dataDate: lastOfPeriod(row('data_date')),
    kind: code(OBSERVATION_KINDS, row('kind')),
    evidence: code(EVIDENCES, row('evidence')),
    state: 'accepted',
  }
}

function milestones(row: Row): Milestone[] {
  return read(parseMilestones(row('milestones'), 'persons')).map(({ on: day, quantity: step }) => ({
    deadline: { preposition: 'by', period: day },
    value: step.low ?? expect.fail(day),
  }))
}

function original(row: Row, promised: Quantity, steps: Milestone[]): CommitmentHistory['versions'] {
  const text = row('deadline')
  const deadline = text === '' ? null : read(parseDeadline(text))
  const statement = { corrects: null, effectiveOn: null, quantity: promised, deadline }
  return [{ kind: 'original', ...statement, milestones: steps, ...ALWAYS }]
}

function jobs(row: Row, reports: readonly Row[]): CommitmentHistory {
  const baseline = row('baseline_headcount')
  const counted = reports.filter((report) => report('kind') !== 'invested_cumulative')
  return {
    measure: code(MEASURES, row('jobs_measure')),
    scope: code(JOB_SCOPES, row('jobs_scope')),
    currency: null,
    versions: original(row, quantity(row('jobs'), row('jobs_missing'), 'persons'), milestones(row)),
    baselines:
      baseline === ''
        ? []
        : [{ ...read(parseCount(baseline, 'persons', { negative: false })), ...ALWAYS }],
    observations: counted.map((report) => observation(report, 'persons')),
  }
}

function investment(row: Row, reports: readonly Row[]): CommitmentHistory[] {
  if (row('amount_missing') === 'not_applicable') return []
  const unit = { currency: row('currency') || 'MAD' }
  const spent = reports.filter((report) => report('kind') === 'invested_cumulative')
  return [
    {
      measure: 'investment',
      scope: 'unspecified',
      currency: unit.currency,
      versions: original(row, quantity(row('amount'), row('amount_missing'), unit), []),
      baselines: [],
      observations: spent.map((report) => observation(report, unit)),
    },
  ]
}

function agreement(row: Row, allReports: readonly Row[]): AgreementHistory {
  const reports = allReports.filter((report) => report('reference') === row('reference'))
  const signed = row('signed_on') === '' ? null : lastOfPeriod(row('signed_on'))
  const relations = row('relations') === '' ? [] : row('relations').split(';')
  return {
    reference: row('reference'),
    events: [
      { kind: 'signature', on: signed, ...ALWAYS },
      { kind: code(LIFECYCLES, row('lifecycle')), on: null, ...ALWAYS },
    ],
    relations: relations.map((relation) => {
      const [kind = '', to = ''] = relation.split(':')
      return { kind: code(RELATION_KINDS, kind), to, ...ALWAYS }
    }),
    commitments: [jobs(row, reports), ...investment(row, reports)],
    ...ALWAYS,
  }
}

const records = rowsOf('agreements.csv')
const reports = rowsOf('reports.csv')
const histories = records.map((row) => agreement(row, reports))
const facets = new Map(
  records.map((row) => [
    row('reference'),
    { sector: row('sector'), region: row('region'), company: row('company') },
  ]),
)

const ledger = ledgerOf(histories)

function on(asOf: string) {
  const facetsOf = (reference: string) => facets.get(reference) ?? expect.fail(reference)
  return portfolioRows(ledger, facetsOf, 'net_new_jobs', asOf)
}

const PARTS = {
  number: (n: bigint) => n.toString().replace(/\B(?=(\d{3})+$)/g, ','),
  missing: (reason: string) => reason,
  stated: (n: number, of: number) => `${n} of ${of} stated`,
}

describe('the shipped portfolio', () => {
  for (const { asOf, leftOut, reporting, verified, measure, ...expected } of vectors.shipped) {
    const rows = on(asOf)
    const actual = figuresJson(
      figures(sumsOf(rows, { lane: 'reported', year: 2027 })),
      'net_new_jobs',
    )

    test(`on ${asOf}`, () => {
      expect(measure).toBe('net_new_jobs')
      expect(actual).toMatchObject({ ...expected, verified })
      const { pace, ...headlines } = reporting
      expect(actual.reporting).toMatchObject(headlines)
      if (pace === null) expect(actual.reporting.pace).toBeNull()
      else expect(actual.reporting.pace).toBeCloseTo(pace, PACE_DIGITS)
    })

    test(`on ${asOf}: what is left out`, () => {
      const dropped = rows
        .filter((row) => row.leftOut)
        .map(({ reference, leftOut: reason }) => ({ reference, reason }))
      expect(dropped.sort((a, b) => (a.reference < b.reference ? -1 : 1))).toEqual(leftOut)
    })
  }

  test('prints as > ≈ 81,054 (43 of 61 stated)', () => {
    const { promised } = figures(sumsOf(on('2026-11-23'), { lane: 'reported', year: 2027 }))
    const printed = printQuantity({ ...promised, low: promised.value }, PARTS)
    expect(printed).toBe('> ≈ 81,054 (43 of 61 stated)')
  })
})
