import { useLocale, useTranslations } from 'next-intl'
import { Column, DataTable, NumberCell, Row, RowHead } from '@/components/ui/data-table'
import { DATED_CAUSES, RECORDED_CAUSES, sumEffects, TOTALS } from '@/lib/domain/period'
import type { ChangesReport } from '@/lib/features/portfolio/get-changes-report'
import { formatDay, formatNumber } from '@/lib/format'
import { periodAmounts } from './period-amounts'

/** What the totals of a period are called. */
export function useTotalNames() {
  const t = useTranslations()
  return {
    promised: t('agreements.promised'),
    reported: t('agreements.reported'),
    verified: t('codes.lane.verified'),
  }
}

/** The totals at either end of a period, and how far they moved. */
export function PeriodTotals({ report }: { report: ChangesReport }) {
  const t = useTranslations('readyReports.changes')
  const all = useTranslations()
  const locale = useLocale()
  const names = useTotalNames()
  const { from, to, difference, measure } = report
  const { print, signed } = periodAmounts(locale, measure)
  return (
    <DataTable caption={t('totalsTitle')} captionHidden>
      <thead>
        <tr>
          <Column>{all('readyReports.figure')}</Column>
          <Column align="end">{formatDay(locale, from.day)}</Column>
          <Column align="end">{formatDay(locale, to.day)}</Column>
          <Column align="end">{t('difference')}</Column>
        </tr>
      </thead>
      <tbody>
        {TOTALS.map((name) => (
          <Row key={name}>
            <RowHead>{names[name]}</RowHead>
            {[from, to].map(({ totals }, end) => (
              <NumberCell key={end === 0 ? 'from' : 'to'} absent={all('dashboard.undefined')}>
                {totals[name] === null ? null : print(totals[name])}
              </NumberCell>
            ))}
            <NumberCell absent={all('dashboard.undefined')}>
              {/* Between two totals that do not exist lies no difference, not even none. */}
              {from.totals[name] === null && to.totals[name] === null
                ? null
                : signed(difference[name])}
            </NumberCell>
          </Row>
        ))}
      </tbody>
    </DataTable>
  )
}

/** What every cause did to the totals, under its clock, with the sums that make the difference. */
export function PeriodCauses({ report }: { report: ChangesReport }) {
  const t = useTranslations('readyReports.changes')
  const all = useTranslations()
  const locale = useLocale()
  const names = useTotalNames()
  const { signed } = periodAmounts(locale, report.measure)
  const clocks = [
    ['dated', DATED_CAUSES],
    ['recorded', RECORDED_CAUSES],
  ] as const
  const cells = (sums: ChangesReport['sums']) => {
    const effects = sumEffects(sums)
    return (
      <>
        <NumberCell>
          {formatNumber(
            locale,
            sums.reduce((lines, sum) => lines + sum.lines, 0),
          )}
        </NumberCell>
        {TOTALS.map((name) => (
          <NumberCell key={name}>{signed(effects[name])}</NumberCell>
        ))}
      </>
    )
  }
  return (
    <DataTable caption={t('causesTitle')} captionHidden>
      <thead>
        <tr>
          <Column>{t('cause')}</Column>
          <Column align="end">{t('lines')}</Column>
          {TOTALS.map((name) => (
            <Column key={name} align="end">
              {names[name]}
            </Column>
          ))}
        </tr>
      </thead>
      {clocks.map(([clock, causes]) => {
        const of = causes.flatMap((cause) => report.sums.filter((sum) => sum.cause === cause))
        return (
          <tbody key={clock}>
            <tr className="row font-semibold">
              <RowHead>{t(clock)}</RowHead>
              {cells(of)}
            </tr>
            {of.map((sum) => (
              <Row key={sum.cause}>
                <RowHead>
                  <span className="ps-4 font-normal">{t(`causes.${sum.cause}`)}</span>
                </RowHead>
                {cells([sum])}
              </Row>
            ))}
          </tbody>
        )
      })}
      <tbody>
        <tr className="row border-t-2 border-ink font-semibold">
          <RowHead>{all('readyReports.changes.difference')}</RowHead>
          {cells(report.sums)}
        </tr>
      </tbody>
    </DataTable>
  )
}
