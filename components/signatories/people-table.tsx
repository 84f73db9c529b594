import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { addressOf, clocksOf } from '@/components/portfolio/directory-address'
import { FigureText } from '@/components/ui/figure-text'
import { RecordTable } from '@/components/ui/record-table'
import { CAPACITIES } from '@/lib/domain/types'
import type { PersonList } from '@/lib/features/people/list-people'
import { formatNumber } from '@/lib/format'
import type { Filters } from '@/lib/schemas/filters'

/** One row a person: title, side, and the number of agreements in each capacity that occurs. */
export function PeopleTable({
  caption,
  rows,
  filters,
}: {
  caption: string
  rows: PersonList['rows']
  filters: Filters
}) {
  const t = useTranslations()
  const locale = useLocale()
  const occurring = CAPACITIES.filter((code) => rows.some(({ capacities }) => capacities[code]))
  const figure = (count: number | undefined) =>
    count === undefined ? (
      <span className="text-faint">–</span>
    ) : (
      <FigureText>{formatNumber(locale, count)}</FigureText>
    )
  return (
    <RecordTable
      caption={caption}
      rows={rows}
      keyOf={(row) => row.slug}
      head={{
        label: t('signatories.person'),
        cell: (row) => (
          <span className="grid justify-items-start gap-0.5">
            <Link
              href={addressOf(`/signatories/${row.slug}`, clocksOf(filters))}
              prefetch={false}
              className="link"
            >
              <bdi>{row.name}</bdi>
            </Link>
            <span className="text-xs font-normal text-soft">
              <bdi>{row.title}</bdi>
            </span>
          </span>
        ),
      }}
      columns={[
        {
          key: 'side',
          label: t('signatories.side'),
          cell: (row) => row.sides.map((side) => t(`codes.side.${side}`)).join(' · '),
        },
        {
          key: 'agreements',
          label: t('signatories.agreements'),
          align: 'end',
          cell: (row) => figure(row.agreements),
        },
        ...occurring.map((code) => ({
          key: code,
          label: t(`codes.capacity.${code}`),
          align: 'end' as const,
          cell: (row: PersonList['rows'][number]) => figure(row.capacities[code]),
        })),
      ]}
    />
  )
}
