import { useLocale, useTranslations } from 'next-intl'
import type { Scale } from '@/components/portfolio/scale'
import { Column, DataTable, NumberCell, Row, RowHead } from '@/components/ui/data-table'
import { Headline } from '@/components/ui/headline'
import type { Dashboard } from '@/lib/features/portfolio/get-dashboard'
import { formatPercent, formatRational } from '@/lib/format'

type Summary = Dashboard['summary']
type Lane = Summary['figures']['reporting']

/** What was promised in all, and the headline figures of both lanes side by side (method, section 9). */
export function LaneTable({ summary, scale }: { summary: Summary; scale: Scale }) {
  const t = useTranslations('dashboard')
  const all = useTranslations()
  const locale = useLocale()
  const { figures, measure, lane } = summary
  const { promised } = figures
  const money = measure === 'investment'
  // Under lane=verified the figures of the lane asked for are the verified ones.
  const lanes: [string, Lane][] =
    lane === 'verified'
      ? [[all('codes.lane.verified'), figures.verified]]
      : [
          [all('codes.lane.reported'), figures.reporting],
          [all('codes.lane.verified'), figures.verified],
        ]
  const share = (percent: number | null) =>
    percent === null ? null : formatPercent(locale, percent)
  const lines: [string, (lane: Lane) => string | null][] = [
    [
      all('readyReports.reporting'),
      ({ count }) => all('readyReports.ofAll', { count, total: figures.count }),
    ],
    [
      `${all('agreements.reported')} (${scale.unit})`,
      ({ created }) => (created === null ? null : scale.print(created)),
    ],
    [
      `${all('readyReports.expected')} (${scale.unit})`,
      ({ expected }) => (expected === null ? null : scale.rounded(expected)),
    ],
    [t('ofAllTerm'), ({ ofAllPercent }) => share(ofAllPercent)],
    [t('coverageTerm'), ({ coveragePercent }) => share(coveragePercent)],
    [t('progressTerm'), ({ progressPercent }) => share(progressPercent)],
    [
      all('readyReports.pace'),
      ({ pace }) => (pace === null ? null : formatRational(locale, pace, 2, 'truncate')),
    ],
  ]
  return (
    <div className="grid gap-6">
      <Headline
        term={t('promisedTerm')}
        print={promised.stated === 0 ? null : scale.sum({ ...promised, low: promised.value })}
        undefinedText={all('common.notStated')}
      >
        {promised.gross > promised.value && (
          <p>{t('grossNote', { gross: (money ? scale.withUnit : scale.print)(promised.gross) })}</p>
        )}
      </Headline>
      <DataTable caption={t('wholeTitle')} captionHidden>
        <thead>
          <tr>
            <Column>{all('readyReports.figure')}</Column>
            {lanes.map(([label]) => (
              <Column key={label} align="end">
                {label}
              </Column>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(([label, print]) => (
            <Row key={label}>
              <RowHead>{label}</RowHead>
              {lanes.map(([name, figure]) => (
                <NumberCell key={name} absent={t('undefined')}>
                  {print(figure)}
                </NumberCell>
              ))}
            </Row>
          ))}
        </tbody>
      </DataTable>
    </div>
  )
}
