import type { LoggedChange } from '@/lib/data/change-log'
import type { Instant } from '@/lib/domain/types'

/** How long a change can be undone. */
export const UNDO_WITHIN_MS = 30 * 60_000

/** Until when a change can be undone, for all that it says itself; null when it no longer can. */
export function undoUntil(
  { at, verb, undoes, undoneBy }: Pick<LoggedChange, 'at' | 'verb' | 'undoes' | 'undoneBy'>,
  now: Instant,
): Instant | null {
  const over = undoes !== null || undoneBy !== null || /\.(target|rate)$/.test(verb)
  return over || now - at > UNDO_WITHIN_MS ? null : at + UNDO_WITHIN_MS
}
