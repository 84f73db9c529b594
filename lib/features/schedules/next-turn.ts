import { dayOf, instantAt } from '@/lib/clock'
import { addDays } from '@/lib/domain/iso-date'
import { type Rhythm, turnFrom } from '@/lib/domain/schedule'
import type { Instant } from '@/lib/domain/types'

/** When a schedule comes round next after an instant, by the clocks of Casablanca. */
export function nextTurn(rhythm: Rhythm, hour: number, after: Instant): Instant {
  const day = dayOf(after)
  const turn = instantAt(turnFrom(rhythm, day), hour)
  return turn > after ? turn : instantAt(turnFrom(rhythm, addDays(day, 1)), hour)
}
