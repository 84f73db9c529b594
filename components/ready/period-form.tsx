import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { TextFilter } from '@/components/ui/filter-form'
import type { IsoDate } from '@/lib/domain/types'

/** The two days of a period, and their own submit. */
export function PeriodForm({
  action,
  keep,
  since,
  asOf,
}: {
  action: string
  keep: [name: string, value: string][]
  since: IsoDate
  asOf: IsoDate
}) {
  const t = useTranslations('readyReports.changes')
  return (
    <form action={action} className="no-print flex flex-wrap items-end gap-2">
      {keep.map(([name, value]) => (
        <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
      ))}
      <TextFilter label={t('since')} name="since" type="date" value={since} />
      <TextFilter label={t('until')} name="asOf" type="date" value={asOf} />
      <Button look="plain">{t('submit')}</Button>
    </form>
  )
}
