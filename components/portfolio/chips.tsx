import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import type { IconName } from '@/components/ui/icon'
import type {
  Evidence,
  Freshness,
  Lifecycle,
  NotMeasurableReason,
  PaceStatus,
} from '@/lib/domain/types'
import { STATUS_LOOKS } from './status-looks'

export const FRESHNESS_ICONS: Record<Freshness, IconName> = {
  FRESH: 'clock',
  AGEING: 'clock-9',
  STALE: 'timer-off',
  LAPSED: 'timer-off',
  NONE: 'circle-dashed',
}

export const EVIDENCE_ICONS: Record<Evidence, IconName> = {
  none: 'circle-dashed',
  self_reported: 'message-square',
  documented: 'file-check',
  verified: 'badge-check',
  audited: 'shield-check',
}

export const LIFECYCLE_ICONS: Record<Lifecycle, IconName> = {
  announced: 'megaphone',
  signed: 'pen-line',
  in_force: 'circle-dot',
  suspended: 'circle-pause',
  completed: 'flag',
  terminated: 'circle-stop',
  superseded: 'replace',
  withdrawn: 'circle-stop',
}

/** The pace status: swatch, icon, words, and under NOT_MEASURABLE the reason. */
export function StatusChip({
  status,
  reason,
}: {
  status: PaceStatus
  reason?: NotMeasurableReason | null
}) {
  const t = useTranslations('codes')
  const { icon, paint } = STATUS_LOOKS[status]
  return (
    <span className="status">
      <Badge icon={icon} paint={paint}>
        {t(`status.${status}`)}
      </Badge>
      {reason && <small>{t(`reason.${reason}`)}</small>}
    </span>
  )
}

export function FreshnessChip({ freshness }: { freshness: Freshness }) {
  const t = useTranslations('codes.freshness')
  return <Badge icon={FRESHNESS_ICONS[freshness]}>{t(freshness)}</Badge>
}

export function EvidenceChip({ evidence }: { evidence: Evidence }) {
  const t = useTranslations('codes.evidence')
  return <Badge icon={EVIDENCE_ICONS[evidence]}>{t(evidence)}</Badge>
}

export function LifecycleChip({ lifecycle }: { lifecycle: Lifecycle }) {
  const t = useTranslations('codes.lifecycle')
  return <Badge icon={LIFECYCLE_ICONS[lifecycle]}>{t(lifecycle)}</Badge>
}
