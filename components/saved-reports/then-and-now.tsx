import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { amountsIn } from '@/components/agreements/amounts'
import { RecordTable } from '@/components/ui/record-table'
import { HOME_CURRENCY } from '@/lib/domain/money'
import type { Measure } from '@/lib/domain/types'
import { formatNumber } from '@/lib/format'

/** The numbers of one reading of a file. */
export interface Reading {
  rowCount: number
  sha256: string
  figures: { count: number; promised: string | null; created: string | null } | null
}

interface Line {
  label: string
  of: (one: Reading) => ReactNode
}

/** The numbers that a report was kept with, beside those that its address gives now when they are others. */
export function ThenAndNow({
  measure,
  kept,
  now,
}: {
  measure: Measure
  kept: Reading
  now: Reading | null
}) {
  const t = useTranslations()
  const locale = useLocale()
  const { amount } = amountsIn(locale, t, measure === 'investment' ? HOME_CURRENCY : null)
  const printed = (value: string | null | undefined) =>
    value === null || value === undefined ? t('dashboard.undefined') : amount(BigInt(value))
  const lines: Line[] = [
    { label: t('savedReports.rows'), of: (one: Reading) => formatNumber(locale, one.rowCount) },
    ...(kept.figures
      ? [
          {
            label: t('savedReports.agreements'),
            of: (one: Reading) => formatNumber(locale, one.figures?.count ?? 0),
          },
          {
            label: t('savedReports.promised'),
            of: (one: Reading) => printed(one.figures?.promised),
          },
          { label: t('savedReports.created'), of: (one: Reading) => printed(one.figures?.created) },
        ]
      : []),
    { label: 'SHA-256', of: (one: Reading) => <Hash>{one.sha256}</Hash> },
  ]
  return (
    <RecordTable
      caption={t('savedReports.numbers')}
      rows={lines}
      keyOf={({ label }) => label}
      head={{ label: t('savedReports.figure'), cell: ({ label }) => label }}
      columns={[
        { key: 'then', label: t('savedReports.then'), align: 'end', cell: ({ of }) => of(kept) },
        ...(now
          ? [
              {
                key: 'now',
                label: t('savedReports.now'),
                align: 'end' as const,
                cell: ({ of }: Line) => of(now),
              },
            ]
          : []),
      ]}
    />
  )
}

function Hash({ children }: { children: string }) {
  return (
    <code className="text-xs wrap-anywhere">
      <bdi dir="ltr">{children}</bdi>
    </code>
  )
}
