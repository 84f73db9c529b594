import type { Env } from '@/lib/env'

/** Loads the shipped portfolio into an empty database when the environment wants it. */
export async function seedShipped(env: Env): Promise<void> {
  if (env.portfolio === 'none') return
  // Loaded late: the verb imports the generated client, which a first start has only just made.
  const { seedPortfolio } = await import('@/lib/features/imports/seed-portfolio')
  const created = await seedPortfolio()
  if (created > 0) console.log(`Shipped portfolio loaded: ${created} agreements`)
}
