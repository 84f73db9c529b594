import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { terminal, visitor } from '@/lib/auth/viewer'
import { allChanges } from '@/lib/data/changes'
import { disconnect, pool } from '@/lib/data/client'
import { TOTALS, type Totals } from '@/lib/domain/period'
import { importFile } from '@/lib/features/imports/import-file'
import { seedPortfolio } from '@/lib/features/imports/seed-portfolio'
import { getChangesReport } from '@/lib/features/portfolio/get-changes-report'
import { getSummary } from '@/lib/features/portfolio/get-summary'
import { parseFilters } from '@/lib/schemas/filters'
import {
  CREATION,
  day,
  fact,
  record,
  said,
  source,
  statement,
  write,
} from '@/lib/testing/random-ledger'

beforeAll(seedPortfolio)
afterAll(disconnect)

const asked = (query: Record<string, string>) => parseFilters(new URLSearchParams(query), 'changes')

const iso = (instant: number) => new Date(instant).toISOString()

/** The totals of the dashboard, undefined ones as nothing. */
async function totalsOn(query: Record<string, string>): Promise<Totals> {
  const { figures } = await getSummary(visitor('public'), asked(query))
  return {
    promised: figures.promised.value,
    reported: figures.reporting.created ?? 0n,
    verified: figures.verified.created ?? 0n,
  }
}

const KNOWN = '2150-01-01'

test('in 2025, with what is known today: 200 + 700 + 150 + 500 + 3,100 + 300 began, 2,000 were replaced: + 2,950', async () => {
  const { from, to, difference, sums, lines } = await getChangesReport(
    visitor('public'),
    asked({ since: '2024-12-31', asOf: '2025-12-31', sinceKnownAt: KNOWN, knownAt: KNOWN }),
  )
  expect(from.totals).toEqual({ promised: 77_554n, reported: 1_000n, verified: null })
  expect(to.totals).toEqual({ promised: 80_504n, reported: 1_000n, verified: null })
  expect(difference).toEqual({ promised: 2_950n, reported: 0n, verified: 0n })
  const began = sums.find(({ cause }) => cause === 'begun')
  expect(began).toMatchObject({ lines: 13, effects: { promised: 4_950n } })
  expect(lines.find(({ reference }) => reference === 'STELLANTIS-2022')).toMatchObject({
    ...{ cause: 'counting', change: null, day: '2025-07-16' },
    before: { present: true, promised: 2_000n },
    after: { present: true, promised: null },
    effects: { promised: -2_000n },
  })
})

test('since 2020, as known then: an empty book, so all of 81,054 and 1,000 came with what was recorded', async () => {
  const report = await getChangesReport(
    visitor('public'),
    asked({ since: '2020-01-01', asOf: '2026-11-23', knownAt: KNOWN }),
  )
  expect(report.from).toMatchObject({ seq: '0', totals: { promised: 0n, reported: null } })
  expect(report.sums).toEqual(
    expect.arrayContaining([
      { cause: 'added', lines: 86, effects: { promised: 81_054n, reported: 0n, verified: 0n } },
      { cause: 'reported', lines: 11, effects: { promised: 0n, reported: 1_000n, verified: 0n } },
    ]),
  )
  expect(report.difference).toEqual({ promised: 81_054n, reported: 1_000n, verified: 0n })
})

