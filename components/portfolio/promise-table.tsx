import { useLocale, useTranslations } from 'next-intl'
import { type Amounts, amountsIn } from '@/components/agreements/amounts'
import type { Paint } from '@/components/ui/badge'
import { Bar } from '@/components/ui/bars'
import { FigureText } from '@/components/ui/figure-text'
import { RecordTable } from '@/components/ui/record-table'
import { minorDigits } from '@/lib/domain/money'
import { toNumber } from '@/lib/domain/rational'
import type { Dashboard } from '@/lib/features/portfolio/get-dashboard'
import { formatDay, formatNumber } from '@/lib/format'
import type { Filters } from '@/lib/schemas/filters'
import { StatusChip } from './chips'
import { recordHref } from './dashboard-address'

export type PromiseRow = Dashboard['detail']['promises'][number]

// What nobody reported is hatched wherever it is drawn.
const SILENT: Paint = { token: '--status-no-report', fill: 'hatch' }
const PROMISED: Paint = { token: '--chart-verified', fill: 'solid' }
const REPORTED: Paint = { token: '--chart-reported', fill: 'solid' }

/** The length of an amount of a row on the scale that all rows share. */
function drawn({ weight, target }: PromiseRow, amount: number): number {
  return target === 0n ? 0 : (Number(weight) * amount) / Number(target)
}

/** Who promised what, under the agreement's name. */
export function PromiseName({ row, filters }: { row: PromiseRow; filters: Filters }) {
  return (
    <>
      <a
        href={recordHref(`/agreements/${encodeURIComponent(row.reference)}`, filters)}
        className="link"
      >
        <bdi>{row.title}</bdi>
      </a>
      {row.company && (
        <span className="block text-xs font-normal text-soft">
          <bdi>{row.company.name}</bdi>
        </span>
      )}
    </>
  )
}

/** Promises as rows with bars on one scale: promised, where the straight line stands, reported inside it. */
export function PromiseTable({
  caption,
  rows,
  filters,
}: {
  caption: string
  rows: PromiseRow[]
  filters: Filters
}) {
  const t = useTranslations('dashboard')
  const all = useTranslations()
  const locale = useLocale()
  const widest = Math.max(...rows.map((row) => Number(row.weight)))
  const amounts = ({ currency }: PromiseRow) => amountsIn(locale, all, currency)
  return (
    <RecordTable
      caption={caption}
      captionHidden={false}
      below="md"
      rows={rows}
      keyOf={(row) => row.reference}
      head={{
        label: t('colAgreement'),
        cell: (row) => <PromiseName row={row} filters={filters} />,
      }}
      columns={[
        {
          key: 'bar',
          label: t('colBar'),
          wide: true,
          cell: (row) => (
            <Bar
              value={Number(row.weight)}
              whole={widest}
              print={amounts(row).amount(row.target)}
              paint={row.created === null ? SILENT : PROMISED}
              mark={row.expected ? drawn(row, toNumber(row.expected)) : undefined}
              inner={
                row.created === null
                  ? undefined
                  : { value: drawn(row, Number(row.created)), paint: REPORTED }
              }
            />
          ),
        },
        {
          key: 'should',
          label: t('colShould'),
          align: 'end',
          cell: (row) =>
            row.expected ? (
              <FigureText>{amounts(row).rounded(row.expected)}</FigureText>
            ) : (
              <Absent>–</Absent>
            ),
        },
        {
          key: 'reported',
          label: t('colReported'),
          align: 'end',
          cell: (row) => <Reported row={row} amounts={amounts(row)} />,
        },
        {
          key: 'required',
          label: t('colRequired'),
          align: 'end',
          cell: (row) => <Required row={row} amounts={amounts(row)} />,
        },
        {
          key: 'status',
          label: t('colStatus'),
          cell: (row) => <StatusChip status={row.status} reason={row.reason} />,
        },
      ]}
    />
  )
}

function Absent({ children }: { children: string }) {
  return <span className="text-faint">{children}</span>
}

function Reported({ row, amounts }: { row: PromiseRow; amounts: Amounts }) {
  const t = useTranslations('dashboard')
  const locale = useLocale()
  if (row.created === null) return <Absent>{t('noReport')}</Absent>
  return (
    <>
      <FigureText>{amounts.amount(row.created)}</FigureText>
      {row.dataDate && (
        <time dateTime={row.dataDate} className="block text-xs whitespace-nowrap text-soft">
          {formatDay(locale, row.dataDate, 'short')}
        </time>
      )}
    </>
  )
}

function Required({ row, amounts }: { row: PromiseRow; amounts: Amounts }) {
  const locale = useLocale()
  const required = row.requiredPerMonth
  if (required === null) return <Absent>–</Absent>
  return (
    <FigureText>
      {row.currency === null
        ? formatNumber(locale, required, 1)
        : amounts.amount(inMinor(required, row.currency))}
    </FigureText>
  )
}

// The standing keeps rates as doubles of whole units, for display alone.
function inMinor(perMonth: number, currency: string): bigint {
  return BigInt(Math.round(perMonth * 10 ** minorDigits(currency)))
}
