import { amountsIn } from '@/components/agreements/amounts'
import { deadlineWords, periodWords } from '@/components/agreements/deadline-words'
import type { getTarget } from '@/lib/features/targets/get-target'
import type { Locale } from '@/lib/format'
import type { Translator } from '@/lib/print'

export type NationalTarget = Awaited<ReturnType<typeof getTarget>>

/** What is printed of a national target; null where the sources say nothing. */
export interface TargetWords {
  quantity: string
  deadline: string | null
  baseline: string | null
  sourceDate: string | null
}

/** The figures and days of a national target in words. */
export function targetWords(locale: Locale, t: Translator, target: NationalTarget): TargetWords {
  const { quantity, currency, deadline, baseline, baselineDate, sourceDate } = target
  const amounts = amountsIn(locale, t, target.measure === 'investment' ? currency : null)
  const amount = baseline === null ? null : amounts.amount(baseline)
  return {
    quantity: amounts.quantity(quantity),
    deadline: deadline && deadlineWords(locale, t, deadline),
    baseline:
      amount !== null && baselineDate
        ? t('targets.baselineOn', { amount, day: periodWords(locale, t, baselineDate) })
        : amount,
    sourceDate: sourceDate && periodWords(locale, t, sourceDate),
  }
}
