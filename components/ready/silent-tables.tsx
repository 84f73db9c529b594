import { useLocale, useTranslations } from 'next-intl'
import { amountsIn } from '@/components/agreements/amounts'
import { agreementHref } from '@/components/agreements/list-address'
import { Column, DataTable, NumberCell, Row, RowHead } from '@/components/ui/data-table'
import { FigureText } from '@/components/ui/figure-text'
import { RecordTable } from '@/components/ui/record-table'
import { days } from '@/lib/domain/iso-date'
import type { IsoDate, Region } from '@/lib/domain/types'
import type { UnreportedReport } from '@/lib/features/calendar/get-unreported-report'
import { formatDay, formatNumber } from '@/lib/format'
import type { Filters } from '@/lib/schemas/filters'

type Silent = UnreportedReport['rows'][number]

/** How many promises, agreements and companies are silent, region by region and in all. */
export function RegionCounts({ regions, whole }: Pick<UnreportedReport, 'regions' | 'whole'>) {
  const t = useTranslations('readyReports')
  const all = useTranslations()
  const locale = useLocale()
  const number = (value: number) => formatNumber(locale, value)
  const cells = (counts: UnreportedReport['whole']) => (
    <>
      <NumberCell>{number(counts.promises)}</NumberCell>
      <NumberCell>{number(counts.agreements)}</NumberCell>
      <NumberCell>{number(counts.companies)}</NumberCell>
      <NumberCell>{number(counts.never)}</NumberCell>
      <NumberCell>{number(counts.overdue)}</NumberCell>
    </>
  )
  return (
    <DataTable caption={all('dashboard.gapRegion')} captionHidden>
      <thead>
        <tr>
          <Column>{all('agreements.region')}</Column>
          <Column align="end">{t('promises')}</Column>
          <Column align="end">{all('dashboard.colAgreements')}</Column>
          <Column align="end">{t('companies')}</Column>
          <Column align="end">{t('never')}</Column>
          <Column align="end">{t('overdue')}</Column>
        </tr>
      </thead>
      <tbody>
        {regions.map(({ region, ...counts }) => (
          <Row key={region}>
            <RowHead>{all(`codes.region.${region}`)}</RowHead>
            {cells(counts)}
          </Row>
        ))}
        <Row>
          <RowHead>{t('together')}</RowHead>
          {cells(whole)}
        </Row>
      </tbody>
    </DataTable>
  )
}

/** The silent promises of one region, the longest overdue first, each with the company that is to be asked. */
export function SilentTable({
  region,
  rows,
  asOf,
  clocks,
}: {
  region: Region
  rows: readonly Silent[]
  asOf: IsoDate
  clocks: Pick<Filters, 'asOf' | 'knownAt'>
}) {
  const t = useTranslations()
  const locale = useLocale()
  const overdue = ({ reportDue }: Silent) => days(reportDue, asOf)
  return (
    <RecordTable
      caption={t(`codes.region.${region}`)}
      below="md"
      rows={rows}
      keyOf={({ reference, measure }) => `${reference} ${measure}`}
      head={{
        label: t('agreements.agreement'),
        cell: ({ reference, title }) => (
          <span className="grid justify-items-start gap-1">
            <a href={agreementHref(reference, clocks)} className="link">
              <bdi>{title}</bdi>
            </a>
            <bdi dir="ltr" className="text-xs font-normal whitespace-nowrap text-soft">
              {reference}
            </bdi>
          </span>
        ),
      }}
      columns={[
        {
          key: 'company',
          label: t('readyReports.toAsk'),
          cell: ({ company }) => (company ? <bdi>{company.name}</bdi> : '–'),
        },
        {
          key: 'promised',
          label: t('agreements.promised'),
          cell: ({ measure, currency, ...quantity }) => (
            <span className="grid">
              <FigureText>{amountsIn(locale, t, currency).quantity(quantity)}</FigureText>
              <span className="text-xs text-soft">{t(`codes.measure.${measure}`)}</span>
            </span>
          ),
        },
        {
          key: 'last',
          label: t('readyReports.lastData'),
          cell: ({ dataDate }) =>
            dataDate === null ? (
              <span className="text-faint">{t('readyReports.neverOne')}</span>
            ) : (
              formatDay(locale, dataDate, 'short')
            ),
        },
        {
          key: 'due',
          label: t('exports.columns.report_due'),
          cell: ({ reportDue }) => formatDay(locale, reportDue, 'short'),
        },
        {
          key: 'overdue',
          label: t('exports.columns.days_overdue'),
          align: 'end',
          cell: (row) =>
            overdue(row) >= 0 ? (
              <FigureText>{formatNumber(locale, overdue(row))}</FigureText>
            ) : (
              <span className="text-faint">{t('readyReports.notYet')}</span>
            ),
        },
      ]}
    />
  )
}
