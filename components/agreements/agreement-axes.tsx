import { EvidenceChip, FreshnessChip, LifecycleChip } from '@/components/portfolio/chips'
import type { Evidence, Freshness, Lifecycle } from '@/lib/domain/types'

/** The three axes beside the pace status; evidence and freshness only where something was reported. */
export function OtherAxes({
  freshness,
  evidence,
  lifecycle,
}: {
  freshness: Freshness
  evidence: Evidence
  lifecycle: Lifecycle
}) {
  return (
    <>
      <LifecycleChip lifecycle={lifecycle} />
      <FreshnessChip freshness={freshness} />
      {evidence !== 'none' && <EvidenceChip evidence={evidence} />}
    </>
  )
}
