import { agreementHref } from '@/components/agreements/list-address'
import type { ProposalKind } from '@/lib/domain/types'

/** The page of what an accepted proposal is about, at a change of it when one is given; null for a rate, which has none. */
export function acceptedHref(
  { kind, subject }: { kind: ProposalKind; subject: string },
  change?: number,
): string | null {
  if (kind === 'rate') return null
  if (kind === 'target') return `/targets/${encodeURIComponent(subject)}`
  return change === undefined
    ? agreementHref(subject)
    : `${agreementHref(subject)}#change-${change}`
}
