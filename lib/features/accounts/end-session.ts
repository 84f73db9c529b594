import { requireSession } from '@/lib/auth/session'
import { appendEvent } from '@/lib/data/account-events'
import { transaction } from '@/lib/data/client'
import { endSession as endOne, endSessions } from '@/lib/data/sessions'
import type { FormTexts } from '@/lib/schemas/accounts'

/** Ends one of the asking account's own sessions, or every other one when none is named. Throws Unauthenticated. */
export async function endSession(texts: FormTexts, headers: Headers): Promise<void> {
  const { account, id: current } = await requireSession(headers)
  const { id } = account
  await transaction(async (tx) => {
    const ended = texts.id
      ? Number(await endOne(tx, id, texts.id))
      : await endSessions(tx, id, current)
    if (ended > 0)
      await appendEvent(tx, { actor: id, verb: 'session_ended', subject: id, detail: { ended } })
  })
}
