import type { JobScope, Measure } from '@/lib/domain/types'
import {
  type CountReading,
  type DayReading,
  type DeadlineReading,
  type Doubt,
  distinct,
  type QuantityReading,
  type Unread,
} from './reading'

export interface Place {
  /** Offsets of the fragment in the article: what stands as stated. */
  start: number
  end: number
  doubts: Doubt[]
}

/** What an article seems to say for one field of an agreement. A reading that is not ok still has its fragment: "thousands of jobs", "within five years". */
export type Proposal = Place &
  (
    | { field: 'jobs'; measure: Measure; scope: JobScope; reading: QuantityReading | Unread }
    | { field: 'amount'; reading: QuantityReading | Unread }
    | { field: 'headcount'; reading: CountReading | Unread }
    | { field: 'headcount_factor'; factor: number }
    | { field: 'deadline'; reading: DeadlineReading | Unread }
    | { field: 'signed_on'; reading: DayReading | Unread }
  )

/** Where a proposal stands and everything that is doubtful about it. */
export function placed(
  reading: { start: number; end: number; doubts?: Doubt[] },
  more: readonly Doubt[],
): Place {
  const doubts = distinct([...(reading.doubts ?? []), ...more])
  return { start: reading.start, end: reading.end, doubts }
}
