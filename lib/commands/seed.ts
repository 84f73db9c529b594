import { existsSync } from 'node:fs'
import type { Env } from '@/lib/env'

const VERB = 'lib/features/imports/seed-portfolio.ts'

/** Loads the shipped portfolio into an empty database when the environment wants it. */
export async function seedShipped(env: Env): Promise<void> {
  if (env.portfolio === 'none' || !existsSync(VERB)) return
  const verb: { seedPortfolio: () => Promise<number> } = await import(`@/${VERB}`)
  const created = await verb.seedPortfolio()
  if (created > 0) console.log(`Shipped portfolio loaded: ${created} agreements`)
}
