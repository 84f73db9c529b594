import type { ReactNode } from 'react'
import type { Amounts } from '@/components/agreements/amounts'
import { EvidenceChip, FreshnessChip, StatusChip } from '@/components/portfolio/chips'
import { FigureText } from '@/components/ui/figure-text'
import { percent } from '@/lib/domain/lane-figures'
import { halfUpTo, truncateTo } from '@/lib/domain/rational'
import { perMonth } from '@/lib/domain/standing-json'
import type { Projection, Rational, Standing } from '@/lib/domain/types'
import { formatDay, formatNumber, formatPercent, type Locale } from '@/lib/format'
import type { Translator } from '@/lib/print'

export type StandingTerm =
  | 'status'
  | 'early'
  | 'created'
  | 'dataDate'
  | 'expected'
  | 'gap'
  | 'pace'
  | 'progress'
  | 'progressOriginal'
  | 'average'
  | 'recent'
  | 'required'
  | 'atDue'
  | 'range'
  | 'completion'
  | 'stretch'
  | 'slippage'
  | 'freshness'
  | 'evidence'

/** Where /method explains each figure. */
export const ANCHORS: Record<StandingTerm, string> = {
  status: 'status',
  early: 'early-reading',
  created: 'observations',
  dataDate: 'observations',
  expected: 'expected',
  gap: 'gap',
  pace: 'pace',
  progress: 'progress',
  progressOriginal: 'amendments',
  average: 'rates',
  recent: 'rates',
  required: 'rates',
  atDue: 'projection',
  range: 'range',
  completion: 'projection',
  stretch: 'stretch',
  slippage: 'slippage',
  freshness: 'freshness',
  evidence: 'evidence',
}

type Cells = Record<StandingTerm, ReactNode>

function figure(text: string | null | undefined): ReactNode {
  return text ? <FigureText>{text}</FigureText> : null
}

/** Every figure of one lane as printed; null where the method leaves it undefined (method, sections 5 to 8 and 10). */
export function standingCells(
  locale: Locale,
  t: Translator,
  amounts: Amounts,
  persons: boolean,
  s: Standing,
): Cells {
  const share = (whole: bigint | null) => {
    if (s.created === null || whole === null || whole <= 0n) return null
    const value = percent(s.created, whole)
    return value === null ? null : formatPercent(locale, value)
  }
  const hundredths = (value: Rational | null | undefined) =>
    value ? formatNumber(locale, Number(truncateTo(value, 2)) / 100, 2) : null
  const created = s.created === null ? null : amounts.amount(s.created)
  const stretch = hundredths(s.projection.stretch)
  return {
    status: <StatusChip status={s.status} reason={s.reason} />,
    early: <StatusChip status={s.statusEarly} />,
    created: figure(created && `${s.approximate ? '≈ ' : ''}${created}`),
    dataDate: s.dataDate && formatDay(locale, s.dataDate),
    expected: s.expected && s.expectedOn && (
      <>
        {figure(amounts.rounded(s.expected))}
        <span className="block text-xs text-soft">{formatDay(locale, s.expectedOn)}</span>
      </>
    ),
    gap: figure(s.gap && amounts.signed(s.gap)),
    pace: figure(hundredths(s.pace)),
    progress: figure(share(s.target)),
    progressOriginal: figure(s.target === s.targetOriginal ? null : share(s.targetOriginal)),
    ...projectionCells(locale, t, amounts, persons, s.projection),
    stretch: stretch && <FigureText>{t('agreement.times', { stretch })}</FigureText>,
    slippage: s.slippageDays ? t('agreement.days', { count: s.slippageDays }) : null,
    freshness: <FreshnessChip freshness={s.freshness} />,
    evidence: <EvidenceChip evidence={s.evidence} />,
  }
}

function projectionCells(
  locale: Locale,
  t: Translator,
  amounts: Amounts,
  persons: boolean,
  p: Projection,
): Pick<Cells, 'average' | 'recent' | 'required' | 'atDue' | 'range' | 'completion'> {
  const tenths = (value: Rational) =>
    persons ? formatNumber(locale, Number(halfUpTo(value, 1)) / 10, 1) : amounts.rounded(value)
  const monthly = (perDay: Rational | undefined) =>
    perDay && (
      <FigureText>{t('agreement.perMonth', { amount: tenths(perMonth(perDay)) })}</FigureText>
    )
  const { projectedAtDueRange: range, completion } = p
  return {
    average: monthly(p.averagePerDay),
    recent: monthly(p.recentPerDay),
    required: monthly(p.requiredPerDay),
    // Once the promise is reached the recent pace leads nowhere that anybody promised.
    atDue: figure(p.requiredPerDay && p.projectedAtDue && tenths(p.projectedAtDue)),
    range:
      p.requiredPerDay &&
      range &&
      t('agreement.between', { low: tenths(range.low), high: tenths(range.high) }),
    completion:
      completion &&
      (completion.on
        ? formatDay(locale, completion.on)
        : completion.reason && t(`codes.projectionReason.${completion.reason}`)),
  }
}
