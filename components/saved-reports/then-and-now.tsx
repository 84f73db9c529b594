import { useLocale, useTranslations } from 'next-intl'
import { amountsIn } from '@/components/agreements/amounts'
import { Column, DataTable } from '@/components/ui/data-table'
import { HOME_CURRENCY } from '@/lib/domain/money'
import type { Measure } from '@/lib/domain/types'
import { formatNumber } from '@/lib/format'

/** The numbers of one reading of a file. */
export interface Reading {
  rowCount: number
  sha256: string
  figures: { count: number; promised: string | null; created: string | null } | null
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
  const lines = [
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
  ]
  return (
    <DataTable caption={t('savedReports.numbers')} captionHidden>
      <thead>
        <tr>
          <Column>{t('savedReports.figure')}</Column>
          <Column align="end">{t('savedReports.then')}</Column>
          {now && <Column align="end">{t('savedReports.now')}</Column>}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ label, of }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td className="num text-end">{of(kept)}</td>
            {now && <td className="num text-end">{of(now)}</td>}
          </tr>
        ))}
        <tr>
          <th scope="row">SHA-256</th>
          <td className="text-end">
            <Hash>{kept.sha256}</Hash>
          </td>
          {now && (
            <td className="text-end">
              <Hash>{now.sha256}</Hash>
            </td>
          )}
        </tr>
      </tbody>
    </DataTable>
  )
}

function Hash({ children }: { children: string }) {
  return (
    <code className="text-xs wrap-anywhere">
      <bdi dir="ltr">{children}</bdi>
    </code>
  )
}
