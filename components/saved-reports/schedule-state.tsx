import { useLocale, useTranslations } from 'next-intl'
import { formatInstant } from '@/lib/format'

/** Where a schedule stands. */
interface Standing {
  nextAt: Date
  pausedAt: Date | null
  endedAt: Date | null
  authorised: boolean
  recipients: readonly { left: boolean }[]
}

/** When a schedule sends next, or why it sends nothing. */
export function ScheduleState({ schedule }: { schedule: Standing }) {
  const { nextAt, pausedAt, endedAt, authorised, recipients } = schedule
  const t = useTranslations('schedules')
  const locale = useLocale()
  if (endedAt !== null) return t('ended', { at: formatInstant(locale, endedAt) })
  if (!authorised) return t('authorGone')
  if (pausedAt !== null) return t('paused', { at: formatInstant(locale, pausedAt) })
  if (recipients.every(({ left }) => left)) return t('allLeft')
  return t('next', { at: formatInstant(locale, nextAt) })
}
