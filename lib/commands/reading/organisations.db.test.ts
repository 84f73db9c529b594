import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { visitor } from '@/lib/auth/viewer'
import { disconnect } from '@/lib/data/client'
import { NotFound } from '@/lib/errors'
import { seedPortfolio } from '@/lib/features/imports/seed-portfolio'
import { getOrganisation } from '@/lib/features/organisations/get-organisation'
import { listOrganisations } from '@/lib/features/organisations/list-organisations'
import { noFilters } from '@/lib/schemas/filters'

const viewer = visitor('public')
const asked = { ...noFilters(), asOf: '2026-11-23' }

beforeAll(async () => {
  await seedPortfolio()
}, 120_000)
afterAll(disconnect)

describe('organisations of the shipped portfolio', () => {
  it('stand under three heads: 65 companies, 12 unnamed groups, 28 public bodies', async () => {
    const { counts } = await listOrganisations(viewer, asked)
    expect(counts).toEqual({ company: 65, group: 12, government: 28 })
  })

  it('counts each promise once: Stellantis signed 3, 3,100 + 3,000 = 6,100 count, 2,000 overlap', async () => {
    const { rows } = await listOrganisations(viewer, { ...asked, q: 'stellantis' })
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({
      agreements: 3,
      promised: { low: 6100n, stated: 2, of: 2, strict: true, approximate: true, high: null },
    })
  })

  it('leaves what nobody reports undefined, and gives ALTEN its 2,200 − 1,200 = 1,000', async () => {
    const of = async (q: string) => (await listOrganisations(viewer, { ...asked, q })).rows[0]
    expect((await of('leoni'))?.figures).toMatchObject({ created: null, gap: null })
    expect((await of('alten'))?.figures.created).toBe(1000n)
  })

  it('pages without losing or repeating one', async () => {
    const slugs: string[] = []
    let cursor: string | null = null
    do {
      const page = await listOrganisations(viewer, { ...asked, limit: 10, cursor })
      slugs.push(...page.rows.map(({ slug }) => slug))
      cursor = page.next
    } while (cursor !== null)
    expect([slugs.length, new Set(slugs).size, slugs[0]]).toEqual([65, 65, 'leoni'])
  })

  it('shows on 2023-12-31 only those whose agreements had been signed', async () => {
    const page = await listOrganisations(viewer, { ...asked, asOf: '2023-12-31', q: 'stellantis' })
    expect(page.rows[0]?.agreements).toBe(2)
  })

  it('names the parties and people of a company, and refuses an unknown one', async () => {
    const leoni = await getOrganisation(viewer, 'leoni', asked)
    expect(leoni.partners[0]).toEqual({
      slug: 'ministry-of-industry-and-trade',
      name: 'Ministry of Industry and Trade',
      kind: 'government',
      agreements: 2,
    })
    expect(leoni.people.map(({ name, capacities }) => [name, capacities])).toEqual([
      ['Fakhri Bouguerra', ['present']],
    ])
    await expect(getOrganisation(viewer, 'nobody', asked)).rejects.toThrow(NotFound)
  })
})
