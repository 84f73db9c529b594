import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Definition } from '@/components/ui/disclosure'
import { FigureText } from '@/components/ui/figure-text'
import { Headline } from '@/components/ui/headline'
import { HOME_CURRENCY } from '@/lib/domain/money'
import type { Summary } from '@/lib/features/portfolio/get-summary'
import { formatPercent } from '@/lib/format'
import { amountsIn } from './amounts'

/** What the agreements of the list come to together: P with n of N, and the three headlines, never one without the others (method, section 9). */
export function ListTotals({ summary }: { summary: Summary }) {
  const t = useTranslations()
  const locale = useLocale()
  const { promised, reporting, verified } = summary.figures
  const money = summary.measure === 'investment'
  const amounts = amountsIn(locale, t, money ? HOME_CURRENCY : null)
  const lane = summary.lane === 'verified' ? verified : reporting
  const percent = (value: number | null) => (value === null ? null : formatPercent(locale, value))
  const sum = { ...promised, low: promised.value }
  return (
    <div className="grid gap-x-8 gap-y-8 sm:grid-cols-2 lg:grid-cols-[1.5fr_1fr_1fr_1fr]">
      <Total name="promised" anchor="promised" print={amounts.quantity(sum)}>
        {promised.gross > promised.value && (
          <FigureText>
            {t('agreements.grossToo', { gross: amounts.amount(promised.gross) })}
          </FigureText>
        )}
      </Total>
      <Total name="ofAll" anchor="of-all" print={percent(lane.ofAllPercent)}>
        {lane.created !== null && (
          <FigureText>
            {t('agreements.createdOf', {
              created: amounts.amount(lane.created),
              promised: amounts.amount(promised.value),
            })}
          </FigureText>
        )}
      </Total>
      <Total name="progress" anchor="progress" print={percent(lane.progressPercent)}>
        {t('agreements.reportingCount', { count: lane.count })}
      </Total>
      <Total
        name={money ? 'coverageMoney' : 'coverage'}
        anchor="coverage"
        print={percent(lane.coveragePercent)}
      >
        <FigureText>
          {t('agreements.createdOf', {
            created: amounts.amount(lane.promised),
            promised: amounts.amount(promised.value),
          })}
        </FigureText>
      </Total>
    </div>
  )
}

function Total({
  name,
  anchor,
  print,
  children,
}: {
  name: 'promised' | 'ofAll' | 'progress' | 'coverage' | 'coverageMoney'
  anchor: string
  print: string | null
  children: ReactNode
}) {
  const t = useTranslations()
  const help = name === 'coverageMoney' ? 'coverage' : name
  return (
    <Headline
      term={
        <Definition
          term={t(`agreements.${name}`)}
          href={`/method#${anchor}`}
          more={t('common.definition')}
        >
          {t(`agreements.${help}Help`)}
        </Definition>
      }
      print={print}
      undefinedText={t('agreements.undefined')}
    >
      {children}
    </Headline>
  )
}
