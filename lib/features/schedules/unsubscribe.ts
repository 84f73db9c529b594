import 'server-only'
import { appendEvent } from '@/lib/data/account-events'
import { transaction } from '@/lib/data/client'
import { closeAbandoned, leave, subscriptionOf } from '@/lib/data/report-mails'
import { NotFound } from '@/lib/errors'

/** Takes the address of a link off its schedule, what waits for it included; whoever holds the link may, and doing it again changes nothing. Throws NotFound. */
export async function unsubscribe(token: string): Promise<void> {
  await transaction(async (tx) => {
    const found = await subscriptionOf(tx, token)
    if (!found) throw new NotFound('link', 'unsubscribe')
    const { id, address, schedule, reportId } = found
    if (!(await leave(tx, id))) return
    await closeAbandoned(tx)
    const detail = { report: reportId, schedule }
    await appendEvent(tx, { actor: 'public', verb: 'schedule_left', subject: address, detail })
  })
}
