import { useLocale, useTranslations } from 'next-intl'
import { amountsIn } from '@/components/agreements/amounts'
import { EvidenceChip } from '@/components/portfolio/chips'
import { Cell, Column, DataTable, Row } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { FigureText } from '@/components/ui/figure-text'
import { formatDay } from '@/lib/format'
import { type Commitment, quantityOf, type Report } from './detail'
import { Quoted, SourceLine } from './quoted'

/** Every report of an agreement, the latest first, each with its words, its source and whether it counts. */
export function Reports({ commitments }: { commitments: Commitment[] }) {
  const t = useTranslations('agreement')
  const reports = commitments
    .flatMap(({ currency, observations }) => observations.map((report) => ({ report, currency })))
    .sort((a, b) => ((a.report.on ?? '') < (b.report.on ?? '') ? 1 : -1))
  if (reports.length === 0)
    return <EmptyState title={t('reportsEmpty')}>{t('reportsEmptyText')}</EmptyState>
  return (
    <DataTable caption={t('reportsTitle')} captionHidden>
      <thead>
        <tr>
          <Column>{t('dataDate')}</Column>
          <Column>{t('kind')}</Column>
          <Column align="end">{t('value')}</Column>
          <Column>{t('evidence')}</Column>
          <Column>{t('counts')}</Column>
          <Column>{t('source')}</Column>
        </tr>
      </thead>
      <tbody>
        {reports.map(({ report, currency }) => (
          <ReportRow key={report.id} report={report} currency={currency} />
        ))}
      </tbody>
    </DataTable>
  )
}

function ReportRow({ report, currency }: { report: Report; currency: string | null }) {
  const t = useTranslations()
  const locale = useLocale()
  const amounts = amountsIn(locale, t, currency)
  return (
    <Row>
      <th scope="row" className="py-2.5 pe-4 text-start align-top font-medium whitespace-nowrap">
        {report.on && <time dateTime={report.on}>{formatDay(locale, report.on, 'short')}</time>}
      </th>
      <Cell>
        {report.observation && t(`codes.observationKind.${report.observation}`)}
        {report.perimeter && (
          <span className="block text-xs text-soft">
            <bdi>{t('agreement.perimeter', { perimeter: report.perimeter })}</bdi>
          </span>
        )}
      </Cell>
      <Cell align="end">
        <span className="whitespace-nowrap">
          <FigureText>{amounts.quantity(quantityOf(report))}</FigureText>
        </span>
      </Cell>
      <Cell>{report.evidence && <EvidenceChip evidence={report.evidence} />}</Cell>
      <Cell>
        <span className={report.uncounted ? 'text-soft' : ''}>
          {report.uncounted ? t(`agreement.uncounted.${report.uncounted}`) : t('agreement.yes')}
        </span>
      </Cell>
      <td className="min-w-56 py-2.5 align-top">
        {report.asStated && (
          <span className="block">
            <Quoted text={report.asStated} language={report.language} />
          </span>
        )}
        <span className="block text-soft">
          <SourceLine source={report} />
        </span>
        {report.note && (
          <span className="block text-xs text-soft">
            <bdi>{report.note}</bdi>
          </span>
        )}
      </td>
    </Row>
  )
}
