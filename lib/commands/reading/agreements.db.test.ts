import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { visitor } from '@/lib/auth/viewer'
import { disconnect } from '@/lib/data/client'
import { InvalidInput, NotFound } from '@/lib/errors'
import { getAgreement } from '@/lib/features/agreements/get-agreement'
import { listAgreements } from '@/lib/features/agreements/list-agreements'
import { seedPortfolio } from '@/lib/features/imports/seed-portfolio'
import { SORTS } from '@/lib/schemas/filter-keys'
import { parseFilters } from '@/lib/schemas/filters'

beforeAll(async () => {
  await seedPortfolio()
})
afterAll(disconnect)

const list = (query: string) =>
  listAgreements(visitor('public'), parseFilters(new URLSearchParams(query), 'list'))

async function allPages(query: string): Promise<string[]> {
  const found: string[] = []
  let cursor = ''
  do {
    const page = await list(`${query}${cursor}`)
    found.push(...page.rows.map((row) => row.reference))
    cursor = page.next === null ? '' : `&cursor=${page.next}`
  } while (cursor !== '')
  return found
}

describe('paging', () => {
  test.each(SORTS.flatMap((name) => [name, `-${name}`]))(
    'by %s, seven at a time: all 73, none twice, in the order of one long page',
    async (sort) => {
      const paged = await allPages(`asOf=2026-11-23&sort=${sort}&limit=7`)
      const whole = await list(`asOf=2026-11-23&sort=${sort}&limit=200`)
      expect(new Set(paged).size).toBe(73)
      expect(paged).toEqual(whole.rows.map((row) => row.reference))
    },
  )

  test('by due day: the earliest first, agreements without one last in both directions', async () => {
    const rising = (await list('asOf=2026-11-23&sort=due&limit=200')).rows.map((row) => row.due)
    const falling = (await list('asOf=2026-11-23&sort=-due&limit=200')).rows.map((row) => row.due)
    expect(rising[0]).toBe('2022-12-31')
    expect(falling[0]).toBe('2032-12-31')
    expect([rising.at(-1), falling.at(-1)]).toEqual([null, null])
  })

  test('a cursor that was changed, or belongs to another list, is refused', async () => {
    const { next } = await list('limit=5')
    const changed = list(`limit=5&cursor=${next?.replace(/^./, 'A')}`)
    await expect(changed).rejects.toBeInstanceOf(InvalidInput)
    const elsewhere = list(`limit=5&sort=title&cursor=${next}`)
    await expect(elsewhere).rejects.toMatchObject({ problems: [{ code: 'not_a_cursor' }] })
  })
})

describe('what is found', () => {
  test.each([
    ['kenitra', 'Kénitra'],
    ['KÉNITRA', 'Kénitra'],
  ])('a search for %s ignores case and accents', async (q) => {
    const { rows } = await list(`q=${encodeURIComponent(q)}`)
    expect(rows.map((row) => row.reference)).toContain('STELLANTIS-2022')
  })

  test('a percent sign is a character, not a wildcard', async () => {
    expect((await list('q=%25')).total).toBe(0)
  })

  test('rows that the counting rules dropped stay, marked with the reason', async () => {
    const { rows } = await list('asOf=2026-11-23&q=SUMITOMO&sort=reference')
    expect(rows.map(({ reference, leftOut }) => [reference, leftOut])).toEqual([
      ['SUMITOMO-2021', 'overlaps SUMITOMO-2022'],
      ['SUMITOMO-2022', null],
    ])
  })

  test('on 2022-12-31 no later signature is listed', async () => {
    const { rows } = await list('asOf=2022-12-31&limit=200')
    expect(rows.filter(({ signedOn }) => (signedOn ?? '') > '2022-12-31')).toEqual([])
    expect(rows.length).toBeGreaterThan(28)
  })
})

test('Inetum on 2025-06-30: 1,500 by 2027, nothing reported, the line asks for 478', async () => {
  const { rows } = await list('asOf=2025-06-30&q=inetum')
  const [row] = rows
  expect(row).toMatchObject({
    target: 1_500n,
    deadline: 'by 2027',
    status: 'NO_REPORT',
    created: null,
  })
  expect(Math.round(Number(row?.expected?.num) / Number(row?.expected?.den))).toBe(478)
})

describe('one agreement', () => {
  const one = (reference: string, query = '') =>
    getAgreement(
      visitor('public'),
      reference,
      parseFilters(new URLSearchParams(query), 'agreement'),
    )

  test('ALTEN: 2,200 − 1,200 = 1,000 of 1,000, with the words of each source', async () => {
    const { commitments, signatories } = await one('ALTEN-2022', 'asOf=2026-11-23')
    const jobs = commitments.find(({ measure }) => measure === 'net_new_jobs')
    expect(jobs?.standing.reported).toMatchObject({ created: 1_000n, status: 'MET' })
    expect(jobs?.standing.verified).toMatchObject({ created: null })
    expect(jobs?.observations[0]?.asStated).toBe('plus de 2200 collaboratrices et collaborateurs')
    expect(jobs?.burnUp.path).toEqual([
      { day: '2022-10-19', value: 0n },
      { day: '2024-12-31', value: 700n },
      { day: '2026-12-31', value: 1_000n },
    ])
    expect(signatories.map(({ name }) => name)).toEqual(['Ghita Mezzour', 'Simon Azoulay'])
  })

  test('before the count of October 2023 nothing was created', async () => {
    const { commitments } = await one('ALTEN-2022', 'asOf=2023-10-30')
    expect(commitments[0]?.standing.reported.created).toBeNull()
    expect(commitments[0]?.observations).toEqual([])
  })

  test('relations stand on both sides, with what they do to the totals', async () => {
    const later = await one('SUMITOMO-2022', 'asOf=2026-11-23')
    const earlier = await one('SUMITOMO-2021', 'asOf=2026-11-23')
    expect(later.relations.map(({ reference }) => reference)).toContain('SUMITOMO-2021')
    expect(earlier.relations.map(({ reference }) => reference)).toContain('SUMITOMO-2022')
    const jobs = earlier.counting.find((row) => row.measure === 'net_new_jobs')
    expect(jobs).toMatchObject({ counted: false, leftOut: 'overlaps SUMITOMO-2022' })
  })

  test('a reference that does not exist, or was not known then, is not found', async () => {
    await expect(one('NOBODY-2020')).rejects.toBeInstanceOf(NotFound)
    await expect(one('ALTEN-2022', 'knownAt=2020-01-01')).rejects.toBeInstanceOf(NotFound)
  })
})
