import { useTranslations } from 'next-intl'
import type { Scale } from '@/components/portfolio/scale'
import { Column, DataTable, NumberCell, Row, RowHead } from '@/components/ui/data-table'
import { Headline } from '@/components/ui/headline'
import type { Dashboard } from '@/lib/features/portfolio/get-dashboard'

/** What is promised for the year and what has become of it: parts that add up to the promise (method, section 9, funnel), and beside them what does not. */
export function DueSums({ summary, scale }: { summary: Dashboard['summary']; scale: Scale }) {
  const t = useTranslations('readyReports')
  const all = useTranslations()
  const { promised, funnel, cohort } = summary.figures
  const parts = [
    [t('delivered'), funnel.delivered],
    [t('outstanding'), funnel.outstanding],
    [t('notReporting'), funnel.notReporting],
    [t('notMeasurable'), funnel.notMeasurable],
  ] as const
  const beside = (
    [
      [all('codes.segment.overDelivered'), funnel.overDelivered],
      [all('codes.segment.terminated'), funnel.terminated],
    ] as const
  ).filter(([, value]) => value > 0n)
  return (
    <div className="grid gap-6">
      <Headline
        term={all('dashboard.promisedTerm')}
        print={promised.stated === 0 ? null : scale.sum({ ...promised, low: promised.value })}
        undefinedText={all('common.notStated')}
      >
        {cohort.count > 0 && (
          <p>{t('expectedToday', { amount: scale.rounded(cohort.expectedToday) })}</p>
        )}
      </Headline>
      {promised.stated > 0 && (
        <DataTable caption={t('parts')} captionHidden>
          <thead>
            <tr>
              <Column>{t('parts')}</Column>
              <Column align="end">{scale.unit}</Column>
            </tr>
          </thead>
          <tbody>
            {parts.map(([label, value]) => (
              <Row key={label}>
                <RowHead>{label}</RowHead>
                <NumberCell>{scale.print(value)}</NumberCell>
              </Row>
            ))}
            <Row>
              <RowHead>{t('allPromised')}</RowHead>
              <NumberCell>{scale.print(promised.value)}</NumberCell>
            </Row>
            {beside.map(([label, value]) => (
              <Row key={label}>
                <RowHead>{t('beside', { what: label })}</RowHead>
                <NumberCell>{scale.print(value)}</NumberCell>
              </Row>
            ))}
          </tbody>
        </DataTable>
      )}
    </div>
  )
}
