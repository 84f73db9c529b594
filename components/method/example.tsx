import { useLocale, useTranslations } from 'next-intl'
import { FigureText } from '@/components/ui/figure-text'
import { formatNumber, formatPercent, formatRational } from '@/lib/format'
import { calculate, EXAMPLE } from './entries'

/** The worked example, computed by the code that computes every page. */
export function Example() {
  const t = useTranslations('method')
  const locale = useLocale()
  const { result } = calculate(EXAMPLE)
  if (!result) return null
  const { json, standing } = result.reported
  const number = (value: number | null | undefined, decimals = 0) =>
    value == null ? '' : formatNumber(locale, value, decimals)
  const rows: [sum: string, value: string, label: string][] = [
    [`${number(1050)} − ${number(800)} =`, number(json.created), t('exampleCreated')],
    [
      `${number(json.created)} ÷ ${number(json.target)} =`,
      json.progressPercent === null ? '' : formatPercent(locale, json.progressPercent),
      t('exampleProgress'),
    ],
    [`${number(1500)} × 611 ÷ ${number(1341)} =`, number(json.expected), t('exampleExpected')],
    [
      `${number(json.created)} ÷ ${number(json.expected)} =`,
      standing.pace ? formatRational(locale, standing.pace, 2, 'truncate') : '',
      t('examplePace'),
    ],
    [
      `(${number(json.target)} − ${number(json.created)}) ÷ 730 × ${number(30.436875, 6)} =`,
      number(json.requiredPerMonth, 1),
      t('exampleRequired'),
    ],
  ]
  return (
    <div className="grid max-w-measure gap-4">
      <p>{t('exampleText')}</p>
      <table>
        <tbody>
          {rows.map(([sum, value, label]) => (
            <tr key={label} className="border-t border-rule">
              <td dir="ltr" className="py-2 text-end text-sm text-soft">
                {sum}
              </td>
              <td className="px-4 py-2 text-end font-semibold">
                <FigureText>{value}</FigureText>
              </td>
              <th scope="row" className="py-2 text-start text-sm font-normal">
                {label}
              </th>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        <a href="#calculator" className="link">
          {t('exampleTry')}
        </a>
      </p>
    </div>
  )
}
