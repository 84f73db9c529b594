import { useLocale, useTranslations } from 'next-intl'
import { agreementHref } from '@/components/agreements/list-address'
import { FigureText } from '@/components/ui/figure-text'
import { RecordTable } from '@/components/ui/record-table'
import { TOTALS, type Totals } from '@/lib/domain/period'
import type { Measure } from '@/lib/domain/types'
import type { ChangesReport } from '@/lib/features/portfolio/get-changes-report'
import { formatDay, formatTime } from '@/lib/format'
import type { Filters } from '@/lib/schemas/filters'
import { periodAmounts } from './period-amounts'
import { useTotalNames } from './period-totals'

type Line = ChangesReport['lines'][number]

/** Every line of a period: whose, when, what happened, and what it did to each total. */
export function PeriodLines({
  report: { lines, measure },
  clocks,
}: {
  report: ChangesReport
  clocks: Pick<Filters, 'asOf' | 'knownAt'>
}) {
  const t = useTranslations('readyReports.changes')
  const names = useTotalNames()
  return (
    <RecordTable
      caption={t('cause')}
      below="md"
      rows={lines}
      keyOf={({ change, day, reference }) => `${change} ${day} ${reference}`}
      head={{
        label: t('cause'),
        cell: (line) => <What line={line} clocks={clocks} />,
      }}
      columns={[
        { key: 'when', label: t('when'), cell: (line) => <When line={line} /> },
        ...TOTALS.map((name) => ({
          key: name,
          label: names[name],
          align: 'end' as const,
          cell: (line: Line) => <Effect line={line} name={name} measure={measure} />,
        })),
      ]}
    />
  )
}

function What({ line, clocks }: { line: Line; clocks: Pick<Filters, 'asOf' | 'knownAt'> }) {
  const t = useTranslations('readyReports.changes')
  const { cause, reference, title, company, through } = line
  return (
    <span className="grid justify-items-start gap-1">
      <span>{t(`causes.${cause}`)}</span>
      <a href={agreementHref(reference, clocks)} className="link font-normal">
        <bdi>{title}</bdi>
      </a>
      <span className="text-xs font-normal text-soft">
        {company && (
          <>
            <bdi>{company}</bdi> ·{' '}
          </>
        )}
        <bdi dir="ltr" className="whitespace-nowrap">
          {reference}
        </bdi>
        {through && <> · {t('through', { reference: through })}</>}
      </span>
    </span>
  )
}

function When({ line: { change, at, day } }: { line: Line }) {
  const t = useTranslations('readyReports.changes')
  const locale = useLocale()
  if (change === null || at === null) return formatDay(locale, day, 'short')
  return (
    <span className="grid">
      <span>{formatTime(locale, Date.parse(at))}</span>
      <span className="text-xs text-soft">{t('change', { seq: change })}</span>
    </span>
  )
}

/** The effect, and under it what was there and what came where that says more than the effect. */
function Effect({ line, name, measure }: { line: Line; name: keyof Totals; measure: Measure }) {
  const t = useTranslations('readyReports.changes')
  const { print, signed } = periodAmounts(useLocale(), measure)
  const { before, after, effects } = line
  const side = (end: Line['before']) => {
    if (!end.present) return t('notThere')
    const value = end[name]
    return value === null ? t(name === 'promised' ? 'notStated' : 'noneReported') : print(value)
  }
  const words = [side(before), side(after)] as const
  return (
    <span className="grid">
      <FigureText>{signed(effects[name])}</FigureText>
      {words[0] !== words[1] && (name === 'promised' || effects[name] !== 0n) && (
        <span className="text-xs text-soft">
          {t('moved', { before: words[0], after: words[1] })}
        </span>
      )}
    </span>
  )
}
