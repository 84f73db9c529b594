import 'server-only'
import type { Viewer } from '@/lib/auth/viewer'
import { appendEvent } from '@/lib/data/account-events'
import { transaction } from '@/lib/data/client'
import { closeAbandoned } from '@/lib/data/report-mails'
import { endSchedule as end } from '@/lib/data/report-schedules'
import { ownSchedule } from './own-schedule'

/** Ends a schedule for good; its log stays. Doing it again changes nothing. Throws Unauthenticated, Forbidden and NotFound. */
export async function endSchedule(viewer: Viewer, id: string): Promise<void> {
  await transaction(async (tx) => {
    const { author, reportId } = await ownSchedule(tx, viewer, id)
    if (!(await end(tx, id, viewer.name))) return
    await closeAbandoned(tx)
    const detail = { report: reportId, schedule: id }
    await appendEvent(tx, { actor: viewer.name, verb: 'schedule_ended', subject: author, detail })
  })
}
