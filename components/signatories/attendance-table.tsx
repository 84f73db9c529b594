import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { amountsIn } from '@/components/agreements/amounts'
import { periodWords } from '@/components/agreements/deadline-words'
import { LeftOutMark } from '@/components/agreements/left-out'
import { agreementHref } from '@/components/agreements/list-address'
import { StatusChip } from '@/components/portfolio/chips'
import { FigureText } from '@/components/ui/figure-text'
import { RecordTable } from '@/components/ui/record-table'
import type { PersonRecord } from '@/lib/features/people/get-person'
import type { Filters } from '@/lib/schemas/filters'

type Attendance = PersonRecord['agreements'][number]

/** The agreements of a person: what they did there and under which title of that day, and what was promised. */
export function AttendanceTable({
  caption,
  rows,
  filters,
}: {
  caption: string
  rows: Attendance[]
  filters: Filters
}) {
  const t = useTranslations()
  const locale = useLocale()
  return (
    <RecordTable
      caption={caption}
      rows={rows}
      keyOf={(row) => `${row.reference} ${row.capacity}`}
      head={{
        label: t('signatories.agreement'),
        cell: (row) => <AgreementOf row={row} filters={filters} />,
      }}
      columns={[
        {
          key: 'signed',
          label: t('signatories.signedOn'),
          cell: ({ signedOn }) => (
            <span className="whitespace-nowrap">
              {signedOn ? periodWords(locale, t, signedOn, 'short') : '–'}
            </span>
          ),
        },
        {
          key: 'capacity',
          label: t('signatories.capacity'),
          cell: ({ capacity }) => (
            <span className={capacity === 'signed' ? 'font-semibold' : undefined}>
              {t(`codes.capacity.${capacity}`)}
            </span>
          ),
        },
        {
          key: 'title',
          label: t('signatories.titleThen'),
          cell: ({ title, side }) => (
            <span className="grid gap-0.5">
              <bdi>{title}</bdi>
              <span className="text-xs text-soft">{t(`codes.side.${side}`)}</span>
            </span>
          ),
        },
        {
          key: 'promised',
          label: t('signatories.promised'),
          align: 'end',
          cell: ({ quantity, currency }) =>
            quantity ? (
              <FigureText>{amountsIn(locale, t, currency).quantity(quantity)}</FigureText>
            ) : (
              <span className="text-faint">–</span>
            ),
        },
        {
          key: 'status',
          label: t('signatories.status'),
          cell: ({ status, reason }) =>
            status ? <StatusChip status={status} reason={reason} /> : '–',
        },
      ]}
    />
  )
}

function AgreementOf({ row, filters }: { row: Attendance; filters: Filters }) {
  return (
    <span className="grid justify-items-start gap-1">
      <Link href={agreementHref(row.reference, filters)} prefetch={false} className="link">
        <bdi>{row.agreementTitle}</bdi>
      </Link>
      <span className="text-xs font-normal text-soft">
        {row.companyName && (
          <>
            <bdi>{row.companyName}</bdi> ·{' '}
          </>
        )}
        <bdi dir="ltr">{row.reference}</bdi>
      </span>
      {row.leftOut && (
        <span className="font-normal">
          <LeftOutMark reference={row.reference} reason={row.leftOut} clocks={filters} />
        </span>
      )}
    </span>
  )
}
