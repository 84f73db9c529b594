import { useLocale, useTranslations } from 'next-intl'
import { amountsIn } from '@/components/agreements/amounts'
import type { Paint } from '@/components/ui/badge'
import { BarCell } from '@/components/ui/bars'
import { Cell, Column, DataTable, NumberCell, Row, RowHead } from '@/components/ui/data-table'
import { FigureText } from '@/components/ui/figure-text'
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
  return (
    <DataTable caption={caption}>
      <thead>
        <tr>
          <Column>{t('colAgreement')}</Column>
          <Column>{t('colBar')}</Column>
          <Column align="end">{t('colShould')}</Column>
          <Column align="end">{t('colReported')}</Column>
          <Column align="end">{t('colRequired')}</Column>
          <Column>{t('colStatus')}</Column>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const amounts = amountsIn(locale, all, row.currency)
          const required = row.requiredPerMonth
          return (
            <Row key={row.reference}>
              <RowHead>
                <PromiseName row={row} filters={filters} />
              </RowHead>
              <BarCell
                value={Number(row.weight)}
                whole={widest}
                print={amounts.amount(row.target)}
                paint={row.created === null ? SILENT : PROMISED}
                mark={row.expected ? drawn(row, toNumber(row.expected)) : undefined}
                inner={
                  row.created === null
                    ? undefined
                    : { value: drawn(row, Number(row.created)), paint: REPORTED }
                }
              />
              <NumberCell>{row.expected && amounts.rounded(row.expected)}</NumberCell>
              <Cell align="end">
                {row.created === null ? (
                  <span className="text-faint">{t('noReport')}</span>
                ) : (
                  <>
                    <FigureText>{amounts.amount(row.created)}</FigureText>
                    {row.dataDate && (
                      <time
                        dateTime={row.dataDate}
                        className="block text-xs whitespace-nowrap text-soft"
                      >
                        {formatDay(locale, row.dataDate, 'short')}
                      </time>
                    )}
                  </>
                )}
              </Cell>
              <NumberCell>
                {required === null
                  ? null
                  : row.currency === null
                    ? formatNumber(locale, required, 1)
                    : amounts.amount(inMinor(required, row.currency))}
              </NumberCell>
              <Cell>
                <StatusChip status={row.status} reason={row.reason} />
              </Cell>
            </Row>
          )
        })}
      </tbody>
    </DataTable>
  )
}

// The standing keeps rates as doubles of whole units, for display alone.
function inMinor(perMonth: number, currency: string): bigint {
  return BigInt(Math.round(perMonth * 10 ** minorDigits(currency)))
}
