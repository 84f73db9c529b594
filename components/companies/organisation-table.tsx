import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { amountsIn } from '@/components/agreements/amounts'
import { addressOf, clocksOf } from '@/components/portfolio/directory-address'

import { FigureText } from '@/components/ui/figure-text'
import { RecordTable } from '@/components/ui/record-table'
import { HOME_CURRENCY } from '@/lib/domain/money'
import type { ListedOrganisation } from '@/lib/features/organisations/list-organisations'
import { formatNumber } from '@/lib/format'
import type { Filters } from '@/lib/schemas/filters'
import { OrganisationStatuses } from './organisation-statuses'

/** One row an organisation: what its agreements promise, report and lack, each figure with how many state it. */
export function OrganisationTable({
  caption,
  rows,
  filters,
}: {
  caption: string
  rows: ListedOrganisation[]
  filters: Filters
}) {
  const t = useTranslations()
  const locale = useLocale()
  const amounts = amountsIn(locale, t, filters.measure === 'investment' ? HOME_CURRENCY : null)
  const { measure, lane } = filters
  const faint = (text: string) => <span className="text-faint">{text}</span>
  return (
    <RecordTable
      caption={caption}
      rows={rows}
      keyOf={(row) => row.slug}
      head={{
        label: t(`companies.kinds.${filters.kind}`),
        cell: (row) => (
          <Link
            href={addressOf(`/companies/${row.slug}`, { ...clocksOf(filters), measure, lane })}
            prefetch={false}
            className="link"
          >
            <bdi>{row.name}</bdi>
          </Link>
        ),
      }}
      columns={[
        {
          key: 'agreements',
          label: t('companies.agreements'),
          align: 'end',
          cell: (row) => (
            <span className="grid">
              <FigureText>{formatNumber(locale, row.agreements)}</FigureText>
              {row.promised.of < row.agreements && (
                <span className="text-xs text-soft">
                  {t('companies.counted', { count: row.promised.of })}
                </span>
              )}
            </span>
          ),
        },
        {
          key: 'promised',
          label: t('companies.promised'),
          align: 'end',
          cell: (row) =>
            row.promised.of === 0 ? (
              faint('–')
            ) : (
              <FigureText>{amounts.quantity(row.promised)}</FigureText>
            ),
        },
        {
          key: 'reported',
          label: t('companies.reported'),
          align: 'end',
          cell: ({ figures }) =>
            figures.created === null ? (
              faint(t('companies.noReport'))
            ) : (
              <FigureText>{amounts.amount(figures.created)}</FigureText>
            ),
        },
        {
          key: 'gap',
          label: t('companies.gap'),
          align: 'end',
          cell: ({ figures }) =>
            figures.gap === null ? (
              faint('–')
            ) : (
              <FigureText>{amounts.signed(figures.gap)}</FigureText>
            ),
        },
        {
          key: 'statuses',
          label: t('companies.statuses'),
          cell: (row) => (
            <OrganisationStatuses statuses={row.statuses} absent={t('companies.noStatus')} />
          ),
        },
      ]}
    />
  )
}