test('an amendment from 500 to 800, a correction from unknown to 90 and a report of 120: + 390 promised, + 120 reported', async () => {
  const before = (await allChanges(pool())).at(-1)
  const source = 'https://example.org/a'
  const files = {
    amendments: [
      'reference,measure,kind,corrects,effective_on,quantity,deadline,source_url',
      `ONEPOINT-2025,net_new_jobs,amendment,,2026-03-01,800,by 2028,${source}`,
      `NOKIA-2025,net_new_jobs,correction,1,,90,,${source}`,
    ],
    reports: [
      'reference,data_date,kind,value,evidence,source_url',
      `INETUM-2024,2026-06-30,created_cumulative,120,documented,${source}`,
    ],
  } as const
  for (const [kind, rows] of Object.entries(files)) {
    const { refused } = await importFile({
      ...{ viewer: terminal(), kind: kind as keyof typeof files, dryRun: false, clock: Date.now }, // Object.entries forgets the keys
      file: Buffer.from(`${rows.join('\n')}\n`),
    })
    expect(refused).toEqual([])
  }
  const { difference, lines } = await getChangesReport(
    visitor('public'),
    asked({
      ...{ since: '2026-11-23', asOf: '2026-11-23', knownAt: KNOWN },
      sinceKnownAt: iso(before?.at ?? 0),
    }),
  )
  expect(difference).toEqual({ promised: 390n, reported: 120n, verified: 0n })
  expect(
    lines.map(({ cause, reference, before, after, effects }) => [
      ...[cause, reference, before.promised, after.promised],
      ...[effects.promised, effects.reported],
    ]),
  ).toEqual([
    ['amended', 'ONEPOINT-2025', 500n, 800n, 300n, 0n],
    ['corrected', 'NOKIA-2025', null, 90n, 90n, 0n],
    ['reported', 'INETUM-2024', 1_500n, 1_500n, 0n, 120n],
  ])
})

const NARROWER = [
  {},
  { status: 'MISSED' },
  { lifecycle: 'suspended' },
  { signedFrom: '2023-02-01' },
  { freshness: 'FRESH' },
  { segment: 'outstanding' },
] as const

let run = 0

test('whatever is recorded, the effects of a period add up to the difference of the dashboard at its ends', async () => {
  const history = fc.array(fc.tuple(fc.boolean(), statement), { minLength: 4, maxLength: 12 })
  const days = fc.array(fc.tuple(day, day), { minLength: 6, maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(history, days, async (list, pairs) => {
      run += 1
      const [a, b] = [`A-${run}`, `B-${run}`]
      const born = [a, b].map((reference, index) => {
        const on = `2023-0${index + 1}-01`
        return record(reference, {
          ...CREATION,
          commitments: [{ measure: 'net_new_jobs', scope: 'direct', currency: null }],
          facts: [
            fact({ kind: 'original', value: 1000n, deadline: 'by 2027' }),
            fact({ kind: 'baseline', value: 100n }),
          ],
          events: [{ kind: 'signature', on, onText: on, source, asStated: null, reason: null }],
        })
      })
      const linked = new Set<string>()
      const later = list.flatMap(([first, one]) => {
        const [from, to] = first ? [a, b] : [b, a]
        if (one.kind === 'overlaps' && linked.has(from)) return []
        if (one.kind === 'overlaps') linked.add(from)
        return [record(from, said(one, to))]
      })
      await write(born)
      await write(later.slice(0, 3))
      for (const next of later.slice(3)) await write([next])

      const changes = await allChanges(pool())
      for (const [index, pair] of pairs.entries()) {
        const [since = '', asOf = ''] = [...pair].sort()
        const [first, last] = [changes.at(-1 - list.length + index), changes.at(-1 - (index % 3))]
        if (!first || !last) continue
        const ends = { since, sinceKnownAt: iso(first.at), asOf, knownAt: iso(last.at) }
        const narrower = NARROWER[index] ?? {}
        const report = await getChangesReport(visitor('public'), asked({ ...ends, ...narrower }))
        const was = await totalsOn({ ...narrower, asOf: since, knownAt: ends.sinceKnownAt })
        const is = await totalsOn({ ...narrower, asOf, knownAt: ends.knownAt })
        for (const name of TOTALS) {
          const added = report.lines.reduce((sum, { effects }) => sum + effects[name], 0n)
          expect([name, ends, added]).toEqual([name, ends, is[name] - was[name]])
        }
        expect(report.lines).toHaveLength(report.total)
      }
    }),
    { numRuns: 12 },
  )
}, 120_000)
