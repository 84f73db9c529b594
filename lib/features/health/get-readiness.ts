import { isSchemaCurrent } from '@/lib/data/readiness'
import { isDraining } from './is-draining'

/** Why this process should get no readers now, or that it should. */
export type Readiness = 'ready' | 'stopping' | 'database' | 'schema'

/** Whether the database answers soon and has every migration of this program. Never throws: not answering is an answer. */
export async function getReadiness(): Promise<Readiness> {
  if (isDraining()) return 'stopping'
  try {
    return (await isSchemaCurrent()) ? 'ready' : 'schema'
  } catch {
    return 'database'
  }
}
