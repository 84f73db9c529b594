import 'server-only'
import { pool } from '@/lib/data/client'
import { deleteStale } from '@/lib/data/staged-files'

const KEPT_DAYS = 30

/** Forgets staged files that nobody has touched for thirty days; what they wrote stays. For the worker of the server, which asks in nobody's name. */
export async function forgetStaged(): Promise<void> {
  await deleteStale(pool(), KEPT_DAYS)
}
