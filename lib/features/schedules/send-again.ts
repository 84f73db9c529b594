import 'server-only'
import type { Viewer } from '@/lib/auth/viewer'
import { appendEvent } from '@/lib/data/account-events'
import { transaction } from '@/lib/data/client'
import { restartMail } from '@/lib/data/report-mails'
import { NotFound } from '@/lib/errors'
import { type FormTexts, parseForm } from '@/lib/schemas/accounts'
import { sendAgainForm } from '@/lib/schemas/report-schedule'
import { ownSchedule } from './own-schedule'

/** Sends a mail once more that was given up, or of which nobody knows whether it arrived. Throws Unauthenticated, Forbidden, and NotFound when that schedule has none that could go. */
export async function sendAgain(viewer: Viewer, texts: FormTexts): Promise<void> {
  const { schedule: id, mail } = parseForm(sendAgainForm, texts)
  await transaction(async (tx) => {
    const { author, reportId } = await ownSchedule(tx, viewer, id)
    if (!(await restartMail(tx, id, mail))) throw new NotFound('mail', String(mail))
    const detail = { report: reportId, schedule: id, mail }
    await appendEvent(tx, {
      actor: viewer.name,
      verb: 'schedule_sent_again',
      subject: author,
      detail,
    })
  })
}
