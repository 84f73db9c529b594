import { useLocale, useTranslations } from 'next-intl'
import { amountsIn } from '@/components/agreements/amounts'
import { EvidenceChip } from '@/components/portfolio/chips'
import { EmptyState } from '@/components/ui/empty-state'
import { FigureText } from '@/components/ui/figure-text'
import { RecordTable } from '@/components/ui/record-table'
import { formatDay } from '@/lib/format'
import { type Commitment, quantityOf, type Report } from './detail'
import { Quoted, SourceLine } from './quoted'

/** Every report of an agreement, the latest first, each with its words, its source and whether it counts. */
export function Reports({ commitments }: { commitments: Commitment[] }) {
  const t = useTranslations('agreement')
  const all = useTranslations()
  const locale = useLocale()
  const reports = commitments
    .flatMap(({ currency, observations }) => observations.map((report) => ({ report, currency })))
    .sort((a, b) => ((a.report.on ?? '') < (b.report.on ?? '') ? 1 : -1))
  if (reports.length === 0)
    return <EmptyState title={t('reportsEmpty')}>{t('reportsEmptyText')}</EmptyState>
  return (
    <RecordTable
      caption={t('reportsTitle')}
      below="md"
      rows={reports}
      keyOf={({ report }) => String(report.id)}
      head={{
        label: t('dataDate'),
        cell: ({ report }) =>
          report.on && (
            <time dateTime={report.on} className="whitespace-nowrap">
              {formatDay(locale, report.on, 'short')}
            </time>
          ),
      }}
      columns={[
        { key: 'kind', label: t('kind'), cell: ({ report }) => <Kind report={report} /> },
        {
          key: 'value',
          label: t('value'),
          align: 'end',
          cell: ({ report, currency }) => (
            <span className="whitespace-nowrap">
              <FigureText>
                {amountsIn(locale, all, currency).quantity(quantityOf(report))}
              </FigureText>
            </span>
          ),
        },
        {
          key: 'evidence',
          label: t('evidence'),
          cell: ({ report }) => report.evidence && <EvidenceChip evidence={report.evidence} />,
        },
        {
          key: 'counts',
          label: t('counts'),
          cell: ({ report: { uncounted } }) => (
            <span className={uncounted ? 'text-soft' : ''}>
              {uncounted ? t(`uncounted.${uncounted}`) : t('yes')}
            </span>
          ),
        },
        {
          key: 'source',
          label: t('source'),
          wide: true,
          cell: ({ report }) => <Said report={report} />,
        },
      ]}
    />
  )
}

function Kind({ report }: { report: Report }) {
  const t = useTranslations()
  return (
    <>
      {report.observation && t(`codes.observationKind.${report.observation}`)}
      {report.perimeter && (
        <span className="block text-xs text-soft">
          {t.rich('agreement.perimeter', { perimeter: () => <bdi>{report.perimeter}</bdi> })}
        </span>
      )}
    </>
  )
}

function Said({ report }: { report: Report }) {
  return (
    <>
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
    </>
  )
}
