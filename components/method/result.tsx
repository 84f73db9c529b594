'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { FreshnessChip, StatusChip } from '@/components/portfolio/chips'
import { FigureText } from '@/components/ui/figure-text'
import { formatDay, formatNumber, formatPercent, formatRational } from '@/lib/format'
import type { LaneResult, Outcome } from './entries'

/** Both lanes side by side; each row's name leads to its paragraph above. */
export function Result({ result }: { result: NonNullable<Outcome['result']> }) {
  const t = useTranslations('calculator')
  const lane = useTranslations('codes.lane')
  const rows = useRows()
  return (
    <table className="w-full text-sm">
      <caption className="pb-2 text-start text-lg font-semibold">{t('result')}</caption>
      <thead>
        <tr className="border-b border-rule-strong text-xs text-soft">
          <td />
          {(['reported', 'verified'] as const).map((name) => (
            <th key={name} scope="col" className="py-2 ps-3 text-start font-semibold">
              {lane(name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ anchor, label, print }) => (
          <tr key={label} className="border-b border-rule">
            <th scope="row" className="py-1.5 text-start font-normal">
              <a href={`#${anchor}`} className="link">
                {label}
              </a>
            </th>
            {[result.reported, result.verified].map((item, index) => (
              <td key={index === 0 ? 'reported' : 'verified'} className="py-1.5 ps-3 align-top">
                {print(item) ?? <span className="text-faint">{t('undefined')}</span>}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface ResultRow {
  anchor: string
  label: string
  print: (lane: LaneResult) => ReactNode
}

function useRows(): ResultRow[] {
  const t = useTranslations('calculator')
  const codes = useTranslations('codes')
  const locale = useLocale()
  const number = (value: number | null | undefined, decimals = 0) =>
    value == null ? null : <FigureText>{formatNumber(locale, value, decimals)}</FigureText>
  const day = (value: string | null | undefined) => value && formatDay(locale, value, 'short')
  const row = (anchor: string, label: string, print: ResultRow['print']) => ({
    anchor,
    label,
    print,
  })
  return [
    row('status', t('rStatus'), ({ json }) => (
      <StatusChip status={json.status} reason={json.reason} />
    )),
    row('early-reading', t('rEarly'), ({ json }) => <StatusChip status={json.statusEarly} />),
    row('quantities', t('rTarget'), ({ json }) => number(json.target)),
    row('deadline', t('rDue'), ({ json }) => day(json.due)),
    row('observations', t('rCreated'), ({ json }) => number(json.created)),
    row('progress', t('rProgress'), ({ json }) =>
      json.progressPercent === null ? null : (
        <FigureText>{formatPercent(locale, json.progressPercent)}</FigureText>
      ),
    ),
    row('expected', t('rExpected'), ({ json }) =>
      json.expected === null ? null : (
        <>
          {number(json.expected)} <span className="text-xs text-soft">{day(json.expectedOn)}</span>
        </>
      ),
    ),
    row('pace', t('rGap'), ({ json }) => number(json.gap)),
    row(
      'pace',
      t('rPace'),
      ({ standing }) =>
        standing.pace && (
          <FigureText>{formatRational(locale, standing.pace, 2, 'truncate')}</FigureText>
        ),
    ),
    row('rates', t('rRecent'), ({ json }) => number(json.recentPerMonth, 1)),
    row('rates', t('rRequired'), ({ json }) => number(json.requiredPerMonth, 1)),
    row('projection', t('rAtDue'), ({ json }) => {
      const [low, high] = json.projectedAtDueRange ?? []
      if (json.projectedAtDue === undefined || low === undefined || high === undefined)
        return number(json.projectedAtDue, 1)
      const print = (value: number) => formatNumber(locale, value)
      return t('rangeOf', { value: print(json.projectedAtDue), low: print(low), high: print(high) })
    }),
    row('projection', t('rCompletion'), ({ json }) =>
      json.projectionReason
        ? codes(`projectionReason.${json.projectionReason}`)
        : day(json.projectedCompletion),
    ),
    row(
      'stretch',
      t('rStretch'),
      ({ standing: { projection } }) =>
        projection.stretch && (
          <FigureText>{formatRational(locale, projection.stretch, 2, 'truncate')}</FigureText>
        ),
    ),
    row('freshness', t('rFreshness'), ({ json }) => <FreshnessChip freshness={json.freshness} />),
  ]
}
