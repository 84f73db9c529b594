import 'server-only'
import { authorise, type Viewer } from '@/lib/auth/viewer'
import { pool } from '@/lib/data/client'
import { type LoggedMail, latestMails } from '@/lib/data/report-mails'
import { type ReportSchedule, selectSchedules } from '@/lib/data/report-schedules'
import { GRANTS } from '@/lib/domain/permissions'
import { canMail } from '@/lib/mail'
import { SENDERS } from './senders'

const MOST_LINES = 50

/** A schedule with the latest lines of its log. */
export type ScheduleWithLog = ReportSchedule & { mails: LoggedMail[] }

/** The schedules of a kept report (null: of all, without their logs) that the viewer may change, their own or everybody's, and whether mail can be sent at all. Throws Unauthenticated and Forbidden. */
export async function listSchedules(
  viewer: Viewer,
  reportId: string | null,
): Promise<{ schedules: ScheduleWithLog[]; sending: boolean }> {
  authorise(viewer, 'report.schedule')
  const everybodys = viewer.actor !== 'nobody' && GRANTS['report.schedule'][viewer.actor] === 'any'
  const asked = { reportId, author: everybodys ? null : viewer.name }
  const schedules = await selectSchedules(pool(), asked, SENDERS)
  const ids = schedules.map(({ id }) => id)
  const mails = reportId === null ? [] : await latestMails(pool(), ids, MOST_LINES)
  return {
    sending: canMail(),
    schedules: schedules.map((one) => ({
      ...one,
      mails: mails.filter(({ schedule }) => schedule === one.id),
    })),
  }
}
