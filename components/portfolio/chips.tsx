import BadgeCheck from 'lucide-react/icons/badge-check'
import CircleDashed from 'lucide-react/icons/circle-dashed'
import CircleDot from 'lucide-react/icons/circle-dot'
import CirclePause from 'lucide-react/icons/circle-pause'
import CircleStop from 'lucide-react/icons/circle-stop'
import Clock from 'lucide-react/icons/clock'
import Clock9 from 'lucide-react/icons/clock-9'
import FileCheck from 'lucide-react/icons/file-check'
import Flag from 'lucide-react/icons/flag'
import Megaphone from 'lucide-react/icons/megaphone'
import MessageSquare from 'lucide-react/icons/message-square'
import PenLine from 'lucide-react/icons/pen-line'
import Replace from 'lucide-react/icons/replace'
import ShieldCheck from 'lucide-react/icons/shield-check'
import TimerOff from 'lucide-react/icons/timer-off'
import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import type {
  Evidence,
  Freshness,
  Lifecycle,
  NotMeasurableReason,
  PaceStatus,
} from '@/lib/domain/types'
import { STATUS_LOOKS } from './status-looks'

const FRESHNESS_ICONS = {
  FRESH: Clock,
  AGEING: Clock9,
  STALE: TimerOff,
  LAPSED: TimerOff,
  NONE: CircleDashed,
}

const EVIDENCE_ICONS = {
  none: CircleDashed,
  self_reported: MessageSquare,
  documented: FileCheck,
  verified: BadgeCheck,
  audited: ShieldCheck,
}

const LIFECYCLE_ICONS = {
  announced: Megaphone,
  signed: PenLine,
  in_force: CircleDot,
  suspended: CirclePause,
  completed: Flag,
  terminated: CircleStop,
  superseded: Replace,
  withdrawn: CircleStop,
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
    <span className="inline-grid">
      <Badge icon={icon} paint={paint}>
        {t(`status.${status}`)}
      </Badge>
      {reason && <span className="text-xs text-soft">{t(`reason.${reason}`)}</span>}
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
