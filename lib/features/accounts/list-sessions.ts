import { IDLE_MS, requireSession } from '@/lib/auth/session'
import { type AccountSession, sessionsOf } from '@/lib/data/sessions'

/** The asking account's own sessions; `current` is the one it asks with. Throws Unauthenticated. */
export async function listSessions(
  headers: Headers,
): Promise<{ sessions: AccountSession[]; current: string }> {
  const { account, id } = await requireSession(headers)
  return { sessions: await sessionsOf(account.id, IDLE_MS), current: id }
}
