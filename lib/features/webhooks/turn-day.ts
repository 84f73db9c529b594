import 'server-only'
import { dayOf } from '@/lib/clock'
import { lockChain } from '@/lib/data/changes'
import { transaction } from '@/lib/data/client'
import { forgetEvents } from '@/lib/data/webhook-deliveries'
import { tellOfDays, wantedEvents } from '@/lib/data/webhook-events'
import type { Instant } from '@/lib/domain/types'

/** How long the log of deliveries is kept. */
const KEPT_DAYS = 90

/** Keeps for the webhooks which statuses changed because a day passed, once for all instances, and forgets what was told long ago. For the worker of the server, which asks in nobody's name. */
export async function turnDay(clock: () => Instant): Promise<void> {
  await transaction(async (tx) => {
    await lockChain(tx)
    const now = clock()
    await tellOfDays(tx, await wantedEvents(tx), dayOf(now), now)
    await forgetEvents(tx, KEPT_DAYS)
  })
}
