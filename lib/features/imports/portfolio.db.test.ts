import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { terminal, visitor } from '@/lib/auth/viewer'
import { chainBreaks } from '@/lib/data/chain-breaks'
import { allChanges } from '@/lib/data/changes'
import { disconnect, pool } from '@/lib/data/client'
import vectors from '@/lib/domain/vectors/portfolio.json'
import { Unauthenticated } from '@/lib/errors'
import { importFile } from './import-file'
import { seedPortfolio } from './seed-portfolio'

const shipped = (kind: string) => readFileSync(`prisma/portfolio/${kind}.csv`)

beforeAll(async () => {
  await seedPortfolio()
})
afterAll(disconnect)

test('an empty ledger takes 73 agreements, 11 reports and 9 targets: 93 changes in one whole chain', async () => {
  const changes = await allChanges(pool())
  expect(changes).toHaveLength(93)
  expect((await chainBreaks(changes).next()).done).toBe(true)
})

test('a ledger that holds anything is not seeded again', async () => {
  expect(await seedPortfolio()).toBe(0)
})

test.each([
  ['agreements', 73],
  ['reports', 11],
  ['targets', 9],
] as const)('importing %s again changes none of %i rows', async (kind, rows) => {
  const input = { viewer: terminal(), kind, file: shipped(kind), dryRun: false, clock: Date.now }
  expect(await importFile(input)).toEqual({
    read: rows,
    created: 0,
    updated: 0,
    unchanged: rows,
    refused: [],
  })
  expect(await allChanges(pool())).toHaveLength(93)
})

test('only the terminal imports accepted records', async () => {
  const viewer = visitor('public')
  const input = { viewer, kind: 'targets', file: shipped('targets'), dryRun: true } as const
  await expect(importFile({ ...input, clock: Date.now })).rejects.toBeInstanceOf(Unauthenticated)
})

const OF_A_DAY = `
  from standing s join agreement a on a.id = s.agreement_id
  where s.measure = $1 and s.lane = 'reported' and s.known_to = 9223372036854775807
    and s.valid_from <= $2 and s.valid_to > $2`

test.each(vectors.shipped.map((one) => [one.measure, one.asOf, one] as const))(
  'the stored standings of %s on %s add up to the published figures',
  async (measure, asOf, expected) => {
    const sum = await pool().query(
      `select count(*) filter (where live)::int as count,
         count(target) filter (where live)::int as stated,
         sum(target) filter (where live)::text as promised,
         count(*) filter (where reporting)::int as reporting,
         sum(target) filter (where reporting)::text as "reportingPromised",
         sum(created) filter (where reporting)::text as created ${OF_A_DAY}`,
      [measure, asOf],
    )
    const number = (value: number | null) => (value ? String(value) : null)
    const { count, promised, reporting } = expected
    expect(sum.rows[0]).toEqual({
      count,
      stated: promised.stated,
      promised: number(promised.value),
      reporting: reporting.count,
      reportingPromised: number(reporting.promised),
      created: number(reporting.created),
    })
    const mix = await pool().query(
      `select s.status, count(*)::int as count, sum(target)::text as promised ${OF_A_DAY}
       and live and target is not null group by s.status`,
      [measure, asOf],
    )
    expect(
      Object.fromEntries(
        mix.rows.map((row) => [row.status, { count: row.count, promised: Number(row.promised) }]),
      ),
    ).toEqual(expected.statusMix)
    const left = await pool().query(
      `select a.reference, s.left_out as reason ${OF_A_DAY} and s.left_out is not null order by 1`,
      [measure, asOf],
    )
    const byReference = (a: { reference: string }, b: { reference: string }) =>
      a.reference < b.reference ? -1 : 1
    expect([...left.rows].sort(byReference)).toEqual([...expected.leftOut].sort(byReference))
  },
)
