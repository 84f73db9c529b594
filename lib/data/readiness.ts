import { pool } from './client'
import { statusOf } from './migration-status'

/** A probe that waits longer than this has had its answer. */
const ANSWER_WITHIN_MS = 1_500

/** Whether the database has every migration of this program. Throws when it does not answer in time. */
export async function isSchemaCurrent(): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('the database is late')), ANSWER_WITHIN_MS)
  })
  try {
    const { pending } = await Promise.race([statusOf(pool()), late])
    return pending.length === 0
  } finally {
    clearTimeout(timer)
  }
}
