import { amountsIn } from '@/components/agreements/amounts'
import type { Listed } from '@/components/agreements/listed'
import { FigureText } from '@/components/ui/figure-text'
import type { RecordColumn } from '@/components/ui/record-table'
import { days } from '@/lib/domain/iso-date'
import type { IsoDate } from '@/lib/domain/types'
import type { Locale } from '@/lib/format'
import type { Translator } from '@/lib/print'

/** T less what was delivered of it; null where no usable report says what was (method, section 9: outstanding). */
function outstanding({ live, reporting, target, created }: Listed): bigint | null {
  if (!live || !reporting || target === null || created === null) return null
  const delivered = created < 0n ? 0n : created < target ? created : target
  return target - delivered
}

/** What is missing of each promise, and how many days are left for it. */
export function dueColumns(locale: Locale, t: Translator, asOf: IsoDate): RecordColumn<Listed>[] {
  return [
    {
      key: 'outstanding',
      label: t('readyReports.missing'),
      align: 'end',
      cell: (row) => {
        const missing = outstanding(row)
        return missing === null ? (
          <span className="text-faint">{t('readyReports.unknown')}</span>
        ) : (
          <FigureText>{amountsIn(locale, t, row.currency).amount(missing)}</FigureText>
        )
      },
    },
    {
      key: 'left',
      label: t('readyReports.time'),
      cell: ({ due }) => {
        const left = due === null ? null : days(asOf, due)
        if (left === null) return '–'
        return left >= 0
          ? t('dashboard.inDays', { days: left })
          : t('dashboard.daysAgo', { days: -left })
      },
    },
  ]
}
