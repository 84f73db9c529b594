import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { visitor } from '@/lib/auth/viewer'
import { disconnect } from '@/lib/data/client'
import { NotFound } from '@/lib/errors'
import { seedPortfolio } from '@/lib/features/imports/seed-portfolio'
import { getPerson } from '@/lib/features/people/get-person'
import { listPeople } from '@/lib/features/people/list-people'
import { noFilters } from '@/lib/schemas/filters'

const viewer = visitor('public')
const asked = { ...noFilters(), asOf: '2026-11-23' }

beforeAll(async () => {
  await seedPortfolio()
}, 120_000)
afterAll(disconnect)

describe('people of the shipped portfolio', () => {
  it('keeps signing apart from presence: 18 signed + 4 present + 5 presided + 1 announced = 28', async () => {
    const { rows, total } = await listPeople(viewer, asked)
    expect(total).toBe(58)
    expect(rows[0]).toMatchObject({
      slug: 'ryad-mezzour',
      agreements: 28,
      capacities: { signed: 18, present: 4, presided: 5, announced: 1 },
    })
  })

  it('gives each agreement the title of that day, the latest first', async () => {
    const { agreements } = await getPerson(viewer, 'ryad-mezzour', asked)
    expect(agreements).toHaveLength(28)
    expect(agreements[0]).toMatchObject({
      reference: 'SAFRAN-LANDING-2026',
      signedOn: '2026-02-13',
      capacity: 'announced',
      title: 'Minister of Industry and Trade',
      quantity: { comparator: 'eq', low: 500n },
    })
  })

  it('finds a name without its accents and capitals, and refuses an unknown slug', async () => {
    const { rows } = await listPeople(viewer, { ...asked, q: 'AKHANNOUCH' })
    expect(rows.map(({ slug }) => slug)).toEqual(['aziz-akhannouch'])
    await expect(getPerson(viewer, 'nobody', asked)).rejects.toThrow(NotFound)
  })

  it('pages without losing or repeating one', async () => {
    const first = await listPeople(viewer, { ...asked, limit: 50 })
    const rest = await listPeople(viewer, { ...asked, limit: 50, cursor: first.next })
    const slugs = [...first.rows, ...rest.rows].map(({ slug }) => slug)
    expect([slugs.length, new Set(slugs).size, rest.next]).toEqual([58, 58, null])
  })
})
