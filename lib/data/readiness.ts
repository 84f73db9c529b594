import { pool } from './client'
import { statusOf } from './migration-status'

/** Whether the database has every migration of this program. Throws when it does not answer in so many milliseconds. */
export async function isSchemaCurrent(withinMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('the database is late')), withinMs)
  })
  try {
    const { pending } = await Promise.race([statusOf(pool()), late])
    return pending.length === 0
  } finally {
    clearTimeout(timer)
  }
}
