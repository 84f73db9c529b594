import 'server-only'
import { dayOf } from '@/lib/clock'
import { transaction } from '@/lib/data/client'
import { lockDueSchedules, makeTurn } from '@/lib/data/report-schedules'
import type { Instant } from '@/lib/domain/types'
import { nextTurn } from './next-turn'
import { SENDERS } from './senders'

const AT_ONCE = 20

/**
 * Makes the turn of each schedule whose time has come: the mails, kept to be sent, and the next time. Once for all
 * instances; times that passed while no server ran are one turn, of today. Returns how many there were. For the worker of
 * the server, which asks in nobody's name.
 */
export async function makeTurns(clock: () => Instant): Promise<number> {
  return transaction(async (tx) => {
    const now = clock()
    const due = await lockDueSchedules(tx, now, SENDERS, AT_ONCE)
    for (const { id, rhythm, hour } of due)
      await makeTurn(tx, id, { now, asOf: dayOf(now), nextAt: nextTurn(rhythm, hour, now) })
    return due.length
  })
}
