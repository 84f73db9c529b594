import { EVIDENCE_ICONS, FRESHNESS_ICONS, LIFECYCLE_ICONS } from '@/components/portfolio/chips'
import { STATUS_LOOKS } from '@/components/portfolio/status-looks'
import type { Paint } from '@/components/ui/badge'
import type { IconName } from '@/components/ui/icon'
import type { Translator } from '@/lib/print'
import type { Listed } from './listed'

/** A badge as data. */
export interface BadgeWords {
  icon: IconName
  paint?: Paint
  children: string
}

/** The pace status of a listed agreement as a badge; null where it promises nothing in the measure. */
export function statusBadge(t: Translator, { status }: Listed): BadgeWords | null {
  return status && { ...STATUS_LOOKS[status], children: t(`codes.status.${status}`) }
}

/** The three axes beside the pace status; evidence and freshness only where something was reported. */
export function axisBadges(t: Translator, row: Listed): BadgeWords[] {
  const { lifecycle, freshness, evidence } = row
  return [
    { icon: LIFECYCLE_ICONS[lifecycle], children: t(`codes.lifecycle.${lifecycle}`) },
    { icon: FRESHNESS_ICONS[freshness], children: t(`codes.freshness.${freshness}`) },
    ...(evidence === 'none'
      ? []
      : [{ icon: EVIDENCE_ICONS[evidence], children: t(`codes.evidence.${evidence}`) }]),
  ]
}
