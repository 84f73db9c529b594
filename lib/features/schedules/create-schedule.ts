import 'server-only'
import { randomUUID } from 'node:crypto'
import { authorise, type Viewer } from '@/lib/auth/viewer'
import { appendEvent } from '@/lib/data/account-events'
import { transaction } from '@/lib/data/client'
import { insertSchedule, leftBefore } from '@/lib/data/report-schedules'
import { findReport } from '@/lib/data/saved-reports'
import type { Instant } from '@/lib/domain/types'
import { InvalidInput, NotFound, Refused } from '@/lib/errors'
import { canMail } from '@/lib/mail'
import { type FormTexts, parseForm } from '@/lib/schemas/accounts'
import { scheduleForm } from '@/lib/schemas/report-schedule'
import { newToken } from './new-token'
import { nextTurn } from './next-turn'
import { asksForImportShape } from './recipe'

/**
 * Has a kept report sent regularly, from its next time on. Returns its id. Throws Unauthenticated, Forbidden, NotFound,
 * Refused where no mail server is configured, and InvalidInput, also for an address that has left this report before.
 */
export async function createSchedule(
  viewer: Viewer,
  texts: FormTexts,
  clock: () => Instant,
): Promise<string> {
  authorise(viewer, 'report.schedule')
  const { report, when, recipients, ...asked } = parseForm(scheduleForm, texts)
  if (!canMail()) throw new Refused('mail_off')
  const kept = await findReport(report)
  if (!kept) throw new NotFound('report', report)
  if (asked.profile === 'xlsx' && asksForImportShape(kept))
    throw new InvalidInput([{ path: 'profile', code: 'profile_import' }])
  const id = randomUUID()
  await transaction(async (tx) => {
    const left = await leftBefore(tx, report, recipients)
    if (left.length > 0)
      throw new InvalidInput([
        { path: 'recipients', code: 'has_left', values: { address: left.join(', ') } },
      ])
    await insertSchedule(tx, {
      ...asked,
      ...{ id, reportId: report, author: viewer.name, every: when.every },
      weekday: when.every === 'week' ? when.weekday : null,
      monthDay: when.every === 'month' ? when.monthDay : null,
      nextAt: nextTurn(when, asked.hour, clock()),
      recipients: recipients.map((address) => ({ address, token: newToken() })),
    })
    const detail = { report, schedule: id, recipients: recipients.join(' ') }
    await appendEvent(tx, {
      actor: viewer.name,
      verb: 'schedule_made',
      subject: viewer.name,
      detail,
    })
  })
  return id
}
