import { quantityOf } from '@/components/agreement/detail'
import { amountsIn } from '@/components/agreements/amounts'
import type { IsoDate } from '@/lib/domain/types'
import type { LetterText } from '@/lib/features/calendar/letter-mark'
import type { ChaseList } from '@/lib/features/calendar/list-chase'
import { formatDay, type Locale } from '@/lib/format'
import type { Translator } from '@/lib/print'

type Company = Pick<ChaseList['rows'][number], 'name' | 'figures'>
type Missing = Company['figures'][number]

function figureLine(locale: Locale, t: Translator, figure: Missing): string {
  const { measure, currency, due, dataDate, reportDue, reason } = figure
  const last =
    dataDate === null
      ? t('calendar.letter.none')
      : t('calendar.letter.last', { day: formatDay(locale, dataDate) })
  const told = {
    measure: t(`codes.measure.${measure}`),
    quantity: amountsIn(locale, t, currency).quantity(quantityOf(figure)),
    last,
    day: formatDay(locale, reportDue),
  }
  const line =
    due === null
      ? t('calendar.letter.figureOpen', told)
      : t('calendar.letter.figure', { ...told, due: formatDay(locale, due) })
  return reason === 'BASELINE_MISSING' ? `${line}\n  ${t('calendar.letter.baseline')}` : line
}

/** The e-mail that asks a company for exactly the figures that it owes, in the words of one language. */
export function letterTo(
  locale: Locale,
  t: Translator,
  { name, figures }: Company,
  asOf: IsoDate,
): LetterText {
  const agreements = [...new Set(figures.map(({ reference }) => reference))]
  const parts = agreements.map((reference) => {
    const owed = figures.filter((figure) => figure.reference === reference)
    const lines = owed.map((figure) => `- ${figureLine(locale, t, figure)}`)
    return [`${owed[0]?.title} (${reference})`, ...lines].join('\n')
  })
  return {
    subject: t('calendar.letter.subject', { company: name, day: formatDay(locale, asOf) }),
    body: [
      t('calendar.letter.greeting'),
      t('calendar.letter.opening', { count: figures.length, company: name }),
      ...parts,
      t('calendar.letter.ask'),
      t('calendar.letter.closing'),
    ].join('\n\n'),
  }
}
