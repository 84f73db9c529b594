import { useLocale, useTranslations } from 'next-intl'
import { Definition } from '@/components/ui/disclosure'
import { FigureText } from '@/components/ui/figure-text'
import { Headline } from '@/components/ui/headline'
import type { IsoDate } from '@/lib/domain/types'
import type { Dashboard } from '@/lib/features/portfolio/get-dashboard'
import { formatDay, formatMoney, formatPercent } from '@/lib/format'
import type { Scale } from './scale'

/** What was promised in all, and the three shares that belong together (method, section 9). */
export function Headlines({
  summary,
  data,
  scale,
}: {
  summary: Dashboard['summary']
  /** First and last data date among the agreements that report. */
  data: { first: IsoDate | null; last: IsoDate | null }
  scale: Scale
}) {
  const t = useTranslations('dashboard')
  const all = useTranslations()
  const locale = useLocale()
  const { figures, measure } = summary
  const money = measure === 'investment'
  const { promised } = figures
  const lane = summary.lane === 'verified' ? figures.verified : figures.reporting
  const counted = t('reportCount', { count: lane.count, total: figures.count })
  const dated = data.first && data.last && (
    <p>
      {data.first === data.last
        ? all('common.dataDate', { day: formatDay(locale, data.last) })
        : t('dataBetween', {
            first: formatDay(locale, data.first, 'short'),
            last: formatDay(locale, data.last, 'short'),
          })}
    </p>
  )
  // Progress comes last: alone, 100% of the one agreement that reports would read as success.
  const shares = [
    { id: 'of-all', term: t('ofAllTerm'), percent: lane.ofAllPercent },
    { id: 'coverage', term: t('coverageTerm'), percent: lane.coveragePercent },
    { id: 'progress', term: t('progressTerm'), percent: lane.progressPercent },
  ] as const
  const outside = money ? summary.money.notConverted : []
  return (
    <section aria-labelledby="whole-title">
      <h2 id="whole-title" className="mb-4 text-lg">
        {t('wholeTitle')}
      </h2>
      <div className="grid gap-x-8 gap-y-7 sm:grid-cols-2">
        <Headline
          term={
            <Definition
              term={t('promisedTerm')}
              href="/method#promised"
              more={all('common.definition')}
            >
              {all('method.sections.promised.text')}
            </Definition>
          }
          print={promised.stated === 0 ? null : scale.sum({ ...promised, low: promised.value })}
          undefinedText={all('common.notStated')}
        >
          {promised.gross > promised.value && (
            <p>
              {t('grossNote', {
                gross: (money ? scale.withUnit : scale.print)(promised.gross),
              })}
            </p>
          )}
          {outside.length > 0 && (
            <p>
              {t('notConverted', {
                list: outside
                  .map(({ low, currency }) => formatMoney(locale, low, currency))
                  .join(' · '),
              })}
            </p>
          )}
        </Headline>
        {shares.map(({ id, term, percent }) => (
          <Headline
            key={id}
            term={
              <Definition term={term} href={`/method#${id}`} more={all('common.definition')}>
                {all(`method.sections.${id}.text`)}
              </Definition>
            }
            print={percent === null ? null : formatPercent(locale, percent)}
            undefinedText={t('undefined')}
          >
            <p>
              <FigureText>{counted}</FigureText>
            </p>
            {dated || <p>{t('noData')}</p>}
          </Headline>
        ))}
      </div>
    </section>
  )
}
