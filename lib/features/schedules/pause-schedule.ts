import 'server-only'
import type { Viewer } from '@/lib/auth/viewer'
import { appendEvent } from '@/lib/data/account-events'
import { transaction } from '@/lib/data/client'
import { closeAbandoned } from '@/lib/data/report-mails'
import { pauseSchedule as pause } from '@/lib/data/report-schedules'
import { ownSchedule } from './own-schedule'

/** Pauses a schedule: nothing more is sent, what waits included, until it is resumed. Doing it again changes nothing. Throws Unauthenticated, Forbidden and NotFound. */
export async function pauseSchedule(viewer: Viewer, id: string): Promise<void> {
  await transaction(async (tx) => {
    const { author, reportId } = await ownSchedule(tx, viewer, id)
    if (!(await pause(tx, id))) return
    await closeAbandoned(tx)
    const detail = { report: reportId, schedule: id }
    await appendEvent(tx, { actor: viewer.name, verb: 'schedule_paused', subject: author, detail })
  })
}
