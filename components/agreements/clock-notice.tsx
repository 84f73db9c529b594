import { useLocale, useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import { isIsoDate } from '@/lib/domain/iso-date'
import { formatDay } from '@/lib/format'
import type { Filters } from '@/lib/schemas/filters'

/** Said wherever the address asks for another day, or for what was known then, with the way back to today. */
export function ClockNotice({
  clocks: { asOf, knownAt },
  today,
}: {
  clocks: Pick<Filters, 'asOf' | 'knownAt'>
  today: string
}) {
  const t = useTranslations('agreements')
  const locale = useLocale()
  if (asOf === null && knownAt === null) return null
  const moment = knownAt && (isIsoDate(knownAt) ? formatDay(locale, knownAt) : knownAt)
  return (
    <div className="mb-8">
      <Notice kind="warning">
        {asOf && <p>{t('asOfNotice', { day: formatDay(locale, asOf) })}</p>}
        {moment && <p>{t('knownAtNotice', { moment })}</p>}
        <a href={today} className="link">
          {t('backToToday')}
        </a>
      </Notice>
    </div>
  )
}
