import { iso, unitOf } from '@/app/api/v1/amounts'
import { apiText } from '@/lib/api-text'
import { HOME_CURRENCY } from '@/lib/domain/money'
import { UNALLOCATED } from '@/lib/domain/portfolio'
import { figuresJson, seriesPointJson } from '@/lib/domain/portfolio-json'
import { printQuantity } from '@/lib/domain/quantity'
import { REGIONS, SECTORS } from '@/lib/domain/types'
import type { Summary } from '@/lib/features/portfolio/get-summary'
import type { Locale } from '@/lib/format'
import { moneyParts, personParts, type Translator } from '@/lib/print'
import type { SummaryResponse } from '@/lib/schemas/responses/summary'

type Text = ReturnType<typeof apiText>

function labelsOf(summary: Summary, t: Text) {
  const none = t('http.unallocated')
  return {
    sector: (code: string) => {
      const known = SECTORS.find((sector) => sector === code)
      return known ? t(`codes.sector.${known}`) : none
    },
    region: (code: string) => {
      const known = REGIONS.find((region) => region === code)
      return known ? t(`codes.region.${known}`) : none
    },
    company: (code: string) => summary.companies[code]?.name ?? none,
    dueYear: (code: string) => (code === UNALLOCATED ? t('http.noDeadline') : code),
  }
}

function printed(summary: Summary, locale: Locale, t: Text) {
  const { promised } = summary.figures
  const { gross: _gross, value, ...rest } = promised
  const sum = { ...rest, low: value }
  // next-intl types a translator by where it starts; both start at the root.
  const words = t as unknown as Translator
  const money = (low: bigint) => moneyParts(locale, words, HOME_CURRENCY, low)
  return {
    promised: printQuantity(
      sum,
      summary.measure === 'investment' ? money(value) : personParts(locale, words),
    ),
    money: printQuantity(summary.money.promised, money(summary.money.promised.low)),
  }
}

/** The summary as published (contract, section 4); labels and printed sums in the language asked for. */
export function summaryJson(summary: Summary, locale: Locale): SummaryResponse {
  const t = apiText(locale)
  const { promised, by, ...figures } = figuresJson(summary.figures, summary.measure)
  const print = printed(summary, locale, t)
  const labels = labelsOf(summary, t)
  const mad = unitOf('investment', HOME_CURRENCY)
  const { money } = summary
  return {
    measure: summary.measure,
    lane: summary.lane,
    asOf: summary.asOf,
    knownAt: iso(summary.knownAt),
    method: summary.method,
    ...figures,
    promised: { ...promised, print: print.promised },
    money: {
      promised: {
        ...money.promised,
        low: mad.amount(money.promised.low),
        high: mad.amount(money.promised.high),
        print: print.money,
      },
      realised: { value: mad.amount(money.realised.value), count: money.realised.count },
      notConverted: money.notConverted.map(({ currency, low, count }) => ({
        currency,
        low: unitOf('investment', currency).amount(low),
        count,
      })),
    },
    series: summary.series.map(({ month, day, ...point }) => ({
      month,
      day,
      ...seriesPointJson(point, summary.measure),
    })),
    by: {
      sector: by.sector.map((row) => ({ ...row, label: labels.sector(row.code) })),
      region: by.region.map((row) => ({ ...row, label: labels.region(row.code) })),
      company: by.company.map((row) => ({
        ...row,
        label: labels.company(row.code),
        group: summary.companies[row.code]?.group ?? false,
      })),
      dueYear: by.dueYear.map((row) => ({ ...row, label: labels.dueYear(row.code) })),
    },
    leftOut: summary.leftOut,
  }
}
