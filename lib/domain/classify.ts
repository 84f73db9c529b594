import type { Bucket, Freshness, Lifecycle, PaceStatus } from './types'

const CEASED: readonly Lifecycle[] = ['terminated', 'withdrawn', 'superseded']
const CURRENT: readonly Freshness[] = ['FRESH', 'AGEING']
const KEPT: readonly PaceStatus[] = ['MET', 'MET_LATE']
const SILENT: readonly PaceStatus[] = ['NOT_MEASURABLE', 'INACTIVE']

/** One member of the portfolio in one lane; status null = no commitment of the measure, target and created in persons or minor units. */
export interface Classifiable {
  lifecycle: Lifecycle
  status: PaceStatus | null
  freshness: Freshness
  target: bigint | null
  created: bigint | null
}

export interface Classification {
  /** In U: it still stands. */
  live: boolean
  /** In R: what is known of it speaks for today. */
  reporting: boolean
  /** Where its T goes in the funnel; null without a T. */
  bucket: Bucket | null
}

/** Whether an agreement has ended without being kept: terminated, withdrawn or superseded (method, section 9, sets). */
export function isCeased(lifecycle: Lifecycle): boolean {
  return CEASED.includes(lifecycle)
}

/** Whether a status says that the promise was kept, in time or late. */
export function isKept(status: PaceStatus | null): boolean {
  return status !== null && KEPT.includes(status)
}

function speaksForToday({ status, freshness, target, created }: Classifiable): boolean {
  if (target === null || created === null || status === null || SILENT.includes(status))
    return false
  return CURRENT.includes(freshness) || isKept(status)
}

/** To which sets of the portfolio a member of U_all belongs (method, section 9, sets and funnel). */
export function classify(member: Classifiable): Classification {
  const live = !isCeased(member.lifecycle)
  const reporting = live && speaksForToday(member)
  return { live, reporting, bucket: bucketOf(member, live, reporting) }
}

function bucketOf(
  { target, status }: Classifiable,
  live: boolean,
  reporting: boolean,
): Bucket | null {
  if (target === null) return null
  if (!live) return 'terminated'
  if (status === 'NOT_MEASURABLE') return 'notMeasurable'
  return reporting ? 'reporting' : 'notReporting'
}
