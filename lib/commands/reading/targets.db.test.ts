import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { visitor } from '@/lib/auth/viewer'
import { disconnect } from '@/lib/data/client'
import { NotFound } from '@/lib/errors'
import { seedPortfolio } from '@/lib/features/imports/seed-portfolio'
import { getTarget } from '@/lib/features/targets/get-target'
import { listTargets } from '@/lib/features/targets/list-targets'
import { noFilters } from '@/lib/schemas/filters'

const viewer = visitor('public')

beforeAll(async () => {
  await seedPortfolio()
}, 120_000)
afterAll(disconnect)

describe('the nine national targets', () => {
  it('come by deadline, none of them in 2027, the one without a date last', async () => {
    const targets = await listTargets(viewer, noFilters())
    expect(targets).toHaveLength(9)
    expect(targets.filter(({ deadline }) => deadline?.includes('2027'))).toEqual([])
    expect(targets.map(({ deadline }) => deadline).indexOf(null)).toBe(8)
  })

  it('keep the words and the page of their source: 550 billion dirhams in minor units', async () => {
    const target = await getTarget(viewer, 'CHARTER-INVESTMENT-2026', noFilters())
    expect(target).toMatchObject({
      quantity: { comparator: 'eq', low: 55_000_000_000_000n },
      currency: 'MAD',
      deadline: 'in 2026',
      asStated: "550 MMDH d'investissements privés",
    })
    await expect(getTarget(viewer, 'NOTHING', noFilters())).rejects.toThrow(NotFound)
  })
})
