import { percent } from '@/lib/domain/lane-figures'
import type { AgreementList } from '@/lib/features/agreements/read-list'
import { formatDay, formatPercent, type Locale } from '@/lib/format'
import type { Translator } from '@/lib/print'
import { amountsIn } from './amounts'
import { deadlineWords, periodWords } from './deadline-words'

export type Listed = AgreementList['rows'][number]

/** What a list prints of an agreement; null where there is nothing to print. */
export interface ListedWords {
  signed: string | null
  promised: string | null
  /** What it promises instead, when nothing in the measure asked for. */
  otherPromises: string | null
  deadline: string | null
  expected: string | null
  reported: string | null
  reportedOn: string | null
  progress: string | null
}

/** The figures of a listed agreement in words. */
export function listedWords(locale: Locale, t: Translator, row: Listed): ListedWords {
  const amounts = amountsIn(locale, t, row.currency)
  const others = row.otherMeasures.map((measure) => t(`codes.measure.${measure}`))
  const progress =
    row.created !== null && row.target !== null && row.target > 0n
      ? percent(row.created, row.target)
      : null
  return {
    signed: row.signedOn && periodWords(locale, t, row.signedOn, 'short'),
    promised: row.quantity && amounts.quantity(row.quantity),
    otherPromises:
      row.quantity === null && others.length > 0
        ? t('agreements.otherMeasure', { measure: others.join(' · ') })
        : null,
    deadline: row.deadline && deadlineWords(locale, t, row.deadline),
    expected: row.expected && amounts.rounded(row.expected),
    reported:
      row.created === null ? null : `${row.approximate ? '≈ ' : ''}${amounts.amount(row.created)}`,
    reportedOn:
      row.dataDate && t('agreements.onDay', { day: formatDay(locale, row.dataDate, 'short') }),
    progress:
      progress === null
        ? null
        : t('agreements.percentOf', { percent: formatPercent(locale, progress) }),
  }
}
