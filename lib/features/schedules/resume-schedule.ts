import 'server-only'
import type { Viewer } from '@/lib/auth/viewer'
import { appendEvent } from '@/lib/data/account-events'
import { transaction } from '@/lib/data/client'
import { resumeSchedule as resume } from '@/lib/data/report-schedules'
import type { Instant } from '@/lib/domain/types'
import { nextTurn } from './next-turn'
import { ownSchedule } from './own-schedule'

/** Puts a paused schedule to work again, from its next time on: what passed meanwhile is not sent. Doing it again changes nothing. Throws Unauthenticated, Forbidden and NotFound. */
export async function resumeSchedule(
  viewer: Viewer,
  id: string,
  clock: () => Instant,
): Promise<void> {
  await transaction(async (tx) => {
    const { author, reportId, rhythm, hour } = await ownSchedule(tx, viewer, id)
    if (!(await resume(tx, id, nextTurn(rhythm, hour, clock())))) return
    const detail = { report: reportId, schedule: id }
    await appendEvent(tx, { actor: viewer.name, verb: 'schedule_resumed', subject: author, detail })
  })
}
