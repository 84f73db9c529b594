import { isSchemaCurrent } from '@/lib/data/readiness'
import { isDraining } from './is-draining'

/** Why this process should get no readers now, or that it should. */
export type Readiness = 'ready' | 'stopping' | 'database' | 'schema'

/** A probe that waits longer than this has had its answer. */
const PROBE_MS = 1_500

/** Whether the database answers in time and has every migration of this program. Never throws: not answering is an answer. */
export async function getReadiness(withinMs = PROBE_MS): Promise<Readiness> {
  if (isDraining()) return 'stopping'
  try {
    return (await isSchemaCurrent(withinMs)) ? 'ready' : 'schema'
  } catch {
    return 'database'
  }
}
